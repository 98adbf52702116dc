"""Picture in picture: the film in a small window above all others."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizeGrip, QVBoxLayout, QWidget

_WIDTH = 426
_MARGIN = 24


class FloatingWindow(QWidget):
    """A frameless window on top, moved by dragging, closed by Esc or a double click."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint,
        )
        self._host = parent
        self._grabbed: QPoint | None = None
        self._grip = QSizeGrip(self)
        self._grip.setFixedSize(16, 16)

    def place(self, width: int, height: int, *, at_top: bool) -> None:
        """Upper right of the screen where the parent is, or the middle below: so that two do not overlap."""
        area = self._host.screen().availableGeometry()
        left = area.right() - width - _MARGIN if at_top else area.center().x() - width // 2
        top = area.top() + _MARGIN if at_top else area.bottom() - height - _MARGIN
        self.setGeometry(left, top, width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The grip stays in its corner."""
        super().resizeEvent(event)
        self._grip.move(self.width() - 16, self.height() - 16)
        self._grip.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the window; systems without global positions move it themselves."""
        if event.button() is Qt.MouseButton.LeftButton:
            handle = self.windowHandle()
            if handle is None or not handle.startSystemMove():
                self._grabbed = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if self._grabbed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.move(event.globalPosition().toPoint() - self._grabbed)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._grabbed = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Back."""
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; everything else is for the player."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            event.ignore()
            self._host.keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give back what was borrowed."""
        self.closed.emit()
        super().closeEvent(event)


class InsetWindow(FloatingWindow):
    """Holds the video surface as long as it is open."""

    def __init__(self, surface: QWidget, shape: tuple[int, int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Picture in picture"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(surface)
        surface.show()
        width, height = shape
        self.place(_WIDTH, max(90, round(_WIDTH * height / max(1, width))), at_top=True)
