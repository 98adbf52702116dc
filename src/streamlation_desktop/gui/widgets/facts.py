"""Several facts in one line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

_ISOLATE, _END = "\u2068", "\u2069"


def joined(*facts: str) -> str:
    """Those that are not empty, with dots between them.

    In a window that is read from the right each stays together: else names in Latin letters that follow one another
    would change places.
    """
    shown = [fact for fact in facts if fact]
    if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        shown = [f"{_ISOLATE}{fact}{_END}" for fact in shown]
    return "  ·  ".join(shown)
