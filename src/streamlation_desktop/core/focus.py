"""Where in the media the user looks: work that can choose its order begins there."""

from __future__ import annotations

import threading
from collections.abc import Callable


class Focus:
    """A moment of the media, moved by anyone from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seconds: float | None = None
        self._callbacks: list[Callable[[float], None]] = []

    @property
    def seconds(self) -> float | None:
        """Media time; None as long as nobody has looked anywhere."""
        with self._lock:
            return self._seconds

    def look(self, seconds: float) -> None:
        """The user looks at `seconds` from now on."""
        with self._lock:
            self._seconds = seconds
            callbacks = list(self._callbacks)
        for callback in callbacks:
            callback(seconds)

    def on_look(self, callback: Callable[[float], None]) -> Callable[[], None]:
        """Call `callback` with every moment from now on, and at once with the one that is known.

        Returns:
            A function that forgets the callback again.
        """
        with self._lock:
            self._callbacks.append(callback)
            known = self._seconds
        if known is not None:
            callback(known)
        return lambda: self._forget(callback)

    def _forget(self, callback: Callable[[float], None]) -> None:
        with self._lock:
            self._callbacks = [each for each in self._callbacks if each is not callback]
