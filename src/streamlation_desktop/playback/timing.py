"""The time that the player's threads wait by; tests put a hand-driven one in its place."""

from __future__ import annotations

import threading
import time
from typing import Protocol


class TimeSource(Protocol):
    """A monotonic clock and the waits that go with it."""

    def now(self) -> float:
        """Seconds; never runs back."""

    def wait(self, condition: threading.Condition, seconds: float | None) -> None:
        """Wait on `condition` (held by the caller) until notified, or `seconds` of this clock passed."""


class SystemTime:
    """The real one."""

    def now(self) -> float:
        """See `TimeSource`."""
        return time.monotonic()

    def wait(self, condition: threading.Condition, seconds: float | None) -> None:
        """See `TimeSource`."""
        condition.wait(seconds)
