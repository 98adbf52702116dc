"""Checksums of files, with a way out for the impatient."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Protocol

from streamlation_desktop.core.cancel import CancelToken

CHUNK_BYTES = 1 << 20

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes in all."""


class Writer(Protocol):
    """Where copied bytes go."""

    def write(self, data: bytes, /) -> object:
        """Take some bytes."""


def no_progress(done: int, total: int) -> None:
    """For callers that show nothing."""


def sha256_of(path: Path, token: CancelToken) -> str:
    """Hexadecimal SHA-256 of a file.

    Raises:
        Cancelled: the token was cancelled meanwhile.
    """
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK_BYTES):
            token.raise_if_cancelled()
            digest.update(chunk)
    return digest.hexdigest()


def git_sha1_of(path: Path, token: CancelToken) -> str:
    """Hexadecimal SHA-1 of a file as a git blob.

    Raises:
        Cancelled: the token was cancelled meanwhile.
    """
    digest = git_blob_digest(path.stat().st_size)
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK_BYTES):
            token.raise_if_cancelled()
            digest.update(chunk)
    return digest.hexdigest()


def git_blob_digest(size: int) -> hashlib._Hash:
    """A running SHA-1 of a git blob of `size` bytes: how the hub names files that are not in LFS."""
    return hashlib.sha1(b"blob %d\0" % size, usedforsecurity=False)


def copy_hashed(stream: BinaryIO, target: Writer, limit: int, token: CancelToken) -> tuple[int, str]:
    """Copy at most `limit` bytes; returns their number and SHA-256.

    Raises:
        ValueError: the stream holds more than `limit`.
        Cancelled: the token was cancelled meanwhile.
    """
    digest, copied = hashlib.sha256(), 0
    while chunk := stream.read(CHUNK_BYTES):
        token.raise_if_cancelled()
        copied += len(chunk)
        if copied > limit:
            raise ValueError(f"more than the {limit} bytes announced")
        digest.update(chunk)
        target.write(chunk)
    return copied, digest.hexdigest()


def sync(stream: BinaryIO) -> None:
    """Have the bytes on the disk before anything relies on them."""
    stream.flush()
    os.fsync(stream.fileno())
