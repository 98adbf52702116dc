"""A colour: as it is written, and as it looks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from streamlation_desktop.gui.theme import colours
from streamlation_desktop.gui.unmarked import unmarked

_SIDE = 16


class ColourField(QWidget):
    """``#rrggbb`` in a field, and a button that shows the colour and lets the user choose another."""

    editingFinished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setClearButtonEnabled(True)
        self.choose = QPushButton()
        self.choose.clicked.connect(self._ask)
        self.line.textChanged.connect(self._show_colour)
        self.line.editingFinished.connect(self.editingFinished)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.choose)

    def name(self, title: str) -> None:
        """What a screen reader calls it."""
        self.line.setAccessibleName(title)
        self.choose.setAccessibleName(self.tr("Choose: {0}").format(title))
        self.choose.setToolTip(unmarked(self.choose.accessibleName()))

    def text(self) -> str:
        """As written."""
        return self.line.text()

    def setText(self, text: str) -> None:
        """Show a colour."""
        self.line.setText(text)

    def _show_colour(self, text: str) -> None:
        colour = QColor(text)
        swatch = QPixmap(_SIDE, _SIDE)
        swatch.fill(QColor(colours().border))
        painter = QPainter(swatch)
        painter.fillRect(
            swatch.rect().adjusted(1, 1, -1, -1), colour if colour.isValid() else QColor(colours().surface)
        )
        painter.end()
        self.choose.setIcon(QIcon(swatch))

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self.line.text()), self)
        dialog.setWindowTitle(self.line.accessibleName())
        dialog.colorSelected.connect(self._take)
        dialog.open()

    def _take(self, colour: QColor) -> None:
        self.line.setText(colour.name())
        self.editingFinished.emit()
