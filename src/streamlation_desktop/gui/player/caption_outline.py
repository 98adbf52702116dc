"""Outlines of letters, made of how much of each pixel the letters cover.

To stroke the curves of a caption takes Qt four times as long, and it holds the interpreter meanwhile; numpy does not.
"""

from __future__ import annotations

from itertools import product
from math import hypot

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor, QImage, QPainter

Coverage = npt.NDArray[np.uint8]
"""Height × width, from 0 (nothing of the pixel) to 255 (all of it)."""
_LEVELS = 4
"""Shades that a pixel of the rim is told apart by."""


def coverage_of(image: QImage) -> Coverage:
    """What is covered of an image in ARGB."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return np.ascontiguousarray(rows[:, : image.width(), 3])


def grown(letters: Coverage, radius: float) -> Coverage:
    """`letters` wider by `radius` pixels on all sides.

    That is grey dilation (Serra, Image Analysis and Mathematical Morphology, 1982) by a disc whose height falls from
    one to none across its rim, so that a pixel of which a part is covered moves the edge by that part. What is wholly
    in the disc goes row by row, each the one before with a pixel more at both ends.
    """
    rows, rim = _disc(radius)
    touched = np.where(letters > 0, np.uint8(255), np.uint8(0))
    outline = letters.copy()
    wide, half = touched.copy(), 0
    for row, length in sorted(rows.items(), key=lambda pair: pair[1]):
        while half < length:
            half += 1
            _cover(wide, touched, 0, half)
            _cover(wide, touched, 0, -half)
        for down in {row, -row}:
            _cover(outline, wide, down, 0)
    for level, places in rim.items():
        shade = (letters.astype(np.int16) + 255 * level // _LEVELS).clip(0, 255).astype(np.uint8) & touched
        for down, right in places:
            _cover(outline, shade, down, right)
    return outline


def tinted(letters: Coverage, colour: QColor) -> QImage:
    """`letters` in one colour, ARGB, premultiplied."""
    height, width = letters.shape
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(colour)
    with QPainter(image) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.drawImage(0, 0, QImage(letters.data, width, height, width, QImage.Format.Format_Alpha8))
    return image


def _disc(radius: float) -> tuple[dict[int, int], dict[int, list[tuple[int, int]]]]:
    """Half the length of each row that lies wholly in the disc, and the places on its rim by their height."""
    rows: dict[int, int] = {}
    rim: dict[int, list[tuple[int, int]]] = {}
    around = range(-int(radius + 1), int(radius + 1) + 1)
    for down, right in product(around, around):
        level = round(_LEVELS * (radius - hypot(down, right)))
        if level >= _LEVELS:
            rows[abs(down)] = max(rows.get(abs(down), 0), right)
        elif level > -_LEVELS:
            rim.setdefault(level, []).append((down, right))
    return rows, rim


def _cover(outline: Coverage, letters: Coverage, down: int, right: int) -> None:
    """Put `letters`, moved, over `outline`."""
    to, of = outline[_to(down), _to(right)], letters[_to(-down), _to(-right)]
    np.maximum(to, of, out=to)


def _to(by: int) -> slice:
    return slice(by, None) if by >= 0 else slice(None, by)
