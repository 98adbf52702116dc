"""Disk trouble in words: how much is needed, how much is there."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from streamlation_desktop.core.errors import DiskFull, NotWritable

_FULL = {errno.ENOSPC, errno.EDQUOT}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}
RESERVE_BYTES = 1 << 20
"""Left free for manifests and the file system's own needs."""


def require_space(folder: Path, needed: int) -> None:
    """Refuse work that cannot fit.

    Raises:
        DiskFull: `folder` has fewer than `needed` bytes free.
    """
    free = shutil.disk_usage(folder).free
    if needed and free < needed + RESERVE_BYTES:
        raise _disk_full(folder, needed, free)


@contextmanager
def disk_errors(folder: Path, needed: int = 0) -> Iterator[None]:
    """Translate the disk's refusals.

    Raises:
        DiskFull: no space was left for the `needed` bytes.
        NotWritable: the folder may not be written.
    """
    try:
        yield
    except OSError as exc:
        if exc.errno in _FULL:
            raise _disk_full(folder, needed, shutil.disk_usage(folder).free) from exc
        if exc.errno in _REFUSED:
            raise NotWritable(f"{exc.filename or folder} cannot be written", hint="Check its permissions.") from exc
        raise


def megabytes(size: int) -> str:
    """``1.2 GB``, ``75 MB``, ``0.4 MB``: decimal units, as disks are sold."""
    if size >= 1_000_000_000:
        return f"{size / 1e9:.1f} GB"
    return f"{size / 1e6:.0f} MB" if size >= 10_000_000 else f"{size / 1e6:.1f} MB"


def _disk_full(folder: Path, needed: int, free: int) -> DiskFull:
    wanted = f"{megabytes(needed)} needed, " if needed else ""
    return DiskFull(
        f"no space left for the model: {wanted}{megabytes(free)} free in {folder}",
        hint="Free some space and repeat: what arrived is kept. See: streamlation models list --disk",
    )
