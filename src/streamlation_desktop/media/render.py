"""Runs ffmpeg to write a media file: progress, cancellation, and all or nothing on disk."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import DiskFull, NotWritable, StorageError, StreamlationError, UnsupportedMedia
from streamlation_desktop.core.files import put_in_place, unfinished
from streamlation_desktop.media.ffmpeg import FfmpegProcess

Progress = Callable[[float, float | None], None]
"""Called with the seconds written so far and the seconds in all, where known."""

_PROGRESS = ("-progress", "pipe:1", "-stats_period", "0.2", "-y")
_BLOCK = 4096


def render(
    arguments: Sequence[str],
    output: Path,
    token: CancelToken,
    progress: Progress,
    total: float | None,
    *,
    folder: Path | None = None,
    environment: dict[str, str] | None = None,
) -> None:
    """Run ``ffmpeg ARGUMENTS FILE`` and move FILE to `output` when it is complete.

    Raises:
        DiskFull, NotWritable: the disk refuses.
        UnsupportedMedia: ffmpeg cannot read or write these streams; the message is its own.
        Cancelled: the token was cancelled; nothing is left behind.
    """
    try:
        with unfinished(output) as whole:
            _run([*_PROGRESS, *arguments, f"file:{whole}"], output, token, progress, total, folder, environment)
            put_in_place(whole, output)
    except OSError as exc:
        raise _storage_error(exc.errno or 0, output) from exc


def _run(
    arguments: Sequence[str],
    output: Path,
    token: CancelToken,
    progress: Progress,
    total: float | None,
    folder: Path | None,
    environment: dict[str, str] | None,
) -> None:
    process = FfmpegProcess(arguments, token, folder=folder, environment=environment)
    try:
        pending, done = b"", 0.0
        while data := process.output.read(_BLOCK):
            *lines, pending = (pending + data).split(b"\n")
            for line in lines:
                if line.startswith(b"out_time_us=") and line[12:].strip().isdigit():
                    done = max(done, int(line[12:]) / 1e6)  # it steps back from stream to stream
                    progress(done, total)
        status = process.wait()
        token.raise_if_cancelled()
        if status:
            raise _failure(status, process.last_message, output)
    finally:
        process.close()


def _failure(status: int, message: str, output: Path) -> StreamlationError:
    code = -status & 0xFF if status > 0 else 0  # ffmpeg ends with its error code
    if code in (errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT):
        return _storage_error(code, output)
    return UnsupportedMedia(f"{output.name} cannot be written ({message})", hint="Try Matroska (.mkv) as the format.")


def _storage_error(code: int, output: Path) -> StorageError:
    if code in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(f"no space left for {output.name}", hint="Free some space or choose another folder.")
    return NotWritable(f"{output.parent} cannot be written ({os.strerror(code)})", hint="Choose another folder.")
