"""A short message over the picture."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

_SHOWN = 1500


class Notice(QLabel):
    """Plain text that goes away by itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setStyleSheet("background: rgba(0, 0, 0, 170); color: white; padding: 6px 12px; border-radius: 6px;")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN)
        self._timer.timeout.connect(self.hide)

    def show_text(self, text: str) -> None:
        """Show it for a moment."""
        self.setText(text)
        self.adjustSize()
        self.move(16, 16)
        self.show()
        self.raise_()
        self._timer.start()
