"""What moves the sound along: a device, or nothing but time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from streamlation_desktop.playback.pcm_ring import PcmRing
from streamlation_desktop.playback.timing import TimeSource


class SoundDriver(Protocol):
    """Reads a ring at the pace of time."""

    @property
    def is_alive(self) -> bool:
        """False once the device is gone or silent."""

    @property
    def is_proven(self) -> bool:
        """True once it has shown that it goes on, not only starts."""

    @property
    def gaps(self) -> int:
        """Times it found too little to play."""

    def advance(self) -> None:
        """Read what is due, where nobody else does."""

    def set_running(self, running: bool) -> None:
        """Play or hold."""

    def set_gain(self, gain: float) -> None:
        """Linear volume."""

    def close(self) -> None:
        """Let go of the device."""


OpenDriver = Callable[[PcmRing], SoundDriver | None]
"""Opens the device; None when there is none."""


class SilentDriver:
    """Reads by the clock alone; whoever asks for the position or for room moves it on."""

    is_alive = True
    is_proven = True
    gaps = 0

    def __init__(self, ring: PcmRing, time: TimeSource) -> None:
        self._ring = ring
        self._time = time
        self._running = False
        self._last = time.now()
        self._fraction = 0.0

    def advance(self) -> None:
        """See `SoundDriver`."""
        now = self._time.now()
        due = (now - self._last) * self._ring.rate + self._fraction
        self._last = now
        if not self._running:
            return
        taken = self._ring.skip(int(due), now)
        self._fraction = due - int(due) if taken == int(due) else 0.0

    def set_running(self, running: bool) -> None:
        """See `SoundDriver`."""
        self.advance()
        self._running = running

    def set_gain(self, gain: float) -> None:
        """Silence has none."""

    def close(self) -> None:
        """Nothing is held."""
