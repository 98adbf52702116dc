"""Memory that is free and that the C library keeps all the same.

Hours of sound and spectra of every length between what stays leave a heap full of holes: it grew by 10 MiB in
forty minutes of a stream, of which 2 MiB were in use. A heap for each thread, which is what glibc makes up to eight
times per core, multiplies such holes.
"""

from __future__ import annotations

import ctypes
import sys
import time
from dataclasses import dataclass, field

_PAUSE = 60.0
"""Seconds between two times; each takes a few milliseconds."""
_HEAPS = 2
_M_ARENA_MAX = -8
"""See ``mallopt(3)``."""


def few_heaps() -> None:
    """Threads that come from now on share heaps, where the C library can do that (glibc)."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt is not None:
        mallopt(_M_ARENA_MAX, _HEAPS)


@dataclass(slots=True)
class FreeMemory:
    """Gives it back to the system now and then, where the library can do that (glibc)."""

    _given: float = field(default_factory=time.monotonic)

    def give_back(self) -> None:
        """Call it as often as you like."""
        now = time.monotonic()
        if now - self._given < _PAUSE:
            return
        self._given = now
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
        if trim is not None:
            trim(0)
