"""Remarks of a session in the language of the window: those that count have its plurals."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QObject

from streamlation_desktop.gui.error_details import said_in_language
from streamlation_desktop.gui.widgets.times import figures


class RemarkWords(QObject):
    """Knows the remarks of `session/source_faults.py`; others are said as `said_in_language` does."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counting: tuple[tuple[str, Callable[[int, str], str]], ...] = (
            (r"the source is damaged in (\d+) places?()", self._damaged),
            (r"(\d+) segments? of the stream could not be fetched()", self._not_fetched),
            (r"the connection was lost and found again (\d+) times?; (\d+) s are missing", self._lost),
        )

    def said(self, text: str) -> str:
        """`text`, which is English, as far as it is known."""
        for pattern, words in self._counting:
            found = re.fullmatch(pattern, text)
            if found is not None:
                return words(int(found[1]), figures(found[2]))
        return said_in_language(text)

    def _damaged(self, count: int, _: str) -> str:
        return self.tr("The source is damaged in %Ln place(s)", "", count)

    def _not_fetched(self, count: int, _: str) -> str:
        return self.tr("%Ln segment(s) of the stream could not be fetched", "", count)

    def _lost(self, count: int, seconds: str) -> str:
        words = self.tr("The connection was lost and found again %Ln time(s); {0} s are missing", "", count)
        return words.format(seconds)
