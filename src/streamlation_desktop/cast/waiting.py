"""Waiting for what other threads tell."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from streamlation_desktop.core.cancel import CancelToken


def wait_until(
    changed: threading.Condition, is_reached: Callable[[], bool], token: CancelToken, deadline: float | None = None
) -> bool:
    """Until it is reached, looking again whenever `changed` is notified; called under its lock.

    Args:
        deadline: monotonic seconds after which waiting is given up.

    Returns:
        False when the deadline passed first.

    Raises:
        Cancelled: the token was cancelled.
    """

    def wake() -> None:
        with changed:
            changed.notify_all()

    forget = token.on_cancel(wake)
    try:
        with changed:
            while not is_reached():
                token.raise_if_cancelled()
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0:
                    return False
                changed.wait(left)
        token.raise_if_cancelled()
        return True
    finally:
        forget()
