"""Places fitted clips one after the other, and marks those that run into the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from streamlation_desktop.dubbing.slots import SlotLimits


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clip is heard, in seconds of media time."""

    start: float
    end: float
    overlap: float = 0.0
    """Seconds at its end during which the next clip speaks already."""


def arrange(
    wanted: Sequence[tuple[float, float]],
    earliest: Sequence[float],
    limits: SlotLimits = SlotLimits(),  # noqa: B008 - frozen
) -> list[Place]:
    """One place for each clip.

    A clip whose predecessor runs over its slot waits for it, as long as nobody notices.

    Args:
        wanted: start and end that each clip was fitted to, in order.
        earliest: where the line of each clip begins: what late and early are counted from.
        limits: how late is unnoticed, and the gap between clips.
    """
    places: list[Place] = []
    for (start, end), line_start in zip(wanted, earliest, strict=True):
        if places:
            free = places[-1].end + limits.gap
            latest = max(start, line_start + limits.unnoticed)
            begin = min(max(start, free), latest)
            places[-1] = _marked(places[-1], begin)
        else:
            begin = start
        places.append(Place(begin, begin + end - start))
    return places


def _marked(place: Place, follower: float) -> Place:
    overlap = max(0.0, place.end - follower)
    return Place(place.start, place.end, min(overlap, place.end - place.start)) if overlap > _INAUDIBLE else place


_INAUDIBLE = 0.005
