"""What the user wants of the player now, shared by its threads."""

from __future__ import annotations

import threading
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SeekOrder:
    """Where to go on."""

    serial: int
    """Everything made for an older serial is void."""
    target: float
    exact: bool


class Transport:
    """Thread-safe; a new serial is in force at once, before the demuxer has moved."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._order = SeekOrder(0, 0.0, exact=False)
        self._pending = False
        self.paused = True
        self.speed = 1.0
        self.trim = 1.0
        """Factor on the speed that keeps a live stream at its delay."""
        self.closing = False

    @property
    def serial(self) -> int:
        """Of the latest seek."""
        return self._order.serial

    @property
    def order(self) -> SeekOrder:
        """The latest seek."""
        return self._order

    @property
    def tempo(self) -> float:
        """Media seconds per second."""
        return self.speed * self.trim

    @property
    def has_order(self) -> bool:
        """True while a seek waits for the demuxer."""
        return self._pending

    def seek(self, target: float, *, exact: bool) -> SeekOrder:
        """Void what is under way and ask the demuxer to move."""
        with self._lock:
            self._order = SeekOrder(self._order.serial + 1, target, exact)
            self._pending = True
            return self._order

    def take_order(self) -> SeekOrder | None:
        """The seek to carry out, once."""
        with self._lock:
            pending, self._pending = self._pending, False
            return self._order if pending else None
