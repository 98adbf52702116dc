"""How busy each stage is."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class StageMeter(Generic[T]):
    """Measures one stage: time spent working, waits for input and output not counted.

    The stage's input is read through `measure_input`, its output handed on through `measure_output`;
    what passes between the two calls is work.
    """

    def __init__(self, name: str, media: Callable[[T], float] = lambda _item: 0.0) -> None:
        self.name = name
        self._media = media
        self._lock = threading.Lock()
        self._busy = 0.0
        self._media_seconds = 0.0
        self._resumed_at: float | None = None

    def measure_input(self, items: Iterable[T]) -> Iterator[T]:
        """Pass `items` on, the wait for each not counted as work."""
        iterator = iter(items)
        while True:
            self._pause()
            try:
                item = next(iterator)
            except StopIteration:
                self._resume()
                return
            with self._lock:
                self._media_seconds += self._media(item)
            self._resume()
            yield item

    def measure_output(self, put: Callable[[object], None], item: object) -> None:
        """Call `put(item)`, its wait not counted as work."""
        self._pause()
        put(item)
        self._resume()

    def start(self) -> None:
        """The stage's thread begins."""
        self._resume()

    def stop(self) -> None:
        """The stage's thread ends."""
        self._pause()

    @property
    def busy_seconds(self) -> float:
        """Seconds of work so far."""
        with self._lock:
            running = time.monotonic() - self._resumed_at if self._resumed_at is not None else 0.0
            return self._busy + running

    @property
    def media_seconds(self) -> float:
        """Seconds of media that entered."""
        with self._lock:
            return self._media_seconds

    def _pause(self) -> None:
        with self._lock:
            if self._resumed_at is not None:
                self._busy += time.monotonic() - self._resumed_at
                self._resumed_at = None

    def _resume(self) -> None:
        with self._lock:
            self._resumed_at = time.monotonic()
