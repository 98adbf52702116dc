"""Refuses a model whose files are not the ones that were installed.

CTranslate2 loads half of all files with a flipped bit without a word and computes with wrong
weights, so every load goes through here. Hashing gigabytes on each start would cost seconds;
a file whose size, times and inode are those of the last full check is taken as unchanged.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from pydantic import BaseModel, ConfigDict, ValidationError

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.modelstore.digest import Progress, no_progress, sha256_of
from streamlation_desktop.modelstore.manifest import FileRecord


class Recorded(Protocol):
    """What was installed: a model's manifest, or the record of an optional part."""

    @property
    def files(self) -> tuple[FileRecord, ...]:
        """Every file."""

    @property
    def size(self) -> int:
        """Bytes of all files."""


class Fault(StrEnum):
    """What is wrong with a file."""

    MISSING = "missing"
    WRONG_SIZE = "wrong size"
    WRONG_CHECKSUM = "wrong checksum"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that is not as it was installed."""

    path: str
    fault: Fault


class _Stamp(BaseModel):
    model_config = ConfigDict(frozen=True)

    sha256: str
    size: int
    modified_ns: int
    changed_ns: int
    inode: int


class _Stamps(BaseModel):
    files: dict[str, _Stamp] = {}


def check(
    folder: Path,
    manifest: Recorded,
    token: CancelToken,
    *,
    stamps_file: Path | None = None,
    progress: Progress = no_progress,
) -> list[Problem]:
    """Compare files with their records.

    Args:
        folder: where the model lies.
        manifest: what was recorded.
        token: ends a long check.
        stamps_file: remembers which files were hashed; None hashes everything.
        progress: told of the bytes checked.

    Returns:
        One problem per bad file; empty when all is well.
    """
    known = _read_stamps(stamps_file)
    problems, fresh, done, total = [], {}, 0, manifest.size
    for record in manifest.files:
        path = folder / record.path
        stamp = _stamp(path, record)
        if stamp is None or known.get(record.path) != stamp:
            fault = _fault(path, record, token)
            if fault is not None:
                problems.append(Problem(record.path, fault))
                stamp = None
        if stamp is not None:
            fresh[record.path] = stamp
        done += record.size
        progress(done, total)
    if stamps_file is not None and fresh != known:
        _write_stamps(stamps_file, fresh)
    return problems


def _fault(path: Path, record: FileRecord, token: CancelToken) -> Fault | None:
    try:
        if path.stat().st_size != record.size:
            return Fault.WRONG_SIZE
        return None if sha256_of(path, token) == record.sha256 else Fault.WRONG_CHECKSUM
    except FileNotFoundError:
        return Fault.MISSING
    except OSError:
        return Fault.UNREADABLE


def _stamp(path: Path, record: FileRecord) -> _Stamp | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return _Stamp(
        sha256=record.sha256,
        size=status.st_size,
        modified_ns=status.st_mtime_ns,
        changed_ns=status.st_ctime_ns,  # unlike the modification time it cannot be set back
        inode=status.st_ino,
    )


def _read_stamps(path: Path | None) -> dict[str, _Stamp]:
    if path is None:
        return {}
    try:
        return _Stamps.model_validate_json(path.read_bytes()).files
    except (OSError, ValidationError):
        return {}


def _write_stamps(path: Path, stamps: dict[str, _Stamp]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        scratch = path.with_suffix(f".{os.getpid()}.tmp")
        scratch.write_text(_Stamps(files=stamps).model_dump_json(), encoding="utf-8")
        scratch.replace(path)
    except OSError:
        return  # a full or read-only cache costs a hash on the next load, nothing more
