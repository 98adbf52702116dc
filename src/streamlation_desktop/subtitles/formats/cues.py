"""What all formats share: times in whole milliseconds, and rows of a file made into cues."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, TimeSpan
from streamlation_desktop.subtitles.document import SubtitleDocument
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
    """Cues as the file has them, faults included, in whole milliseconds; none ends before it starts."""
    return tuple(
        Cue(index, _span(row), _lines(row.text), language, row.confidence, row.speaker)
        for index, row in enumerate(row for row in rows if 0 <= row.start <= _MAX_SECONDS and row.end <= _MAX_SECONDS)
    )


def _span(row: Row) -> TimeSpan:
    start, end = round(row.start, 3), round(row.end, 3)
    return TimeSpan(start, max(start, end))


def _lines(text: str) -> tuple[str, ...]:
    stripped = text.strip("\n")
    return tuple(stripped.split("\n")) if stripped.strip() else ()


def tidy(document: SubtitleDocument) -> SubtitleDocument:
    """The document in order of start, its lines clean; cues without text are left out."""
    kept = [replace(cue, lines=clean_lines(cue.text), speaker=clean_line(cue.speaker)) for cue in document.cues]
    kept = sorted((cue for cue in kept if cue.lines), key=lambda cue: cue.span.start)
    return replace(document, cues=tuple(replace(cue, index=index) for index, cue in enumerate(kept)))


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
