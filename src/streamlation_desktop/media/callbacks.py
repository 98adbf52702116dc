"""Lets FFmpeg open and read through Python without an exception ever crossing native code.

PyAV keeps one pending exception; demuxers go on after a failed open, and every further exception
is printed and lost. So failures are kept here, FFmpeg sees an end of file instead, and whoever
called into FFmpeg raises the failure afterwards.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Protocol

from streamlation_desktop.core.errors import Cancelled, SourceForbidden
from streamlation_desktop.media.counters import SourceCounters
from streamlation_desktop.media.errors import LIBRARY_ERRORS


class ByteReader(Protocol):
    """The part of a binary file that FFmpeg needs."""

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes; empty at the end."""

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Move as `io.IOBase.seek`."""

    def tell(self) -> int:
        """Current position."""

    def seekable(self) -> bool:
        """Whether `seek` works."""

    def close(self) -> None:
        """Release it."""


OpenResource = Callable[[str, int, dict[str, str]], ByteReader]
"""Opens an address; gets FFmpeg's flags and options for it."""


class OnePass:
    """Base of readers that cannot seek."""

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Always fails."""
        raise io.UnsupportedOperation("cannot seek")

    def tell(self) -> int:
        """Not kept."""
        return 0

    def seekable(self) -> bool:
        """Never."""
        return False


class ResourceCallbacks:
    """PyAV's ``io_open`` around an `OpenResource`.

    Args:
        open_resource: does the work.
        counters: where segments that could not be had are counted.
        tolerant: a playlist goes on without a segment; any other source ends with its first failure.
    """

    def __init__(self, open_resource: OpenResource, counters: SourceCounters, *, tolerant: bool) -> None:
        self._open_resource = open_resource
        self._counters = counters
        self._tolerant = tolerant
        self.failure: Exception | None = None
        """What ended the reading."""
        self.missed: Exception | None = None
        """Why the latest segment that was passed over could not be had."""

    def __call__(self, url: str, flags: int, options: dict[str, str]) -> ByteReader:
        """Open `url`, or give an empty file."""
        if self.failure is None:
            try:
                return _Guarded(self._open_resource(url, flags, options), self)
            except (Cancelled, *LIBRARY_ERRORS) as exc:
                self.note(exc)
        return io.BytesIO()

    def note(self, exc: Exception) -> None:
        """Remember a failure; our own refusals always end the reading."""
        if self._tolerant and not isinstance(exc, Cancelled | SourceForbidden):
            self._counters.lost_segments += 1
            self.missed = exc
        else:
            self.failure = self.failure or exc


class _Guarded:
    """A file whose failures end it."""

    name = ""

    def __init__(self, file: ByteReader, callbacks: ResourceCallbacks) -> None:
        self._file = file
        self._callbacks = callbacks
        self._failed = False

    def read(self, size: int) -> bytes:
        if self._failed or self._callbacks.failure is not None:
            return b""
        try:
            return self._file.read(size)
        except (Cancelled, *LIBRARY_ERRORS) as exc:
            self._failed = True
            self._callbacks.note(exc)
            return b""

    def seek(self, offset: int, whence: int = 0) -> int:
        try:
            return self._file.seek(offset, whence)
        except (Cancelled, *LIBRARY_ERRORS) as exc:
            self._failed = True
            self._callbacks.note(exc)
            return self._file.tell()

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return self._file.seekable()

    def close(self) -> None:
        self._file.close()
