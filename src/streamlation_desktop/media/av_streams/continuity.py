"""Keeps media time running where a broadcast's time stamps jump."""

from __future__ import annotations

_FORWARD = 10.0
_BACK = -3.0
"""Seconds; streams of a broadcast may be interleaved up to some seconds apart."""


class Continuity:
    """Gives the offset that turns time stamps into media time, the same for sound and pictures.

    A jump appears on one stream first. The other still carries old time stamps for some packets,
    so the former offset is kept for whom it fits better.
    """

    def __init__(self, origin: float, *, jumps: bool) -> None:
        self.latest = 0.0
        """Media time that has been reached."""
        self._offset = origin
        self._former = origin
        self._jumps = jumps
        self._started = False

    def offset_for(self, seconds: float | None, duration: float) -> float:
        """What to add to a time stamp of `seconds`; accounts for the packet."""
        if seconds is None:
            return self._offset
        if not self._started or not self._jumps:
            self._started = True
            self.latest = max(self.latest, seconds + self._offset + duration) if self._jumps else seconds + self._offset
            return self._offset
        for offset in (self._offset, self._former):
            if _BACK <= seconds + offset - self.latest <= _FORWARD:
                self.latest = max(self.latest, seconds + offset + duration)
                return offset
        self._former, self._offset = self._offset, self.latest - seconds
        self.latest += duration
        return self._offset
