"""Decides when cues appear and go: in step with the speech, long enough to be read, never overlapping."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from streamlation_desktop.subtitles.norms import Norms
from streamlation_desktop.subtitles.segmentation import LINGER

_OFFSETS = range(-600, 1001, 100)
"""Milliseconds by which a cue may lead (negative) or lag its speech."""
_FREE_LEAD = 200
_COMFORT = 500
"""Milliseconds that a cue stays after its speech where nothing follows."""
_LAST_RESORT = 3000
"""Milliseconds it may stay where it could not be read otherwise."""
_CHAIN = 500
"""Gaps shorter than this (milliseconds) look like flicker: the cue before stays until the next."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A cue before its times are fixed."""

    start: float
    """Of its speech, in seconds."""
    end: float
    width: float
    """Characters to read."""


@dataclass(frozen=True, slots=True)
class Slot:
    """When a cue is on screen, in whole milliseconds: what files hold, so that rounding breaks no norm."""

    start: int
    end: int


def schedule(drafts: Sequence[Draft], norms: Norms, *, previous_end: int | None = None) -> list[Slot]:
    """Times for cues in order of speech; the best start offsets are found by dynamic programming.

    Offsets between -0.6 s and +1 s let a dense cue borrow time from its neighbours; they cost little for
    the 0.2 s that viewers do not notice, more beyond, and less than an unreadable cue. Cues never overlap,
    keep the gap, and last at least the minimum: speech that is too crowded even for that is shown late.

    Args:
        drafts: starts do not fall.
        norms: limits.
        previous_end: when the cue before the first one goes, in milliseconds.
    """
    clock = _Clock(norms)
    not_before = 0 if previous_end is None else previous_end + clock.gap
    bases = clock.bases(drafts, not_before)
    columns: list[list[tuple[float, int]]] = []
    for index, draft in enumerate(drafts):
        column = []
        for offset in _OFFSETS:
            start = bases[index] + offset
            if start < not_before:
                column.append((math.inf, 0))
                continue
            shift = clock.shift_cost(start - round(draft.start * 1000))
            if index == 0:
                column.append((shift, 0))
                continue
            before = drafts[index - 1]
            options = (
                (cost + clock.cost(before, bases[index - 1] + lead, start), chosen)
                for chosen, (lead, (cost, _)) in enumerate(zip(_OFFSETS, columns[-1], strict=True))
                if cost < math.inf
            )
            best, chosen = min(options, default=(math.inf, 0))
            column.append((best + shift, chosen))
        columns.append(column)
    return clock.trace(drafts, bases, columns)


class _Clock:
    """The norms in milliseconds, and what deviating from them costs."""

    def __init__(self, norms: Norms) -> None:
        self.gap = math.ceil(norms.min_gap * 1000)
        self.shortest = math.ceil(norms.min_duration * 1000)
        self.longest = math.floor(norms.max_duration * 1000)
        self.target, self.fastest = norms.target_cps / 1000, norms.max_cps / 1000

    def bases(self, drafts: Sequence[Draft], not_before: int) -> list[int]:
        """Starts of the speech, moved apart where they leave no room for the shortest cue."""
        bases: list[int] = []
        for draft in drafts:
            earliest = bases[-1] + self.shortest + self.gap if bases else not_before
            bases.append(max(round(draft.start * 1000), earliest))
        return bases

    def end(self, draft: Draft, start: int, following: int | None) -> int:
        """When a cue that starts at `start` goes, given the start of the next."""
        spoken = round(draft.end * 1000)
        wanted = max(spoken + _COMFORT, start + math.ceil(draft.width / self.target))
        readable = start + math.ceil(draft.width / self.fastest)
        end = max(min(wanted, spoken + round(LINGER * 1000)), min(readable, spoken + _LAST_RESORT))
        end = min(max(end, start + self.shortest), start + self.longest)
        if following is not None and following - end < _CHAIN:
            end = min(following - self.gap, start + self.longest)
        return end

    def cost(self, draft: Draft, start: int, following: int | None) -> float:
        """Of showing a cue between two starts."""
        end = self.end(draft, start, following)
        shown = end - start
        if shown < self.shortest:
            return 1e6 + (self.shortest - shown) * 1e3
        speed = draft.width / shown
        cut = max(0, round(draft.end * 1000) - end) / 1000
        slow = 0.6 * max(0.0, speed / self.target - 1)
        unreadable = 0.5 + 40 * (speed / self.fastest - 1) if speed > self.fastest else 0.0
        return slow + unreadable + 0.5 * cut

    def shift_cost(self, offset: int) -> float:
        """Of showing a cue `offset` milliseconds after its speech begins."""
        if offset < 0:
            return 0.3 * -offset / 1000 + 2.0 * max(0, -offset - _FREE_LEAD) / 1000
        return 1.0 * offset / 1000 + 2.0 * max(0, offset - 500) / 1000

    def trace(self, drafts: Sequence[Draft], bases: list[int], columns: list[list[tuple[float, int]]]) -> list[Slot]:
        """The slots along the cheapest path, last to first."""
        slots: list[Slot] = []
        if not drafts:
            return slots
        finals = [
            cost + self.cost(drafts[-1], bases[-1] + lead, None)
            for lead, (cost, _) in zip(_OFFSETS, columns[-1], strict=True)
        ]
        chosen = finals.index(min(finals))
        following: int | None = None
        for index in range(len(drafts) - 1, -1, -1):
            start = bases[index] + _OFFSETS[chosen]
            slots.append(Slot(start, self.end(drafts[index], start, following)))
            following, chosen = start, columns[index][chosen][1]
        slots.reverse()
        return slots
