"""Two tracks shown together: the translation and what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from streamlation_desktop.core.types import Cue, TimeSpan
from streamlation_desktop.subtitles.document import SubtitleDocument

_SHARE = 0.5
"""Part of the shorter of two cues that they must have in common to be shown as one."""


class SourcePlace(Enum):
    """Where the lines of the source stand."""

    ABOVE = "above"
    BELOW = "below"


def combine(
    target: SubtitleDocument, source: SubtitleDocument, place: SourcePlace = SourcePlace.ABOVE
) -> SubtitleDocument:
    """One track in which cues that belong together share the screen; each keeps its own line breaks.

    Cues that overlap by half of the shorter one form a group, shown for as long as any of it; groups that
    would still overlap are cut where the next begins. No text is dropped. The cues have the language of
    the target; a cue that only the source has keeps its own.
    """
    groups = _groups(target.cues, source.cues)
    cues: list[Cue] = []
    for index, (targets, sources) in enumerate(groups):
        both = [*targets, *sources]
        span = TimeSpan(min(cue.span.start for cue in both), max(cue.span.end for cue in both))
        if index + 1 < len(groups):
            following = min(cue.span.start for side in groups[index + 1] for cue in side)
            span = TimeSpan(span.start, max(span.start, min(span.end, following)))
        parts = (sources, targets) if place is SourcePlace.ABOVE else (targets, sources)
        lines = tuple(line for part in parts for cue in part for line in cue.lines)
        cues.append(replace((targets or sources)[0], index=index, span=span, lines=lines))
    return replace(target, cues=tuple(cues))


def _groups(targets: Sequence[Cue], sources: Sequence[Cue]) -> list[tuple[list[Cue], list[Cue]]]:
    """Runs of cues that overlap across the tracks, in order of start."""
    groups: list[tuple[list[Cue], list[Cue]]] = []
    pending = sorted(
        [(cue, 0) for cue in targets] + [(cue, 1) for cue in sources], key=lambda entry: (entry[0].span.start, entry[1])
    )
    for cue, side in pending:
        if groups and any(_belong_together(cue, other) for other in groups[-1][1 - side]):
            groups[-1][side].append(cue)
        else:
            groups.append(([cue], []) if side == 0 else ([], [cue]))
    return groups


def _belong_together(cue: Cue, other: Cue) -> bool:
    common = min(cue.span.end, other.span.end) - max(cue.span.start, other.span.start)
    shorter = min(cue.span.duration, other.span.duration)
    return common > 0 and common >= _SHARE * shorter
