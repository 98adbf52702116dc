"""Has the letters of all languages at hand before a list of languages is opened."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from streamlation_desktop.core.language import common_languages, own_name
from streamlation_desktop.gui.tasks import Tasks

_AT_ONCE = 2
_EVERY = 15
"""Milliseconds."""


def meet_letters(widget: QWidget, tasks: Tasks) -> None:
    """Measure the languages' own names, a few in each turn of the window's thread.

    The first letter of each script costs the loading of a font: all in one go would hold the window up for a tenth of a
    second when the first list of languages is opened.
    """
    tasks.run("disk", widget, _names, lambda names: _measure(widget, iter(names)))


def _names() -> list[str]:
    return [own_name(code) for code in common_languages()]


def _measure(widget: QWidget, names: Iterator[str]) -> None:
    metrics = widget.fontMetrics()
    measured = [metrics.horizontalAdvance(name) for name, _ in zip(names, range(_AT_ONCE), strict=False)]
    if measured:
        QTimer.singleShot(_EVERY, widget, lambda: _measure(widget, names))
