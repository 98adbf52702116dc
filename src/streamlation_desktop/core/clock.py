"""Where the time comes from: the system, or a test."""

from __future__ import annotations

import time
from typing import Protocol

from streamlation_desktop.core.cancel import CancelToken


class Clock(Protocol):
    """Seconds that only grow."""

    def now(self) -> float:
        """Seconds since some moment."""

    def wait_until(self, moment: float, token: CancelToken) -> None:
        """Return at `moment`, or as soon as `token` is cancelled."""


class SystemClock:
    """The computer's monotonic clock."""

    def now(self) -> float:
        """See `Clock`."""
        return time.monotonic()

    def wait_until(self, moment: float, token: CancelToken) -> None:
        """See `Clock`."""
        while not token.is_cancelled and (left := moment - time.monotonic()) > 0:
            token.wait(left)
