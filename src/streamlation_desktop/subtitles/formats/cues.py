"""What all formats share: times in whole milliseconds, and rows of a file made into cues."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, TimeSpan
from streamlation_desktop.subtitles.text import clean_line, clean_lines

_MAX_SECONDS = 1e7


@dataclass(frozen=True, slots=True)
class Row:
    """A caption as a file states it."""

    start: float
    """Seconds."""
    end: float
    text: str
    """Without mark-up; lines end with a newline."""
    speaker: str = ""
    confidence: float = 1.0


def cues_from(rows: Iterable[Row], language: LanguageCode) -> tuple[Cue, ...]:
    """Cues in order of start; rows without text, or that end before they start, are left out."""
    found = []
    for row in rows:
        lines = clean_lines(row.text)
        if lines and 0 <= row.start <= row.end <= _MAX_SECONDS:
            found.append((TimeSpan(row.start, row.end), lines, row))
    found.sort(key=lambda entry: entry[0].start)
    return tuple(
        Cue(index, span, lines, language, row.confidence, row.speaker) for index, (span, lines, row) in enumerate(found)
    )


def clean_text(cue: Cue) -> list[str]:
    """The lines of a cue as they may stand in a file: clean, none empty."""
    return [line for line in map(clean_line, cue.lines) if line]


def milliseconds(seconds: float) -> int:
    """Nearest millisecond, never negative; rounding is monotone, so it makes no overlap."""
    return max(0, round(seconds * 1000))


def clock(seconds: float, separator: str = ".") -> str:
    """``HH:MM:SS.mmm``."""
    whole, fraction = divmod(milliseconds(seconds), 1000)
    minutes, second = divmod(whole, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02d}:{minute:02d}:{second:02d}{separator}{fraction:03d}"
