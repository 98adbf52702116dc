"""Where media time lies on the clock of a server that tells when it made its segments."""

from __future__ import annotations

import statistics
from collections import deque
from dataclasses import dataclass, field

_FEWEST = 3
_KEPT = 60
_UNLIKE = 10.0
"""Seconds by which what a server tells may differ from when media came: beyond, its clock was set."""
_SCATTER = 1.0
"""Seconds from the median within which half of a server's times lie, if they mean anything."""


@dataclass(frozen=True, slots=True)
class Made:
    """When a segment of a live source was made."""

    at: float
    """Seconds since 1970 of its first media, on the server's clock."""
    error: float
    """Seconds by which that may be wrong."""


@dataclass(slots=True)
class PublishedTimes:
    """Learns how far media time is behind the server's clock, and knows from it how much an encoder left out."""

    _distances: deque[float] = field(default_factory=lambda: deque(maxlen=_KEPT))
    """Media time less the server's, at the beginning of each segment."""
    _latest: Made | None = None

    def note(self, made: Made | None, media: float) -> None:
        """The packet at `media` belongs to the segment that was `made` then."""
        if made is not None and made != self._latest:
            self._distances.append(media - made.at)
        self._latest = made

    def corrected(self, missing: float, made: Made | None, expected: float) -> float:
        """`missing` seconds, as told by when media came, brought within what the server tells.

        Args:
            missing: seconds that seem to lie between what was heard and the first packet of an encoder that began anew.
            made: when that packet's segment was made.
            expected: media time at which what was heard ends.
        """
        if made is None or len(self._distances) < _FEWEST:
            return missing
        usual = statistics.median(self._distances)
        strays = statistics.median(abs(distance - usual) for distance in self._distances)
        told = made.at + usual - expected
        if strays > _SCATTER or abs(told - missing) > _UNLIKE:
            return missing
        return max(0.0, min(max(missing, told - made.error), told + made.error))

    def forget(self) -> None:
        """Media time no longer follows the server's clock."""
        self._distances.clear()
