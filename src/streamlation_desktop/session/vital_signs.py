"""Whether a child process lives: it beats, or the system says that it works."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

SILENCE_LIMIT = 3.5
"""Seconds with neither beat nor work after which a process counts as hung; asked twice a second, noticed within 5."""
BUSY_LIMIT = 120.0
"""Seconds without a beat after which it counts as hung although it works, or the system does not say whether it does.
PocketSphinx holds the interpreter's lock for a whole window, which takes a slow or busy machine a minute."""
_START_LIMIT = 60.0
"""Seconds that a cold start may take until the first beat."""


def cpu_seconds(pid: int) -> float | None:
    """Processor time of a running process; None where the system does not say (not Linux), or it has ended."""
    if sys.platform != "linux":
        return None
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return None
    user, system = stat.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


@dataclass(slots=True)
class VitalSigns:
    """What is known of one process; safe from any thread."""

    pid: int
    clock: Callable[[], float] = time.monotonic
    work: Callable[[int], float | None] = cpu_seconds
    _worked: float = 0.0
    _last_beat: float = field(init=False)
    _last_work: float = field(init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._last_work = self.clock()
        self._last_beat = self._last_work + _START_LIMIT

    def beat(self) -> None:
        """It said something."""
        with self._lock:
            self._last_beat = self.clock()

    def forgive(self) -> None:
        """We were asleep, and so was the process: count from now."""
        with self._lock:
            self._last_beat = self._last_work = self.clock()

    def is_hung(self) -> bool:
        """True when there was no sign for too long."""
        with self._lock:
            now, worked = self.clock(), self.work(self.pid)
            if worked is None or worked > self._worked:
                self._worked, self._last_work = worked or 0.0, now
            return now - max(self._last_beat, self._last_work) > SILENCE_LIMIT or now - self._last_beat > BUSY_LIMIT
