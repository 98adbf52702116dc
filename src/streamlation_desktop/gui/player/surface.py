"""Paints the film, with the captions over it."""

from __future__ import annotations

import math
import threading
import time

import numpy as np
from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from streamlation_desktop.gui.player.caption_overlay import CaptionOverlay
from streamlation_desktop.media.av_streams.pictures import Picture, Pixels

_MARGIN = 24
"""Pixels around what is written."""
_COVER = 0.6
"""Share of the height for the cover of what has sound alone; captions lie below it."""


class VideoSurface(QWidget):
    """A `VideoSink`: the player's threads hand over pictures of its size, the window's thread paints them."""

    painted = Signal()
    """A new picture was put up."""
    resized = Signal()
    clicked = Signal()
    doubleClicked = Signal()
    scrolled = Signal(int)
    """Steps of the wheel, up is positive."""
    pointerMoved = Signal()
    _arrived = Signal()

    def __init__(self, overlay: CaptionOverlay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overlay = overlay
        self._lock = threading.Lock()
        self._newest: Picture | None = None
        self._is_told = False
        self._pressed = -math.inf
        self._shown: Picture | None = None
        self._viewport = (0, 0)
        self.message = ""
        """Plain text shown where there is no picture."""
        self._cover = QImage()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 90)
        self.setAccessibleName(self.tr("Video"))
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        overlay.changed.connect(self.update)

    # -- VideoSink: from the player's threads ----------------------------------------------------------

    def viewport(self) -> tuple[int, int]:
        """See `VideoSink`."""
        return self._viewport

    def present(self, picture: Picture) -> None:
        """See `VideoSink`; several pictures before the next turn of the window's thread become one."""
        with self._lock:
            self._newest = picture
            told, self._is_told = self._is_told, True
        if not told:
            self._arrived.emit()

    # -- the window's thread ---------------------------------------------------------------------------

    @property
    def shown(self) -> Picture | None:
        """The picture that is up."""
        return self._shown

    def clear(self) -> None:
        """Take the picture down."""
        with self._lock:
            self._newest = None
        self._shown = None
        self.update()

    def set_message(self, text: str) -> None:
        """Show plain text in place of a picture, and no cover."""
        self.message, self._cover = text, QImage()
        self.update()

    def set_cover(self, cover: QImage) -> None:
        """Show a picture above the plain text."""
        self._cover = cover
        self.update()

    def lift_captions(self, pixels: int) -> None:
        """Keep captions out of that much of the lower edge."""
        self._overlay.lift = pixels
        self.update()

    def sizeHint(self) -> QSize:
        """A small film."""
        return QSize(960, 540)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture, bars around it, captions."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        if self._shown is not None:
            self._paint_picture(painter, self._shown)
        elif self.message:
            self._paint_message(painter)
        self._overlay.paint(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the decoder the new size."""
        super().resizeEvent(event)
        self._measure()

    def event(self, event: QEvent) -> bool:
        """Notice another screen with other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._measure()
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = time.monotonic()
            self.clicked.emit()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click, both halves of it here: the first may have been on a list that opened the film."""
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval() / 1000
        is_whole = time.monotonic() - self._pressed <= interval
        if event.button() == Qt.MouseButton.LeftButton and is_whole:
            self.doubleClicked.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Somebody looks for the controls."""
        self.pointerMoved.emit()
        super().mouseMoveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Volume, by habit."""
        steps = event.angleDelta().y() // 120
        if steps:
            self.scrolled.emit(steps)

    def _measure(self) -> None:
        ratio = self.devicePixelRatioF()
        self._viewport = (round(self.width() * ratio), round(self.height() * ratio))
        self._overlay.set_geometry(self.size(), ratio)
        self.resized.emit()

    def _take(self) -> None:
        with self._lock:
            picture, self._newest = self._newest, None
            self._is_told = False
        if picture is not None:
            self._shown = picture
            self.painted.emit()
            self.update()

    def _paint_message(self, painter: QPainter) -> None:
        area = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        if not self._cover.isNull():
            room = QRect(area.x(), area.y(), area.width(), round(area.height() * _COVER))
            place = QRect(room.topLeft(), self._cover.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
            place.moveCenter(room.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._cover)
            area.setTop(room.bottom() + _MARGIN // 2)
            area.setHeight(self.fontMetrics().lineSpacing() * 2)
        painter.setPen(QColor("#d0d4dc"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.message)

    def _paint_picture(self, painter: QPainter, picture: Picture) -> None:
        image = image_of(picture.pixels)
        size = QSize(image.width(), image.height())
        ratio = self.devicePixelRatioF()
        if (image.width(), image.height()) != self._viewport:
            size.scale(QSize(*self._viewport), Qt.AspectRatioMode.KeepAspectRatio)
        width, height = size.width() / ratio, size.height() / ratio
        target = QRectF((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        if size != image.size():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, image)


def image_of(pixels: Pixels) -> QImage:
    """An image over `pixels`, which must outlive it."""
    height, width = pixels.shape[:2]
    stride = pixels.strides[0]
    # Rows may be padded; Qt crashes on a buffer with holes, so it gets the whole rows.
    rows = np.lib.stride_tricks.as_strided(pixels, (height, stride), (stride, 1))
    return QImage(rows.data, width, height, stride, QImage.Format.Format_RGB32)
