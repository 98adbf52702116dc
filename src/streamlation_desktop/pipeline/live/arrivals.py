"""When each moment of the sound arrived: what the lag of a caption is measured against."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections import deque

from streamlation_desktop.core.types import AudioChunk

_KEPT = 10_000
"""Chunks; of a live source, a quarter of an hour."""


class Arrivals:
    """Written by the ingest thread, read by the others."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ends: deque[float] = deque(maxlen=_KEPT)
        self._times: deque[float] = deque(maxlen=_KEPT)

    def note(self, chunk: AudioChunk, now: float) -> None:
        """A chunk has arrived."""
        with self._lock:
            self._ends.append(chunk.span.end)
            self._times.append(now)

    def of(self, media_time: float) -> float | None:
        """When the sound of this moment arrived, had it come evenly; None where that is forgotten."""
        with self._lock:
            at = bisect_left(self._ends, media_time)
            if at == len(self._ends) or not self._ends:
                return self._times[-1] if self._times else None
            # Within a chunk, sound is as much older than its end as it lies before it.
            return self._times[at] - (self._ends[at] - media_time)
