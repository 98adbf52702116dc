"""What is written on the picture at one moment."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QImage, QPainter


@dataclass(frozen=True, slots=True)
class CaptionBlock:
    """The text of one language."""

    text: str
    language: str
    is_second: bool = False
    tail: str = ""
    """Words that are not certain yet, shown grey after the text."""


CaptionContent = tuple[CaptionBlock, ...]
"""From top to bottom; empty when nothing is shown."""


@dataclass(frozen=True, slots=True, eq=False)
class CaptionImage:
    """A content, drawn: a piece for each line of text, for most of the whole would be transparent."""

    pieces: tuple[tuple[QPointF, QImage], ...]
    """Each with where its upper left corner belongs on the widget."""

    @classmethod
    def of(cls, image: QImage, place: QPointF) -> CaptionImage:
        """What is seen of `image`, whose upper left corner belongs at `place`."""
        ratio = image.devicePixelRatio()
        pieces = []
        for part in _seen(image):
            piece = image.copy(part)
            piece.setDevicePixelRatio(ratio)
            pieces.append((place + QPointF(part.topLeft()) / ratio, piece))
        return cls(tuple(pieces))

    @property
    def area(self) -> QRectF:
        """Within which it is, on the widget."""
        whole = QRectF()
        for place, piece in self.pieces:
            whole = whole.united(QRectF(place, piece.deviceIndependentSize()))
        return whole

    def paint(self, painter: QPainter) -> None:
        """Put it on the widget."""
        for place, piece in self.pieces:
            painter.drawImage(place, piece)


def _seen(image: QImage) -> list[QRect]:
    """A rectangle around each run of rows that are not wholly transparent."""
    bits = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    parts = []
    for top, bottom in _runs(np.asarray(bits.any(axis=1))):
        columns = np.flatnonzero(bits[top:bottom].any(axis=0))
        left, right = int(columns[0]), int(columns[-1])
        parts.append(QRect(QPoint(left, top), QPoint(right, bottom - 1)))
    return parts


def _runs(rows: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First of each run of true ones, and the first after it."""
    edges = np.flatnonzero(np.diff(rows, prepend=False, append=False))
    return [(int(first), int(after)) for first, after in edges.reshape(-1, 2)]
