"""Cooperative cancellation: one token ends every wait of a session."""

from __future__ import annotations

import threading
from collections.abc import Callable

from streamlation_desktop.core.errors import Cancelled


class CancelToken:
    """Set once, by anyone, from any thread."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self.is_abandoned = False
        """Nobody asked for the stop: who wanted the work is gone, and may want it again."""
        self._lock = threading.Lock()
        self._callbacks: list[Callable[[], None]] = []

    @property
    def is_cancelled(self) -> bool:
        """True from the first `cancel` on."""
        return self._event.is_set()

    def cancel(self) -> None:
        """Request the stop. Idempotent."""
        with self._lock:
            self._event.set()
            callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            callback()

    def abandon(self) -> None:
        """Stop because who wanted the work is gone."""
        self.is_abandoned = True
        self.cancel()

    def raise_if_cancelled(self) -> None:
        """Raise `Cancelled` when the stop has been requested."""
        if self._event.is_set():
            raise Cancelled

    def wait(self, timeout: float) -> bool:
        """Sleep up to `timeout` seconds; True when cancelled meanwhile."""
        return self._event.wait(timeout)

    def on_cancel(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call `callback` once on cancel (at once when already cancelled).

        Returns:
            A function that forgets the callback again.
        """
        with self._lock:
            pending = not self._event.is_set()
            if pending:
                self._callbacks.append(callback)
        if not pending:
            callback()
        return lambda: self._forget(callback)

    def _forget(self, callback: Callable[[], None]) -> None:
        with self._lock:
            self._callbacks = [known for known in self._callbacks if known is not callback]
