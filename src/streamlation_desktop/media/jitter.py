"""Holds audio between the thread that reads the network and the one that uses it."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator

import numpy as np

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled
from streamlation_desktop.core.types import SAMPLE_RATE, Samples
from streamlation_desktop.media.counters import SourceCounters

_BLOCK = SAMPLE_RATE


class JitterBuffer:
    """Bounded in time. When it is full, a video on demand waits; a live source loses its oldest audio.

    What was lost comes out as silence of the same length, so that samples keep telling the time.
    """

    def __init__(self, token: CancelToken, counters: SourceCounters, *, seconds: float) -> None:
        self.drops_oldest = False
        """Set for a live source: its server would hang up on a reader that pauses."""
        self._counters = counters
        self._limit = int(seconds * SAMPLE_RATE)
        self._changed = threading.Condition()
        self._blocks: deque[Samples] = deque()
        self._held = 0
        self._lost = 0
        self._ended = False
        self._failure: Exception | None = None
        self._token = token
        self._forget = token.on_cancel(self._wake)

    def put(self, block: Samples) -> None:
        """Append a block; raises Cancelled when the token was cancelled."""
        with self._changed:
            while self._held >= self._limit and not self.drops_oldest and not self._token.is_cancelled:
                self._changed.wait()
            self._token.raise_if_cancelled()
            while self._held >= self._limit and self._blocks:
                dropped = len(self._blocks.popleft())
                self._held -= dropped
                self._lost += dropped
                self._counters.dropped_seconds += dropped / SAMPLE_RATE
            self._blocks.append(block)
            self._held += len(block)
            self._changed.notify_all()

    def end(self, failure: Exception | None = None) -> None:
        """No more will come; `failure` is raised to the consumer after what is held."""
        with self._changed:
            self._ended = True
            self._failure = failure
            self._changed.notify_all()
        self._forget()

    def __iter__(self) -> Iterator[Samples]:
        while True:
            with self._changed:
                while not self._blocks and not self._ended and not self._token.is_cancelled:
                    self._changed.wait()
                self._token.raise_if_cancelled()
                lost, self._lost = self._lost, 0
                block = self._blocks.popleft() if self._blocks else None
                self._held -= 0 if block is None else len(block)
                self._changed.notify_all()
            while lost:
                silence = np.zeros(min(lost, _BLOCK), np.float32)
                lost -= len(silence)
                yield silence
            if block is None:
                break
            yield block
        if self._failure is not None and not isinstance(self._failure, Cancelled):
            raise self._failure

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()
