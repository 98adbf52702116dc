"""Places the packets of a live source, picture and sound, on one continuous media time line."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from streamlation_desktop.media.counters import SourceCounters

MAX_GAP = 60.0
"""Seconds of silence at most for one outage: media time need not grow over a night off air."""

_MAX_OVERLAP = 1.0
"""Seconds a time stamp may step back before it is a jump rather than repeated media."""

_APART = 10.0
"""Seconds that picture and sound of one connection may lie apart."""

_SURE_GAP = 3.0
"""Seconds; a longer step forward is believed only when that much time went by."""


@dataclass(slots=True)
class MediaClock:
    """Maps the time stamps of a live source's streams to media time, which starts at 0.

    A stream keeps its offset until its own time stamps jump; then it takes the offset that another
    stream has adopted before it, where that fits, so that both stay in step. Streams are told
    apart by name, because a new connection may number them anew.
    """

    counters: SourceCounters
    now: Callable[[], float] = time.monotonic
    edge: float = 0.0
    """Media time at which the media so far ends."""
    _offset: float | None = None
    _offsets: dict[str, float] = field(default_factory=dict)
    _expected: dict[str, float] = field(default_factory=dict)
    _known: dict[str, float] = field(default_factory=dict)
    """Until when each stream was heard before the latest connection."""
    _outage: float | None = None
    """Seconds without a connection, until the first packet of the new one was placed."""
    _replay: float = 0.0
    _started: float = 0.0
    _lead: float = 0.0
    """How far media time has been ahead of the wall clock at most."""

    def reconnected(self, outage: float, replay: float) -> None:
        """A new connection begins.

        Args:
            outage: seconds since the last packet.
            replay: seconds of the past that the source may hand out again.
        """
        self.counters.reconnects += 1
        self._outage, self._replay = outage, replay
        for stream, expected in self._expected.items():
            self._known[stream] = max(expected, self._known.get(stream, expected))
        self._expected.clear()
        self._offsets.clear()

    def place(self, stream: str, stamp: float | None, duration: float) -> float | None:
        """Account for a packet stamped `stamp` seconds.

        Returns:
            Its media time in seconds; None when it was there before and is to be dropped.
        """
        known = self._expected.get(stream, self.edge)
        at = known if stamp is None else stamp + self._offset_for(stream, stamp)
        self._expected[stream] = at + duration
        if at + duration / 2 < self._known.get(stream, at) - 1e-3:
            return None
        self.edge = max(self.edge, at + duration)
        self._lead = max(self._lead, self.edge - (self.now() - self._started))
        return at

    def _offset_for(self, stream: str, stamp: float) -> float:
        if stream in self._offsets:
            offset, expected = self._offsets[stream], self._expected[stream]
            if not self._fits(stamp + offset - expected):
                offset = self._after_a_jump(stamp, expected)
        elif self._offset is None:
            self._started, offset = self.now(), -stamp
        elif self._outage is not None:
            offset = self._after_a_loss(stream, stamp, self._outage)
            self._outage = None
        else:
            offset = self._offset
            if abs(stamp + offset - self.edge) > _APART + self._replay:
                offset = self.edge - stamp
        self._offset = self._offsets[stream] = offset
        return offset

    def _after_a_jump(self, stamp: float, expected: float) -> float:
        for other in self._offsets.values():
            if self._fits(stamp + other - expected):
                return other
        self.counters.discontinuities += 1
        return expected - stamp

    def _after_a_loss(self, stream: str, stamp: float, outage: float) -> float:
        """The old clock still holds when the stream continues or repeats itself on it."""
        assert self._offset is not None
        step = stamp + self._offset - self._known.get(stream, self.edge)
        if -max(self._replay, 0.05) <= step <= min(MAX_GAP, outage + self._replay + _SURE_GAP):
            return self._offset
        return self.edge + min(outage, MAX_GAP) - stamp

    def _fits(self, step: float) -> bool:
        if not -_MAX_OVERLAP <= step <= MAX_GAP:
            return False
        ahead = self.edge + step - (self.now() - self._started)
        return step <= _SURE_GAP or ahead <= self._lead + _SURE_GAP
