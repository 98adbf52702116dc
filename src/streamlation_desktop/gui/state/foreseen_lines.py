"""Lines of the transcript for a place to which the user jumped, until the final ones are there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue
from streamlation_desktop.storage.lines import TranscriptLine

_CLOSE = 0.3
"""Seconds by which a translated caption may begin before that of what was said."""


class ForeseenLines:
    """Made from captions, which come one language after the other."""

    def __init__(self) -> None:
        self._cues: dict[LanguageCode, dict[float, Cue]] = {}

    def add(self, cues: Iterable[Cue]) -> None:
        """Captions in one language."""
        for cue in cues:
            self._cues.setdefault(cue.language, {})[cue.span.start] = cue

    def clear(self) -> None:
        """The final ones are there, or other media is."""
        self._cues.clear()

    def lines(self, target: LanguageCode | None) -> list[TranscriptLine]:
        """In order of time, with ids below zero; what was said, with its translation beside it."""
        spoken = next((code for code in self._cues if code != target), target)
        if spoken is None or spoken not in self._cues:
            return []
        lines = [_line(cue) for _, cue in sorted(self._cues[spoken].items())]
        if target is None or target == spoken:
            return lines
        for _, cue in sorted(self._cues.get(target, {}).items()):
            at = max((n for n, line in enumerate(lines) if line.span.start <= cue.span.start + _CLOSE), default=0)
            before = lines[at].translations.get(target, "")
            text = f"{before} {' '.join(cue.lines)}".strip()
            lines[at] = replace(lines[at], translations={target: text})
        return lines


def _line(cue: Cue) -> TranscriptLine:
    return replace(TranscriptLine.of_cue(cue), id=-1 - round(cue.span.start * 1000))
