"""Reads a source on a thread of its own, so that no wait on the network holds up its user."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.core.types import AudioChunk
from streamlation_desktop.media.chunker import LIVE_CHUNK, chunks
from streamlation_desktop.media.connection import Connection
from streamlation_desktop.media.counters import SourceCounters
from streamlation_desktop.media.deadline import Guard
from streamlation_desktop.media.finite import finite_blocks
from streamlation_desktop.media.jitter import JitterBuffer
from streamlation_desktop.media.live import LiveIngest
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.ring.writer import RingWriter

_READ_AHEAD = 30.0
"""Seconds of audio between the network and its user."""

_JOIN = 1.0


class BackgroundSource:
    """A `MediaSource` whose container lives and dies on the thread ``media-reader``."""

    info: SourceInfo
    counters: SourceCounters

    def __init__(self, connect: Callable[[Guard], Connection], token: CancelToken, options: SourceOptions) -> None:
        """Open the source; raises what `connect` raises, or Cancelled as soon as `token` is cancelled."""
        self._token = CancelToken()
        self._forget = token.on_cancel(self._token.cancel)
        self._ready = threading.Event()
        self._wake = self._token.on_cancel(self._ready.set)
        self._failure: Exception | None = None
        self._buffer: JitterBuffer | None = None
        self._connect = connect
        self._options = options
        self._thread = threading.Thread(target=self._run, name="media-reader", daemon=True)
        self._thread.start()
        self._ready.wait()
        if self._failure is not None or self._token.is_cancelled:
            self.close()
            raise self._failure or Cancelled

    def audio(self, *, start_sample: int = 0) -> Iterator[AudioChunk]:
        """See `MediaSource.audio`."""
        assert self._buffer is not None  # it is there once the constructor returned
        return chunks(self._buffer, self.counters, start_sample, LIVE_CHUNK)

    def close(self) -> None:
        """See `MediaSource.close`; a thread that native code holds up ends by itself."""
        self._token.cancel()
        self._forget()
        if threading.current_thread() is not self._thread:
            self._thread.join(_JOIN)

    def _run(self) -> None:
        connection: Connection | None = None
        try:
            connection = self._connect(Guard(self._token))
            connection.require_audio()
            self._publish(connection)
            self._read(connection)
        except Exception as exc:  # noqa: BLE001 (the root of a thread: raised on the user's)
            self._failure = exc
        finally:
            if connection is not None:
                connection.close()
            if self._buffer is not None:
                self._buffer.end(self._failure)
            self._ready.set()

    def _publish(self, connection: Connection) -> None:
        self.info = connection.info
        self.counters = connection.resource.counters
        self._buffer = JitterBuffer(self._token, self.counters, seconds=_READ_AHEAD)
        self._buffer.drops_oldest = connection.info.is_live
        self._ready.set()

    def _read(self, connection: Connection) -> None:
        assert self._buffer is not None
        if not connection.info.is_live:
            for block in finite_blocks(connection):
                self._buffer.put(block)
            return
        limits = self._options.ring
        ring = RingWriter(limits) if limits is not None else None
        try:
            for block in LiveIngest(connection, ring, self._options.notify).blocks():
                self._buffer.put(block)
        finally:
            if ring is not None:
                ring.close()
