"""Writing files so that nobody ever sees half of one."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from streamlation_desktop.core.errors import DiskFull, NotWritable, StorageError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR, errno.ENOENT, errno.EEXIST})


def with_home(text: str) -> Path:
    """A path in which a leading ``~`` is the user's folder; one like ``~film.mp4`` names no user and stays as it is."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Raise what the disk refuses as one of our errors.

    Raises:
        DiskFull: no space or quota left.
        NotWritable: no permission, read-only, or not a folder.
        StorageError: the name is too long, or the disk failed.
    """
    try:
        yield
    except OSError as exc:
        if exc.errno in _FULL:
            raise DiskFull(f"the disk is full: {path}", hint="Free some space and try again; nothing is lost.") from exc
        if exc.errno in _REFUSED:
            raise NotWritable(
                f"cannot write {path}: {exc.strerror}", hint="Choose another folder with -o FOLDER."
            ) from exc
        raise StorageError(
            f"cannot write {path}: {exc.strerror or exc}", hint="Choose another name or folder."
        ) from exc


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to a temporary file beside `path`, flush it to the disk, then rename it.

    Raises:
        StorageError: see `disk_errors`; an older file at `path` is untouched.
    """
    with disk_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with _beside(path) as whole:
            whole.write_bytes(data)
            put_in_place(whole, path)


def write_alone(path: Path, data: bytes) -> None:
    """Like `write_atomically`, for a file that nobody else writes: what a killed process left of it is removed.

    Raises:
        StorageError: see `disk_errors`; an older file at `path` is untouched.
    """
    forget_unfinished(path)
    write_atomically(path, data)


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """An empty file beside `path`, to be made whole and put in its place; it does not outlive the block.

    Nobody else may be writing `path`: what is left of it, by a process that was killed, is removed first.
    """
    forget_unfinished(path)
    with _beside(path) as whole:
        yield whole


def forget_unfinished(path: Path) -> None:
    """Remove the files beside `path` that a process which was killed while it wrote them has left."""
    for left in path.parent.glob(f"{_mark(path)}*"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        with suppress(OSError):
            left.unlink(missing_ok=True)


@contextmanager
def unfinished_folder(path: Path) -> Iterator[Path]:
    """Like `unfinished`, a folder; what is made in it has the name of `path`."""
    forget_unfinished(path)
    with tempfile.TemporaryDirectory(prefix=_mark(path), dir=path.parent) as folder:
        yield Path(folder) / path.name


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(prefix=_mark(path), suffix=path.suffix, dir=path.parent)
    os.close(handle)
    try:
        give_usual_permissions(Path(name))
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _mark(path: Path) -> str:
    """How what becomes `path` begins: its own name may be as long as a name can be."""
    return f".streamlation-{zlib.crc32(os.fsencode(path.name)):08x}-"


def put_in_place(whole: Path, path: Path) -> None:
    """Give a finished file its name: whenever the power goes, the old file or the new one is there, and whole."""
    with whole.open("rb+") as file:
        os.fsync(file.fileno())
    whole.replace(path)
    if os.name == "posix":
        with suppress(OSError):  # some file systems of the network know no flush of a folder
            _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def give_usual_permissions(path: Path) -> None:
    """Give `path` the permissions of an ordinary new file: `mkstemp` makes files that only the owner can read."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)
