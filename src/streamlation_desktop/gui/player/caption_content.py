"""What is written on the picture at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage


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
    """A content, drawn; where its upper left corner belongs on the widget."""

    image: QImage
    place: QPointF
