"""A size that fits on the screen, also on a small one or one with large letters."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(32, 72)
"""Pixels for the frame and title of a window, and for what is beside it."""


def within_screen(window: QWidget, width: int, height: int) -> QSize:
    """`width` and `height`, or less where the screen of `window` has no room for that."""
    return QSize(width, height).boundedTo(window.screen().availableSize() - _FRAME)
