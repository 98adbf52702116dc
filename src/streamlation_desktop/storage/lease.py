"""Which process works on a job: a lock of the operating system, which ends with the process, however that ends."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout


class Lease:
    """The right to work on one job.

    A lock on a file rather than a row with a process number: the kernel drops it when the process
    is killed, there is no heartbeat to miss, and a process number that is used again means nothing.
    """

    def __init__(self, database: Path, digest: str) -> None:
        self._path = database.with_name(f"{database.name}.{digest[:32]}.lease")
        self._lock = FileLock(self._path, thread_local=False)  # a session may end on another thread

    def acquire(self, patience: float = 0.3) -> bool:
        """False when another process, or another lease of this one, has it for longer than `patience` seconds."""
        try:
            self._lock.acquire(timeout=patience)
        except Timeout:
            return False
        return True

    def release(self) -> None:
        """Let another process have it. Idempotent."""
        if self._lock.is_locked:
            with suppress(PermissionError):  # Windows does not remove a file that is open
                self._path.unlink(missing_ok=True)  # while locked: who waits for it sees that it is gone
            self._lock.release()

    @property
    def is_held(self) -> bool:
        """True while somebody has it."""
        if not self._path.exists():
            return False
        free = self.acquire(patience=0)
        if free:
            self.release()
        return not free
