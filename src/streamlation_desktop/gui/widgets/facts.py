"""Several facts in one line."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

_ISOLATE, _END = "\u2068", "\u2069"


def joined(*facts: str) -> str:
    """Those that are not empty, with dots between them.

    In a window that is read from the right each stays together: else names in Latin letters that follow one another
    would change places.
    """
    return "  ·  ".join(_kept_together(facts))


def listed(names: Iterable[str]) -> str:
    """The same with commas, for names and keys."""
    return ", ".join(_kept_together(names))


def _kept_together(facts: Iterable[str]) -> list[str]:
    shown = [fact for fact in facts if fact]
    if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        return [f"{_ISOLATE}{fact}{_END}" for fact in shown]
    return shown
