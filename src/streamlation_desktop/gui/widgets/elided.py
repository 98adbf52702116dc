"""One line of text that gives way to what stands beside it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyle

from streamlation_desktop.gui.widgets.labels import as_written, set_role

_LEAST = 8
"""Letters."""


class ElidedLabel(QLabel):
    """Ends in an ellipsis where there is no room: else a long name would make the window wider than the screen."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        as_written(self)
        set_role(self, role)

    def minimumSizeHint(self) -> QSize:
        """See Qt."""
        least = self.fontMetrics().averageCharWidth() * _LEAST
        return QSize(min(least, super().minimumSizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """See Qt."""
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        place = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        painter = QPainter(self)
        self.style().drawItemText(
            painter, area, place.value, self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )
        painter.end()
