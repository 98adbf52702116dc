"""Unpacks archives that may be hostile: nothing leaves the folder, nothing explodes.

Refused are absolute paths, ``..``, drives, links, devices, encrypted and sparse members,
duplicates, more than announced, and compression beyond what weights ever reach.
"""

from __future__ import annotations

import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import ModelError
from streamlation_desktop.modelstore.digest import Progress, copy_hashed
from streamlation_desktop.modelstore.kinds import safe_relative_path
from streamlation_desktop.modelstore.space import disk_errors, require_space

MAX_MEMBERS = 2_000
MAX_BYTES = 32_000_000_000
MAX_RATIO = 40
"""Unpacked to packed size. Weights shrink by a third; vocabularies and licences by ten."""
RATIO_FLOOR_BYTES = 64_000_000
"""Archives that unpack to less are harmless at any ratio."""

_BROKEN = (zipfile.BadZipFile, tarfile.TarError, lzma.LZMAError, zlib.error, EOFError, ValueError, NotImplementedError)


@dataclass(frozen=True, slots=True)
class _Member:
    name: str
    size: int
    handle: zipfile.ZipInfo | tarfile.TarInfo


def is_archive(path: Path) -> bool:
    """True for zip (``.argosmodel`` is one) and tar with any of the usual compressions."""
    return zipfile.is_zipfile(path) or tarfile.is_tarfile(path)


def extract(path: Path, target: Path, token: CancelToken, progress: Progress) -> None:
    """Unpack all files of `path` into the empty folder `target`.

    Raises:
        ModelError: the archive is broken or unsafe.
        DiskFull: no room.
        Cancelled: the token was cancelled meanwhile.
    """
    try:
        with _opened(path) as archive:
            members = list(_members(archive, _limit(path)))
            total = sum(member.size for member in members)
            require_space(target, total)
            done = 0
            for member in members:
                with disk_errors(target, total - done), _stream(archive, member) as stream:
                    _write(stream, target / member.name, member.size, token)
                done += member.size
                progress(done, total)
    except _BROKEN as exc:
        raise ModelError(f"{path.name} is broken or unsafe: {exc}", hint="Fetch the archive again.") from exc


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile | tarfile.TarFile]:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as zipped:
            yield zipped
    else:
        with tarfile.open(path) as tarred:
            yield tarred


def _limit(path: Path) -> int:
    return min(MAX_BYTES, max(RATIO_FLOOR_BYTES, MAX_RATIO * path.stat().st_size))


def _members(archive: zipfile.ZipFile | tarfile.TarFile, limit: int) -> Iterator[_Member]:
    seen: set[str] = set()
    announced = 0
    # a compressed tar unpacks what lies between two headers, so the limit must hold while they are read
    for member in _zip_members(archive) if isinstance(archive, zipfile.ZipFile) else _tar_members(archive):
        announced += member.size
        if announced > limit:
            raise ValueError(f"it would unpack to more than {limit} bytes")
        if member.name.casefold() in seen:
            raise ValueError(f"{member.name} occurs twice")
        seen.add(member.name.casefold())
        if len(seen) > MAX_MEMBERS:
            raise ValueError(f"more than {MAX_MEMBERS} files")
        yield member
    if not seen:
        raise ValueError("it is empty")


def _zip_members(archive: zipfile.ZipFile) -> Iterator[_Member]:
    for info in archive.infolist():
        mode = info.external_attr >> 16
        if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise ValueError(f"{info.filename} is a link or device")
        if info.flag_bits & 0x1:
            raise ValueError(f"{info.filename} is encrypted")
        if info.header_offset < 0:
            raise ValueError(f"{info.filename} lies before the beginning")
        name = safe_relative_path(info.orig_filename.rstrip("/") if info.is_dir() else info.orig_filename)
        if not info.is_dir():
            yield _Member(name, info.file_size, info)


def _tar_members(archive: tarfile.TarFile) -> Iterator[_Member]:
    for info in archive:
        if info.isdir():
            if info.name.strip("./"):
                safe_relative_path(info.name)
            continue  # folders are made for the files in them
        if not info.isreg() or info.issparse():
            raise ValueError(f"{info.name} is not a plain file")
        yield _Member(safe_relative_path(info.name), info.size, info)


def _stream(archive: zipfile.ZipFile | tarfile.TarFile, member: _Member) -> BinaryIO:
    if isinstance(archive, zipfile.ZipFile):
        return cast("BinaryIO", archive.open(cast("zipfile.ZipInfo", member.handle)))
    stream = archive.extractfile(cast("tarfile.TarInfo", member.handle))
    if stream is None:
        raise ValueError(f"{member.name} has no content")
    return cast("BinaryIO", stream)


def _write(stream: BinaryIO, path: Path, size: int, token: CancelToken) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as target:
        copied, _ = copy_hashed(stream, target, size, token)
    if copied != size:
        raise ValueError(f"{path.name} ends early")
