"""Places the packets of a live source, picture and sound, on one continuous media time line."""

from __future__ import annotations

import math
import statistics
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from streamlation_desktop.media.counters import SourceCounters
from streamlation_desktop.media.publishing import Made, PublishedTimes

MAX_GAP = 60.0
"""Seconds of silence at most for one outage: media time need not grow over a night off air."""

_MAX_OVERLAP = 1.0
"""Seconds a time stamp may step back before it is a jump rather than repeated media."""

_SEGMENT_OVERLAP = 0.3
"""The same of a playlist's segments, which repeat nothing: an encoder that began anew a second after the last one did
steps back by that second."""

_APART = 10.0
"""Seconds that picture and sound of one connection may lie apart."""

_SAME_BURST = 0.5
"""Seconds by which two measured bursts differ though the server sent as much: it was a busy moment."""

_SURE_GAP = 3.0
"""Seconds; a longer step forward is believed only when that much time went by."""


_BEGINNING = 2.0
"""Seconds of a connection in which media does not come at the pace of the clock yet."""

_LATE = 0.5
"""Seconds by which media must be later than it usually is before time counts as missing."""

_WINDOW = 1.0
"""Seconds of which the packet that was waited for most is taken: what comes with a segment's first is further ahead."""

_WINDOWS = 600
"""So many tell what is usual: a reader that was late now and then does not change it."""


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
    _opened: float | None = None
    """When the latest connection was opened, until its first packet was placed."""
    _replay: float = 0.0
    _started: float = 0.0
    _latest: float = 0.0
    """When a packet was placed last."""
    _skipped: float = 0.0
    """Seconds off air that media time did not grow for."""
    _lead: float = -math.inf
    """How far media time has been ahead of the wall clock at most."""
    _reference: float | None = None
    """The same in the first connection: errors of later ones do not add up."""
    _burst: float | None = None
    _aheads: deque[float] = field(default_factory=lambda: deque(maxlen=_WINDOWS))
    """How far media time was ahead of the wall clock at least when packets came, in each window of this connection."""
    _window: float = -math.inf
    """When the latest window began."""
    _since: float = 0.0
    """When the latest connection was opened."""
    _published: PublishedTimes = field(default_factory=PublishedTimes)
    _made: Made | None = None

    @property
    def has_begun(self) -> bool:
        """True when there was a packet."""
        return self._offset is not None

    def connected(self, opened: float, replay: float, burst: float | None = None) -> None:
        """A connection begins.

        Args:
            opened: when it was opened, on the clock of `now`.
            replay: seconds of the past that the source may hand out again.
            burst: how far its media was ahead of the wall clock at most since then (`Burst.ahead`); None where that is
                taken to be as in the first connection.
        """
        self._since, self._window = opened, -math.inf
        self._aheads.clear()
        if self._offset is None:
            self._started = opened
            return
        self._burst = burst
        if self._reference is None:
            self._reference = self._lead
        self.counters.reconnects += 1
        self._opened, self._replay = opened, replay
        for stream, expected in self._expected.items():
            self._known[stream] = max(expected, self._known.get(stream, expected))
        self._expected.clear()
        self._offsets.clear()

    def place(self, stream: str, stamp: float | None, duration: float, made: Made | None = None) -> float | None:
        """Account for a packet stamped `stamp` seconds, of a segment `made` at a time that the server tells.

        Returns:
            Its media time in seconds; None when it was there before and is to be dropped.
        """
        known = self._expected.get(stream, self.edge)
        self._made = made
        at = known if stamp is None else stamp + self._offset_for(stream, stamp)
        self._expected[stream] = at + duration
        if at + duration / 2 < self._known.get(stream, at) - 1e-3:
            return None
        self.edge = max(self.edge, at)
        self._published.note(made, at)
        self._look()
        self.edge, self._latest = max(self.edge, at + duration), self.now()
        self._lead = max(self._lead, self._ahead())
        return at

    def _offset_for(self, stream: str, stamp: float) -> float:
        if stream in self._offsets:
            offset, expected = self._offsets[stream], self._expected[stream]
            if not self._fits(stamp + offset - expected):
                offset = self._after_a_jump(stamp, expected, offset)
        elif self._offset is None:
            offset = -stamp
        elif self._opened is not None:
            offset = self._after_a_loss(stream, stamp, self._opened)
            self._opened = None
        else:
            offset = self._offset
            if abs(stamp + offset - self.edge) > _APART + self._replay:
                offset = self.edge - stamp
        self._offset = self._offsets[stream] = offset
        return offset

    def _after_a_jump(self, stamp: float, expected: float, own: float) -> float:
        for other in self._offsets.values():
            at = stamp + other
            is_in_step = other != own and -_MAX_OVERLAP <= at - expected <= MAX_GAP and abs(at - self.edge) <= _APART
            if is_in_step or self._fits(at - expected):
                return other
        self.counters.discontinuities += 1
        return expected + self._missing(expected) - stamp

    def _look(self) -> None:
        """Remember how far ahead of the wall clock this packet finds media time."""
        now, ahead = self.now(), self._ahead()
        if now - self._since <= _BEGINNING:
            return
        if now - self._window > _WINDOW:
            self._window = now
            self._aheads.append(ahead)
        else:
            self._aheads[-1] = min(self._aheads[-1], ahead)

    def _missing(self, expected: float) -> float:
        """Seconds that went by without media between `expected` and a jump, as where an encoder began anew.

        Media is as late as it is behind the median of what was seen: what is left of the old encoder's last segment
        comes with the new one's first, as late as that, and must not pass for the pace of the source.
        """
        late = statistics.median(self._aheads) - self._ahead() if self._aheads else 0.0
        late = self._published.corrected(late if late > _LATE else 0.0, self._made, expected)
        if late > MAX_GAP:
            self._skipped += late - MAX_GAP
            self._published.forget()
        return min(late, MAX_GAP)

    def _ahead(self) -> float:
        """How far media time is ahead of the wall clock."""
        return self.edge + self._skipped - (self.now() - self._started)

    def _after_a_loss(self, stream: str, stamp: float, opened: float) -> float:
        """The old clock still holds when the stream continues or repeats itself on it.

        A stream with a clock that is new lies in media time where its connection lies in wall time: what is newest in
        it is as old as what was newest before, however much of the past a server sends at once to a new listener.
        """
        assert self._offset is not None
        assert self._reference is not None
        step = stamp + self._offset - self._known.get(stream, self.edge)
        longest = min(MAX_GAP, opened - self._latest + self._replay + _SURE_GAP)
        if -max(self._replay, 0.05) <= step <= longest:
            return self._offset
        gap = opened - self._started - self._skipped - self.edge
        if self._burst is not None and abs(self._reference - self._burst) > _SAME_BURST:
            gap += self._reference - self._burst
        if gap > MAX_GAP:
            self._skipped += gap - MAX_GAP
        return self.edge + (min(gap, MAX_GAP) if gap > -_APART else 0.0) - stamp

    def _fits(self, step: float) -> bool:
        overlap = _MAX_OVERLAP if self._made is None else _SEGMENT_OVERLAP
        if not -overlap <= step <= MAX_GAP:
            return False
        return step <= _SURE_GAP or self._ahead() + step <= self._lead + _SURE_GAP
