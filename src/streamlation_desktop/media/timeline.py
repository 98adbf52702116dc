"""Places decoded audio on one continuous media time line that starts at 0."""

from __future__ import annotations

from dataclasses import dataclass

from streamlation_desktop.media.counters import SourceCounters

TOLERANCE = 0.05
"""Seconds; containers round time stamps to 1..10 ms, and live encoders wander about their clock."""

_MAX_OVERLAP = 1.0


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
        self.cursor = max(expected, start + duration)
        return start
