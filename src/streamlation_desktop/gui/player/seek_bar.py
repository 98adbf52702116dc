"""The position: where it is, where one may go, and what is there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleValueChangeEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSlider, QWidget

from streamlation_desktop.gui.player.chapters import Chapters
from streamlation_desktop.gui.widgets.times import clock

_TRACK = 4
_HANDLE = 7
_STEPS = 1000
"""Steps of the slider per second: milliseconds, for assistive technology and keys."""


class SeekBar(QSlider):
    """A slider whose whole length can be clicked; drags are previews, the release is exact."""

    hovered = Signal(float, int)
    """Media time under the pointer, and its x on the bar."""
    left = Signal()
    previewed = Signal(float)
    chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._start = self._duration = 0.0
        self._position = 0.0
        self._marks: tuple[float, ...] = ()
        self.chapters: Chapters = ()
        self._is_dragged = False
        self.setMouseTracking(True)
        self.setMinimumHeight(22)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Position"))

    def set_duration(self, seconds: float | None) -> None:
        """0 or None: unknown, so nowhere to go; of a live stream, `set_window` tells."""
        self.set_window(0.0, seconds or 0.0)

    def set_window(self, start: float, end: float) -> None:
        """From where to where one may go."""
        self._start, self._duration = start, end - start
        self.setEnabled(self._duration > 0)
        self.setRange(0, min(round(self._duration * _STEPS), 2**31 - 1))
        self.setSingleStep(5 * _STEPS)
        self.setPageStep(60 * _STEPS)
        self.update()

    def set_position(self, seconds: float) -> None:
        """Follow the player, unless the user holds the bar."""
        if not self._is_dragged:
            self._show(seconds)

    def set_marks(self, marks: tuple[float, ...]) -> None:
        """Times to mark, such as both ends of a loop."""
        self._marks = marks
        self.update()

    def set_chapters(self, chapters: Chapters) -> None:
        """Parts of the film, marked where the next one begins."""
        self.chapters = chapters
        self.update()

    def time_at(self, x: float) -> float:
        """Media time at that place of the bar."""
        width = max(1, self.width() - 2 * _HANDLE)
        share = min(1.0, max(0.0, (x - _HANDLE) / width))
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            share = 1.0 - share
        return self._start + share * self._duration

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A thin track, the part that was played, the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = self.height() / 2
        whole = QRectF(_HANDLE, middle - _TRACK / 2, self.width() - 2 * _HANDLE, _TRACK)
        painter.setBrush(QColor(255, 255, 255, 60))
        painter.drawRoundedRect(whole, 2, 2)
        if self._duration > 0:
            self._paint_place(painter, whole, middle)
        painter.end()

    def _paint_place(self, painter: QPainter, whole: QRectF, middle: float) -> None:
        x = self._x(self._position)
        played = QRectF(whole)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            played.setLeft(x)
        else:
            played.setRight(x)
        painter.setBrush(QColor("#8ea2ff"))
        painter.drawRoundedRect(played, 2, 2)
        painter.setBrush(QColor("#e9ebf0"))
        for chapter in self.chapters:
            if chapter.start > self._start:
                painter.drawRect(QRectF(self._x(chapter.start) - 1, middle - 4, 2, 8))
        painter.setBrush(QColor("#ffd166"))
        for mark in self._marks:
            painter.drawRect(QRectF(self._x(mark) - 1, middle - 6, 2, 12))
        painter.setBrush(QColor("#ffffff"))
        radius = _HANDLE if self.underMouse() or self._is_dragged or self.hasFocus() else _HANDLE - 2
        painter.drawEllipse(QRectF(x - radius, middle - radius, 2 * radius, 2 * radius))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() is Qt.MouseButton.LeftButton and self._duration > 0:
            self._is_dragged = True
            self._preview(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Preview what is under the pointer."""
        x = event.position().x()
        if self._duration > 0:
            self.hovered.emit(self.time_at(x), round(x))
        if self._is_dragged:
            self._preview(x)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go there exactly."""
        if self._is_dragged and event.button() is Qt.MouseButton.LeftButton:
            self._is_dragged = False
            self._show(self.time_at(event.position().x()))
            self.chosen.emit(self._position)

    def leaveEvent(self, event: object) -> None:
        """No pointer, no preview."""
        self.left.emit()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The player's own keys do it, so that there is one key map."""
        event.ignore()

    def above(self, x: int) -> QPoint:
        """The global point over the bar at `x`, for a preview."""
        return self.mapToGlobal(QPoint(x, 0))

    def _preview(self, x: float) -> None:
        self._show(self.time_at(x))
        self.previewed.emit(self._position)

    def _show(self, seconds: float) -> None:
        self._position = seconds
        value = min(round((seconds - self._start) * _STEPS), self.maximum())
        if value != self.value():
            self.blockSignals(True)
            self.setValue(value)
            self.blockSignals(False)
        self.update()

    def _x(self, seconds: float) -> float:
        share = min(1.0, max(0.0, (seconds - self._start) / self._duration))
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            share = 1.0 - share
        return _HANDLE + share * (self.width() - 2 * _HANDLE)

    def describe(self, seconds: float) -> None:
        """Tell assistive technology the time in words."""
        self.setAccessibleDescription(clock(seconds))
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, self.value()))
