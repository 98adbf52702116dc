"""A clock of media time that runs by itself: the master where there is no sound."""

from __future__ import annotations

import threading

from streamlation_desktop.playback.timing import TimeSource


class FreeClock:
    """Thread-safe."""

    def __init__(self, time: TimeSource) -> None:
        self._time = time
        self._lock = threading.Lock()
        self._base: float | None = None
        self._since = 0.0
        self._speed = 1.0
        self._running = False

    def position(self) -> float | None:
        """Media time; None until `set`."""
        with self._lock:
            return self._reading()

    def set(self, position: float | None) -> None:
        """Go on from there; None: unknown for now."""
        with self._lock:
            self._base, self._since = position, self._time.now()

    def set_running(self, running: bool) -> None:
        """Start or stop."""
        with self._lock:
            self._rebase()
            self._running = running

    def set_speed(self, speed: float) -> None:
        """Media seconds per second."""
        with self._lock:
            self._rebase()
            self._speed = speed

    def _reading(self) -> float | None:
        if self._base is None or not self._running:
            return self._base
        return self._base + (self._time.now() - self._since) * self._speed

    def _rebase(self) -> None:
        self._base, self._since = self._reading(), self._time.now()
