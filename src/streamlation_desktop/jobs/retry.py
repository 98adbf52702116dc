"""Which failures may pass, and when to try again."""

from __future__ import annotations

from streamlation_desktop.core.errors import (
    AlreadyRunning,
    DiskFull,
    InferenceFailed,
    SourceLost,
    StorageError,
    StreamlationError,
)

_PASSING: tuple[type[StreamlationError], ...] = (SourceLost, InferenceFailed, DiskFull, AlreadyRunning)
_DELAYS = (2.0, 8.0, 30.0, 120.0)
"""Seconds before each further try."""


def delay_before_retry(error: StreamlationError, attempts: int) -> float | None:
    """Seconds to wait; None when the failure stays, or was met too often.

    Args:
        error: of the last try.
        attempts: tries that failed, the last one among them.
    """
    may_pass = isinstance(error, _PASSING) or type(error) is StorageError
    if not may_pass or attempts > len(_DELAYS):
        return None
    return _DELAYS[attempts - 1]
