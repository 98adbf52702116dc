"""The bytes behind a web address: seekable where the server allows, resumed after a loss."""

from __future__ import annotations

import io
import random
import re

from streamlation_desktop.core.errors import SourceLost
from streamlation_desktop.media.fetch import Exchange, Fetcher

_ATTEMPTS = 6
_FIRST_DELAY = 0.25
_MAX_DELAY = 4.0
_READ_THROUGH = 1 << 20
_BLOCK = 1 << 16
_CONTENT_RANGE = re.compile(r"bytes (\d+)-\d*/(\d+)")


class HttpBody:
    """Reads one resource, or a range ``[start, end)`` of it; position 0 is its first byte."""

    def __init__(
        self, fetcher: Fetcher, url: str, start: int = 0, end: int | None = None, *, patient: bool = False
    ) -> None:
        """Send the request; when `patient`, a server that fails is asked again a few times.

        Raises as `Fetcher.get`.
        """
        self._fetcher = fetcher
        self._url = url
        self._start = start
        self._end = end
        self._position = 0
        self._head = b""  # peeked at, to be read again
        self._failures = 0 if patient else _ATTEMPTS
        self._exchange: Exchange | None = None
        exchange = self._connected()
        self._failures = 0
        self.headers = exchange.headers
        self.url = exchange.url
        """After redirects."""
        self.length = self._length(exchange)
        """Bytes, or None when the server does not tell."""
        self._ranges = exchange.status == 206 or exchange.headers.get("Accept-Ranges", "").lower() == "bytes"

    def read(self, size: int) -> bytes:
        """Up to `size` bytes, resuming after a lost connection where that is possible.

        Raises:
            SourceLost: the connection is lost for good.
            Cancelled: the token was cancelled.
        """
        if self._head:
            data, self._head = self._head[:size], self._head[size:]
        else:
            data = self._read(size)
        self._position += len(data)
        return data

    def _read(self, size: int) -> bytes:
        while True:
            if self.length is not None and self._position >= self.length:
                return b""
            try:
                exchange = self._exchange or self._connected()
                data = exchange.read(size, self._fetcher.patience)
                self._fetcher.token.raise_if_cancelled()
            except OSError as exc:
                self._drop()
                if self.length is None or not self._ranges:
                    raise SourceLost(f"the connection was lost ({exc})", hint="Try again.") from exc
                self._pause(exc)
                continue
            if data:
                self._failures = 0
                return data if self.length is None else data[: self.length - self._position]
            if self.length is None:
                self.length = self._position  # it is told by the end of the connection
                return b""
            self._drop()  # it ended early
            if not self._ranges:
                raise SourceLost("the server ended the transfer early", hint="Try again.")
            self._pause(ConnectionResetError("transfer ended early"))

    def peek(self, size: int) -> bytes:
        """The next `size` bytes (fewer only at the end) without consuming them."""
        while len(self._head) < size:
            self._position += len(self._head)
            data = self._read(size)
            self._position -= len(self._head)
            if not data:
                break
            self._head += data
        return self._head[:size]

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move; the next read asks the server for the new place."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self.length or 0}[whence]
        target = max(0, base + offset)
        while 0 < target - self._position <= _READ_THROUGH and self.read(min(_BLOCK, target - self._position)):
            pass  # cheaper than a new connection
        if target != self._position:
            self._position = target
            self._head = b""
            self._drop()
        return self._position

    def tell(self) -> int:
        """Current position."""
        return self._position

    def seekable(self) -> bool:
        """True when the server accepts ranges."""
        return self._ranges and self.length is not None

    def close(self) -> None:
        """Hang up."""
        self._drop()

    def _connected(self) -> Exchange:
        while self._exchange is None:
            begin = self._start + self._position
            partial = begin > 0 or self._end is not None
            wanted = f"{begin}-{'' if self._end is None else self._end - 1}" if partial else ""
            try:
                exchange = self._fetcher.get(self._url, wanted)
            except (OSError, SourceLost) as exc:
                self._pause(exc)
                continue
            if wanted and exchange.status != 206:
                self._skip(exchange, begin)
            self._exchange = exchange
        return self._exchange

    def _skip(self, exchange: Exchange, count: int) -> None:
        """Read past what a server without ranges sends again."""
        while count > 0:
            data = exchange.read(min(count, _BLOCK), self._fetcher.patience)
            if not data:
                raise SourceLost("the server does not send the part asked for")
            count -= len(data)

    def _pause(self, cause: Exception) -> None:
        self._failures += 1
        delay = min(_MAX_DELAY, _FIRST_DELAY * 2 ** (self._failures - 1)) * random.uniform(0.8, 1.2)
        if self._failures >= _ATTEMPTS or self._fetcher.guard.remaining < delay:
            raise cause
        if self._fetcher.token.wait(delay):
            self._fetcher.token.raise_if_cancelled()

    def _drop(self) -> None:
        if self._exchange is not None:
            self._exchange.close()
            self._exchange = None

    def _length(self, exchange: Exchange) -> int | None:
        matched = _CONTENT_RANGE.match(exchange.headers.get("Content-Range", ""))
        if exchange.status == 206 and matched:
            total = int(matched[2]) if self._end is None else min(self._end, int(matched[2]))
            return total - self._start
        if self._end is not None:
            return self._end - self._start
        declared = exchange.headers.get("Content-Length", "")
        return int(declared) if declared.isdigit() else None
