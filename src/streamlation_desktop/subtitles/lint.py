"""Checks finished cues against the norms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from streamlation_desktop.core.types import Cue
from streamlation_desktop.subtitles.markup import has_markup
from streamlation_desktop.subtitles.norms import Norms

_TOLERANCE = 0.0015
"""Seconds: files hold milliseconds, so two rounded times may be this far off."""


class Severity(Enum):
    """How bad a violation is."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Violation:
    """One norm that one cue does not satisfy."""

    cue_index: int
    """Position in the sequence that was checked, from 0."""
    rule: str
    """``"overlap"``, ``"gap"``, ``"min-duration"``, ``"max-duration"``, ``"reading-speed"``, ``"line-length"``,
    ``"line-count"``, ``"order"``, ``"empty"``, ``"markup"``, ``"spaces"``, ``"negative-time"``, ``"media-end"``."""
    message: str
    severity: Severity
    value: float
    limit: float


def lint(cues: Sequence[Cue], norms: Norms, duration: float | None = None) -> list[Violation]:
    """Violations in order of cue; `duration` (seconds) is the media's, where known."""
    found: list[Violation] = []
    for index, cue in enumerate(cues):
        found += _text(index, cue, norms)
        found += _times(index, cue, norms)
        if duration is not None and cue.span.end > duration + _TOLERANCE:
            found.append(_error(index, "media-end", "shown after the media's end", cue.span.end, duration))
        if index:
            found += _neighbours(index, cues[index - 1], cue, norms)
    return found


def failing_cues(violations: Sequence[Violation]) -> frozenset[int]:
    """Positions of the cues with an error."""
    return frozenset(violation.cue_index for violation in violations if violation.severity is Severity.ERROR)


def _error(index: int, rule: str, message: str, value: float, limit: float) -> Violation:
    return Violation(index, rule, message, Severity.ERROR, value, limit)


def _text(index: int, cue: Cue, norms: Norms) -> Iterator[Violation]:
    if not cue.text.strip():
        yield _error(index, "empty", "no text", 0, 1)
    if len(cue.lines) > norms.max_lines:
        message = f"{len(cue.lines)} lines, at most {norms.max_lines}"
        yield _error(index, "line-count", message, len(cue.lines), norms.max_lines)
    for line in cue.lines:
        width = norms.width(line)
        if width > norms.max_chars:
            message = f"{width:g} characters in a line, at most {norms.max_chars:g}"
            yield _error(index, "line-length", message, width, norms.max_chars)
        if line != line.strip() or "  " in line:
            yield Violation(index, "spaces", "stray spaces", Severity.WARNING, 1, 0)
        if has_markup(line):
            yield Violation(index, "markup", "mark-up in the text", Severity.WARNING, 1, 0)


def _times(index: int, cue: Cue, norms: Norms) -> Iterator[Violation]:
    if cue.span.start < 0:
        yield _error(index, "negative-time", f"starts at {cue.span.start:.3f} s", cue.span.start, 0)
    shown = cue.span.duration
    if shown < norms.min_duration - _TOLERANCE:
        message = f"{shown:.3f} s, at least {norms.min_duration:.3f} s"
        yield _error(index, "min-duration", message, shown, norms.min_duration)
    if shown > norms.max_duration + _TOLERANCE:
        message = f"{shown:.3f} s, at most {norms.max_duration:.3f} s"
        yield _error(index, "max-duration", message, shown, norms.max_duration)
    width = sum(norms.width(line) for line in cue.lines)
    speed = width / max(shown + _TOLERANCE, _TOLERANCE)
    if speed > norms.target_cps:
        over = speed > norms.max_cps
        limit = norms.max_cps if over else norms.target_cps
        message = f"{width / max(shown, 0.001):.1f} characters per second, at most {limit:g}"
        yield Violation(index, "reading-speed", message, Severity.ERROR if over else Severity.WARNING, speed, limit)


def _neighbours(index: int, before: Cue, cue: Cue, norms: Norms) -> Iterator[Violation]:
    gap = cue.span.start - before.span.end
    if cue.span.start < before.span.start:
        message = "starts before the cue before it"
        yield _error(index, "order", message, cue.span.start, before.span.start)
    elif gap < -_TOLERANCE:
        yield _error(index, "overlap", f"overlaps the cue before by {-gap:.3f} s", gap, 0)
    elif gap < norms.min_gap - _TOLERANCE:
        message = f"{max(gap, 0.0):.3f} s after the cue before, at least {norms.min_gap:.3f} s"
        yield _error(index, "gap", message, gap, norms.min_gap)
