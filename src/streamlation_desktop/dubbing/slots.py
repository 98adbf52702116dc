"""How much time a line has: its own, and what the silence around it lends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from streamlation_desktop.core.types import TimeSpan


@dataclass(frozen=True, slots=True)
class Line:
    """Something to be said in the dub."""

    index: int
    """Ordinal in its language, from 0."""
    span: TimeSpan
    """When the original is spoken."""
    text: str
    source: str = ""
    """What was said."""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class SlotLimits:
    """How far a clip may leave the time of its line."""

    borrow: float = 1.5
    """Seconds of the silence that follows."""
    gap: float = 0.08
    """Seconds of silence that stay between two clips."""
    early: float = 0.25
    """Seconds before the line, where nobody speaks."""
    unnoticed: float = 0.1
    """Seconds early or late that nobody sees."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The time of one clip, in seconds of media time."""

    start: float
    """Where the line begins."""
    earliest: float
    end: float

    @property
    def room(self) -> float:
        """Seconds from the line's start."""
        return self.end - self.start

    @property
    def lead(self) -> float:
        """Seconds that it may begin before the line."""
        return self.start - self.earliest


def slots(spans: Sequence[TimeSpan], media_end: float, limits: SlotLimits = SlotLimits()) -> list[Slot]:
    """One slot for each span.

    Args:
        spans: of the lines, in order of start; they may overlap, as people do.
        media_end: seconds; nothing is said after it.
        limits: how much may be borrowed.
    """
    result: list[Slot] = []
    latest_end = -limits.gap
    for index, span in enumerate(spans):
        follower = spans[index + 1].start if index + 1 < len(spans) else media_end + limits.gap
        end = min(span.end + limits.borrow, follower - limits.gap)
        if end <= span.start:  # the next one speaks at the same time: the line keeps its own
            end = span.end
        earliest = min(span.start, max(span.start - limits.early, latest_end + limits.gap, 0.0))
        result.append(Slot(span.start, earliest, max(end, span.start)))
        latest_end = max(latest_end, span.end)
    return result
