"""When captions of a live stream became final, and how long after their sound."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

_REMEMBERED = 60.0
"""Seconds."""
_FEWEST = 4
"""Waits that tell something."""


@dataclass(slots=True)
class CommitLog:
    """Fed in order of time; `now` is in monotonic seconds, everything else is media time."""

    _heard: deque[tuple[float, float]] = field(default_factory=deque)
    _final: deque[tuple[float, float]] = field(default_factory=deque)
    _waits: deque[tuple[float, float]] = field(default_factory=deque)
    """When something became final that had waited, and for how long."""

    def heard(self, until: float, now: float) -> None:
        """The sound is there up to that."""
        _advance(self._heard, until, now)

    def final(self, until: float, now: float) -> None:
        """No caption will be added before that."""
        before = self._final[-1][1] if self._final else None
        if _advance(self._final, until, now) and before is not None:
            heard = _reached(self._heard, before)
            if heard is not None:
                self._waits.append((now, now - heard))
        while self._waits and now - self._waits[0][0] > _REMEMBERED:
            self._waits.popleft()

    def final_at(self, media_time: float) -> float | None:
        """Since when nothing is added before `media_time`: 0 where that was so already; None where it is not so yet."""
        if self._final and media_time <= self._final[0][1]:
            return 0.0
        return _reached(self._final, media_time)

    @property
    def usual_wait(self) -> float | None:
        """That four of five of the last minute kept; None where too few are known: the first ones are no measure."""
        waits = sorted(wait for _, wait in self._waits)
        return waits[int(0.8 * (len(waits) - 1))] if len(waits) >= _FEWEST else None


def _advance(marks: deque[tuple[float, float]], until: float, now: float) -> bool:
    if marks and until <= marks[-1][1]:
        return False
    marks.append((now, until))
    while now - marks[0][0] > 2 * _REMEMBERED:
        marks.popleft()
    return True


def _reached(marks: deque[tuple[float, float]], media_time: float) -> float | None:
    return next((now for now, until in marks if until >= media_time), None)
