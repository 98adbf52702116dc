"""Captions alone, above other programs: for a film that plays elsewhere, or a call."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from streamlation_desktop.gui.player.caption_overlay import CaptionOverlay
from streamlation_desktop.gui.player.inset_window import FloatingWindow
from streamlation_desktop.settings.schema import CaptionSettings

_HEIGHT = 150
_LINES = 4.2
"""Letters are sized for a picture this many times as high as the window."""
_GROUND = QColor(10, 11, 14, 200)


class CaptionWindow(FloatingWindow):
    """Has an overlay of its own, which the captions' control fills like the film's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Captions"))
        self.setAccessibleName(self.tr("Captions"))
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.overlay = CaptionOverlay(self, adjust=_for_window)
        self.overlay.changed.connect(self.update)
        area = parent.screen().availableGeometry()
        self.place(min(area.width() - 48, 1000), _HEIGHT, at_top=False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dark ground, the captions."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_GROUND)
        painter.drawRoundedRect(self.rect(), 8, 8)
        self.overlay.paint(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the captions out anew."""
        super().resizeEvent(event)
        self.overlay.set_geometry(QSize(self.width(), self.height()), self.devicePixelRatioF())


def _for_window(style: CaptionSettings) -> CaptionSettings:
    """The user's style, for a window that is all captions."""
    size = min(15.0 * _LINES, style.size * _LINES)
    return style.model_copy(update={"size": size, "margin": 8.0, "position": "bottom", "box": 0.0})
