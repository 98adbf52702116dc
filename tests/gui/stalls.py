"""Measures how long the window's thread was busy in one go."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer

_TICK = 5


class Stalls:
    """Runs from its making to `stop`."""

    def __init__(self) -> None:
        self._worst = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def stop(self) -> float:
        """Seconds of the longest stall."""
        self._timer.stop()
        return self._worst

    def _tick(self) -> None:
        now = time.perf_counter()
        self._worst = max(self._worst, now - self._last - _TICK / 1000)
        self._last = now
