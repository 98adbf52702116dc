"""Symbols of the control bar, drawn as outlines so that they are sharp at any size."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

_SIZE = 24
_SCALES = (1, 2, 3)
Draw = Callable[[QPainter], None]


@cache
def glyph(name: str, colour: str = "#f2f4f8") -> QIcon:
    """The symbol called `name`."""
    icon = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, QColor(colour)), (QIcon.Mode.Disabled, QColor("#7a808c"))):
        for scale in _SCALES:
            pixmap = QPixmap(_SIZE * scale, _SIZE * scale)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale, scale)
            painter.setPen(QPen(tint, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            painter.setBrush(tint)
            GLYPHS[name](painter)
            painter.end()
            pixmap.setDevicePixelRatio(scale)
            icon.addPixmap(pixmap, mode)
    return icon


def _polygon(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))


def _outline(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _play(painter: QPainter) -> None:
    _polygon(painter, (8, 5), (19, 12), (8, 19))


def _pause(painter: QPainter) -> None:
    painter.drawRect(QRectF(7, 6, 3, 12))
    painter.drawRect(QRectF(14, 6, 3, 12))


def _speaker(painter: QPainter) -> None:
    _polygon(painter, (4, 10), (7, 10), (11, 6), (11, 18), (7, 14), (4, 14))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _volume(painter: QPainter) -> None:
    _speaker(painter)
    painter.drawArc(QRectF(9, 8, 8, 8), -60 * 16, 120 * 16)
    painter.drawArc(QRectF(8, 5, 13, 14), -60 * 16, 120 * 16)


def _muted(painter: QPainter) -> None:
    _speaker(painter)
    painter.drawLine(QPointF(15, 9), QPointF(20, 15))
    painter.drawLine(QPointF(20, 9), QPointF(15, 15))


def _captions(painter: QPainter) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(3, 6, 18, 13), 2.5, 2.5)
    for x, y, width in ((6, 12, 7), (15, 12, 3), (6, 15.5, 4), (12, 15.5, 6)):
        painter.drawLine(QPointF(x, y), QPointF(x + width, y))


def _audio(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(5, 15, 5, 4))
    painter.drawEllipse(QRectF(14, 13, 5, 4))
    _outline(painter, (10, 17), (10, 6), (19, 4), (19, 15))


def _full_screen(painter: QPainter) -> None:
    _outline(painter, (4, 9), (4, 5), (9, 5))
    _outline(painter, (15, 5), (20, 5), (20, 9))
    _outline(painter, (20, 15), (20, 19), (15, 19))
    _outline(painter, (9, 19), (4, 19), (4, 15))


def _window(painter: QPainter) -> None:
    _outline(painter, (9, 5), (9, 9), (4, 9))
    _outline(painter, (15, 5), (15, 9), (20, 9))
    _outline(painter, (15, 19), (15, 15), (20, 15))
    _outline(painter, (9, 19), (9, 15), (4, 15))


def _inset(painter: QPainter) -> None:
    painter.drawRect(QRectF(12, 12, 8, 6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(3, 5, 18, 14), 2, 2)


def _camera(painter: QPainter) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(3, 7, 18, 12), 2, 2)
    painter.drawEllipse(QRectF(8.5, 9.5, 7, 7))
    painter.drawLine(QPointF(8, 5), QPointF(11, 5))


def _more(painter: QPainter) -> None:
    for y in (6, 12, 18):
        painter.drawEllipse(QPointF(12, y), 1.2, 1.2)


def _text(painter: QPainter) -> None:
    path = QPainterPath()
    path.addRoundedRect(QRectF(3, 15, 18, 5), 1.5, 1.5)
    painter.drawPath(path)
    _outline(painter, (6, 10), (18, 10))
    _outline(painter, (8, 6), (16, 6))


GLYPHS: dict[str, Draw] = {
    "play": _play,
    "pause": _pause,
    "volume": _volume,
    "muted": _muted,
    "captions": _captions,
    "audio": _audio,
    "full-screen": _full_screen,
    "window": _window,
    "inset": _inset,
    "camera": _camera,
    "more": _more,
    "text": _text,
}
