"""Places decoded audio on one continuous media time line that starts at 0."""

from __future__ import annotations

from dataclasses import dataclass

from streamlation_desktop.media.counters import SourceCounters

TOLERANCE = 0.05
"""Seconds; containers round time stamps to 1..10 ms, and live encoders wander about their clock."""

_MAX_OVERLAP = 1.0
_MAX_REPLAY = 60.0  # seconds of its window that a live playlist may hand out again


@dataclass(slots=True)
class Timeline:
    """Maps the time stamps of one audio stream to media time.

    A step forward of up to `max_gap` is media that is missing (silence); audio that comes again is
    dropped; any other jump is a discontinuity, closed up as players do.
    """

    counters: SourceCounters
    origin: float
    """The time stamp, in seconds, that is media time 0."""
    max_gap: float
    """Seconds."""
    cursor: float = 0.0
    """Media time at which the audio so far ends."""
    max_overlap: float = _MAX_OVERLAP
    """Seconds a time stamp may step back before it is a jump rather than repeated audio."""

    def place(self, pts: float | None, duration: float) -> float:
        """Account for a frame of `duration` seconds stamped `pts`.

        Returns:
            The media time of its first sample. Before `cursor`: that much of the frame is known
            already. After it: there is a gap.
        """
        expected = self.cursor
        start = expected if pts is None else pts - self.origin
        step = start - expected
        if abs(step) <= TOLERANCE:
            start = expected
        elif 0 < step <= self.max_gap:
            self.counters.gap_seconds += step
        elif not -self.max_overlap <= step < 0:
            self.origin += step
            self.counters.discontinuities += 1
            start = expected
        if step >= -TOLERANCE:  # caught up with what was heard before
            self.max_overlap = _MAX_OVERLAP
        self.cursor = max(expected, start + duration)
        return start

    def reconnect(self, first_pts: float, outage: float, *, replays: bool) -> None:
        """Continue after a new connection whose first frame is stamped `first_pts`.

        The old origin still holds when the stream kept its clock: then what comes again is
        dropped and what was missed is a gap. Otherwise the clock was restarted, and the wall time
        of the `outage` in seconds is what was missed.

        Args:
            first_pts: seconds.
            outage: seconds.
            replays: the source hands out a window of the past (HLS, DASH), so that a step back
                means audio that was heard before.
        """
        self.counters.reconnects += 1
        step = first_pts - self.origin - self.cursor
        if -(_MAX_REPLAY if replays else TOLERANCE) <= step <= self.max_gap:
            self.max_overlap = _MAX_REPLAY
        else:
            self.origin = first_pts - self.cursor - min(outage, self.max_gap)
