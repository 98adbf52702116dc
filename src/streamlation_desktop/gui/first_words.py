"""Has the letters of all languages and the symbols at hand before they are seen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from streamlation_desktop.core.language import LanguageCode, common_languages
from streamlation_desktop.gui.icons import SIZE, symbol
from streamlation_desktop.gui.letters import language_label
from streamlation_desktop.gui.tasks import Tasks
from streamlation_desktop.settings.paths import resource

_AT_ONCE = 2
_EVERY = 15
"""Milliseconds."""


def meet_letters(widget: QWidget, tasks: Tasks) -> None:
    """Measure the languages' own names and draw symbols, a few in each turn of the window's thread.

    The first letter of each script costs the loading of a font: all in one go would hold the window up for a tenth of a
    second when the first list of languages is opened.
    """
    tasks.run("disk", widget, common_languages, lambda languages: _go_on(widget, _meet(widget, languages)))


def _meet(widget: QWidget, languages: tuple[LanguageCode, ...]) -> Iterator[None]:
    for first in range(0, len(languages), _AT_ONCE):
        for language in languages[first : first + _AT_ONCE]:
            widget.fontMetrics().horizontalAdvance(language_label(language))
        yield
    from streamlation_desktop.gui.player.glyphs import GLYPHS, glyph

    for name in GLYPHS:
        glyph(name)
        yield
    for path in sorted(resource("icons").glob("*.svg")):
        if "currentColor" in path.read_text(encoding="utf-8"):
            symbol(path.stem, "", SIZE)
        yield


def _go_on(widget: QWidget, steps: Iterator[None]) -> None:
    for _ in steps:
        QTimer.singleShot(_EVERY, widget, lambda: _go_on(widget, steps))
        return
