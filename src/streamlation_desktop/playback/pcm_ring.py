"""Sound on its way to the device, and what media time each frame of it is."""

from __future__ import annotations

import threading
from collections import deque

import numpy as np

from streamlation_desktop.playback.base import Pcm

_SECONDS = 0.25
_PRIMED = 0.12
"""Seconds that must lie in it before the first is read: a device takes several blocks at once when it begins."""
_MARKS = 256


class PcmRing:
    """Written by the decoder, read by whatever drives the device.

    A frame is known by its ordinal since the start. `_marks` say which media time an ordinal is;
    `_heard` says at what moment of the clock an ordinal leaves the loudspeaker.
    """

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self._size = int(rate * _SECONDS)
        self._frames: Pcm = np.zeros((self._size, 2), np.float32)
        self._written = 0
        self._read = 0
        self._marks: deque[tuple[int, float, float]] = deque(maxlen=_MARKS)
        self._heard: tuple[float, int] | None = None
        self._running = False
        self._is_primed = False
        self._is_finished = False
        self.is_closed = False
        """Nobody writes any more: whoever is about to open a device for it need not."""
        self.condition = threading.Condition()

    @property
    def free(self) -> int:
        """Frames that can be written."""
        return self._size - (self._written - self._read)

    @property
    def filled(self) -> int:
        """Frames that can be read."""
        return self._written - self._read

    @property
    def is_flowing(self) -> bool:
        """True while the reader can expect to find what it asks for: not before the beginning, nor at the end."""
        return self._is_primed and not self._is_finished

    def write(self, pcm: Pcm, time: float, tempo: float) -> int:
        """See `AudioSink.write`."""
        with self.condition:
            count = min(len(pcm), self.free)
            if not count:
                return 0
            at = self._written % self._size
            first = min(count, self._size - at)
            self._frames[at : at + first] = pcm[:first]
            self._frames[: count - first] = pcm[first:count]
            self._marks.append((self._written, time, tempo))
            self._written += count
            self._is_primed = self._is_primed or self.filled >= int(_PRIMED * self.rate)
            return count

    def finish(self) -> None:
        """Nothing follows until the next `flush`: what is there is played, however little it is."""
        with self.condition:
            self._is_primed = self._is_finished = True

    def read(self, out: Pcm, heard_at: float) -> int:
        """Fill `out` as far as possible; its first frame is heard at `heard_at` of the clock."""
        with self.condition:
            if not self._is_primed:
                return 0
            count = min(len(out), self.filled)
            at = self._read % self._size
            first = min(count, self._size - at)
            out[:first] = self._frames[at : at + first]
            out[first:count] = self._frames[: count - first]
            if count or not self._is_finished:  # at the end the device goes on asking, and what was read is heard
                self._heard = (heard_at, self._read)
            self._read += count
            self.condition.notify_all()
            return count

    def skip(self, count: int, heard_at: float) -> int:
        """Read without wanting the frames."""
        with self.condition:
            if not self._is_primed:
                return 0
            count = min(count, self.filled)
            self._read += count
            self._heard = (heard_at, self._read)
            self.condition.notify_all()
            return count

    def set_running(self, running: bool, now: float) -> None:
        """While not running, the position goes on to the end of what was read, and stands."""
        with self.condition:
            if running and not self._running and self._heard is not None:
                self._heard = (now, self._ordinal(now))
            self._running = running

    def position(self, now: float) -> float | None:
        """Media time heard at `now`; None when nothing is known since `flush`."""
        with self.condition:
            if not self._marks:
                return None
            ordinal = self._marks[0][0] if self._heard is None else self._ordinal(now)
            for start, time, tempo in reversed(self._marks):
                if start <= ordinal:
                    return time + (ordinal - start) / self.rate * tempo
            return self._marks[0][1]

    def unheard(self, now: float) -> float:
        """Seconds of output that were written and not heard yet."""
        with self.condition:
            ordinal = self._read if self._heard is None else self._ordinal(now)
            return max(0.0, (self._written - ordinal) / self.rate)

    def flush(self) -> None:
        """Forget what was not read."""
        with self.condition:
            self._read = self._written
            self._marks.clear()
            self._heard = None
            self._is_primed = self._is_finished = False
            self.condition.notify_all()

    def _ordinal(self, now: float) -> int:
        """The frame heard at `now`; never one that was not written."""
        if self._heard is None:
            return self._read
        moment, ordinal = self._heard
        return min(ordinal + int((now - moment) * self.rate), self._written if self._running else self._read)
