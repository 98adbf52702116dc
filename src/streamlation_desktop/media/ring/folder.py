"""Private folders for rings: owned while in use, cleaned away afterwards and after a crash."""

from __future__ import annotations

import errno
import secrets
import shutil
from pathlib import Path

from filelock import FileLock, Timeout

from streamlation_desktop.core.errors import DiskFull, NotWritable

_PREFIX = "ring-"
_LOCK = "owner.lock"


class RingFolder:
    """A folder of one's own below `parent`; use as a context.

    What dead processes left there is removed first: a living owner holds the lock in its folder.
    """

    def __init__(self, parent: Path) -> None:
        """Create it.

        Raises:
            NotWritable, DiskFull: the disk refuses.
        """
        self.path = parent / f"{_PREFIX}{secrets.token_hex(6)}"
        self._lock = FileLock(self.path / _LOCK)
        try:
            parent.mkdir(parents=True, exist_ok=True)
            remove_abandoned(parent)
            self.path.mkdir(mode=0o700)
            self._lock.acquire(timeout=0)
        except OSError as exc:
            if exc.errno in (errno.ENOSPC, errno.EDQUOT):
                raise DiskFull(f"no space left in {parent}", hint="Free some space or choose another folder.") from exc
            raise NotWritable(f"{parent} cannot be written ({exc.strerror})", hint="Choose another folder.") from exc

    def __enter__(self) -> RingFolder:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Remove it with all that is in it; safe to call twice."""
        self._lock.release()
        shutil.rmtree(self.path, ignore_errors=True)


def remove_abandoned(parent: Path) -> int:
    """Remove the rings below `parent` whose owner is dead; returns how many."""
    removed = 0
    for folder in parent.glob(f"{_PREFIX}*"):
        lock = FileLock(folder / _LOCK)
        try:
            lock.acquire(timeout=0)
        except (Timeout, OSError):
            continue
        lock.release()
        shutil.rmtree(folder, ignore_errors=True)
        removed += 1
    return removed
