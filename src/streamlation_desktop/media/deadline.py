"""Deadlines and cancellation for PyAV calls that block in native code.

FFmpeg polls an interrupt callback about ten times a second while it waits for the network. PyAV's
callback compares ``time.monotonic()`` with the time-out given to ``av.open``; it looks the name
``time`` up in the globals of ``av.container.core`` at each call. Putting a clock of our own there
gives what PyAV lacks: a deadline for every call (PyAV has none for seek and close), cancellation
from another thread, and no stale timer after a pause. Containers that no `Guard` covers keep
seeing the true clock. Measured on PyAV 18.1: a frozen server is left within 50 ms.
"""

from __future__ import annotations

import threading
import time

import av.container.core

from streamlation_desktop.core.cancel import CancelToken

_PAST_ANY_TIMEOUT = 1e9
_STEP = 1e7  # each reading is later than the one before by more than any time-out


class _GuardedClock:
    """Stands in for the ``time`` module inside ``av.container.core`` only."""

    def __init__(self) -> None:
        self.guards: dict[int, Guard] = {}

    def monotonic(self) -> float:
        guard = self.guards.get(threading.get_ident())
        return time.monotonic() if guard is None else guard.reading()


_CLOCK = _GuardedClock()
av.container.core.time = _CLOCK  # type: ignore[attr-defined]


class Guard:
    """Bounds the blocking calls of one container; used by one thread at a time."""

    def __init__(self, token: CancelToken) -> None:
        self.token = token
        self._deadline = 0.0
        self._readings = 0

    def within(self, seconds: float) -> Guard:
        """Context: interrupt the PyAV call made inside after `seconds`, or when the token is cancelled."""
        self.allow(seconds)
        return self

    def __enter__(self) -> None:
        _CLOCK.guards[threading.get_ident()] = self

    def __exit__(self, *_: object) -> None:
        _CLOCK.guards.pop(threading.get_ident(), None)

    def allow(self, seconds: float) -> None:
        """Set the deadline alone, for waits in Python that no PyAV call surrounds."""
        self._deadline = time.monotonic() + seconds

    @property
    def remaining(self) -> float:
        """Seconds left of the call in progress; what Python callbacks under it may wait."""
        return self._deadline - time.monotonic()

    @property
    def timed_out(self) -> bool:
        """True when the last call ran into its deadline."""
        return self.remaining <= 0

    def reading(self) -> float:
        """The clock that PyAV sees: it stands still until the call must end, then races ahead."""
        if not self.token.is_cancelled and not self.timed_out:
            return 0.0
        self._readings += 1
        return _PAST_ANY_TIMEOUT + self._readings * _STEP
