"""Where the work of the queue is done: threads of this process; a cluster would take the same calls."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol


class Executor(Protocol):
    """Does work elsewhere. What is submitted is a step of the queue: it finds all it needs by its job's id."""

    def submit(self, work: Callable[[], None]) -> Future[None]:
        """Do it some time soon."""

    def close(self) -> None:
        """Wait for what runs and release the workers."""


class LocalThreads:
    """Threads named ``job_0``, ``job_1`` …"""

    def __init__(self, count: int) -> None:
        self._pool = ThreadPoolExecutor(count, thread_name_prefix="job")

    def submit(self, work: Callable[[], None]) -> Future[None]:
        """See `Executor`."""
        return self._pool.submit(work)

    def close(self) -> None:
        """See `Executor`."""
        self._pool.shutdown()
