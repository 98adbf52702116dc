"""Tells how long the window's thread was busy in one go, and with what."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from types import FrameType

from PySide6.QtCore import QTimer

_TICK = 5
"""Milliseconds between two beats of the window's thread."""
LIMIT = 0.05
"""Seconds after which a wait between two beats counts as a stall."""


@dataclass(frozen=True, slots=True)
class Stall:
    """One wait of the window's thread."""

    wall: float
    """Seconds."""
    busy: float
    """Processor time of that thread in it: what other processes took is not in it."""
    delay: float
    """Seconds in it that the thread could have run and waited for a core of the machine; 0 where no system tells."""
    where: str
    """The innermost of our own functions that was seen at work; empty for none."""


class CoreWaits:
    """How long the thread that makes it could have run, and had no core."""

    def __init__(self) -> None:
        path = f"/proc/self/task/{threading.get_native_id()}/schedstat"
        self._file = os.open(path, os.O_RDONLY) if os.path.exists(path) else None  # noqa: PTH110
        self._known = self._total()

    def since(self) -> float:
        """Seconds since the last call."""
        known, self._known = self._known, self._total()
        return self._known - known

    def close(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _total(self) -> float:
        return 0.0 if self._file is None else int(os.pread(self._file, 100, 0).split()[1]) / 1e9


class Stalls:
    """Watches the thread that makes it, from then until `stop`."""

    def __init__(self) -> None:
        self.found: list[Stall] = []
        self.worst = 0.0
        self._thread = threading.get_ident()
        self._beat = time.perf_counter()
        self._used = time.thread_time()
        self._waits = CoreWaits()
        self._where = ""
        self._ended = threading.Event()
        self._timer = QTimer()
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._watcher = threading.Thread(target=self._watch, name="stall-watch", daemon=True)
        self._watcher.start()

    def stop(self) -> float:
        """Seconds of the longest stall."""
        self._timer.stop()
        self._ended.set()
        self._watcher.join(5)
        self._waits.close()
        return self.worst

    def _tick(self) -> None:
        now, used = time.perf_counter(), time.thread_time()
        wall, busy, delay = now - self._beat - _TICK / 1000, used - self._used, self._waits.since()
        self.worst = max(self.worst, wall)
        if wall > LIMIT:
            self.found.append(Stall(wall, busy, delay, self._where))
        self._beat, self._used, self._where = now, used, ""

    def _watch(self) -> None:
        while not self._ended.wait(LIMIT / 5):
            if time.perf_counter() - self._beat > LIMIT:
                frame = sys._current_frames().get(self._thread)
                self._where = next((place(each) for each in _outwards(frame) if _is_ours(each)), self._where)
                del frame  # what it holds, painters too, would live on


def place(frame: FrameType) -> str:
    """File, function and line."""
    path = frame.f_code.co_filename.partition("streamlation_desktop/")[2]
    return f"{path}:{frame.f_code.co_name}:{frame.f_lineno}"


def _is_ours(frame: FrameType) -> bool:
    return "streamlation_desktop/" in frame.f_code.co_filename


def _outwards(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        yield frame
        frame = frame.f_back
