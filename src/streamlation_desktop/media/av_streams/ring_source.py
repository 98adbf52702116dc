"""Feeds the player from the ring of a live stream, which another thread or process writes."""

from __future__ import annotations

import time
from pathlib import Path

import av  # noqa: F401 (before its parts: two threads may begin with different ones)
from av.audio.stream import AudioStream
from av.video.stream import VideoStream

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, SourceLost
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.media.av_streams.formats import stream_format
from streamlation_desktop.media.av_streams.packets import MediaPacket, StreamFormat
from streamlation_desktop.media.describe import describe
from streamlation_desktop.media.ring.reader import RingReader
from streamlation_desktop.media.ring.segment_file import RingPacket

_FIRST_PACKET = 30.0
_READ = 0.1


class RingSource:
    """A `PacketSource` over a ring: time-shifted playback of a live stream.

    The ring holds one audio track: the one that is being recognized.
    """

    def __init__(self, ring: Path, shown: str, token: CancelToken | None = None) -> None:
        """Wait for the first packet.

        Args:
            ring: its folder.
            shown: what the stream is called in messages.

        Raises:
            SourceLost: nothing came.
            Cancelled: the token was cancelled.
        """
        self._token = token or CancelToken()
        self.reader = RingReader(ring, self._token)
        self.ended = False
        self._formats: dict[tuple[int, int], StreamFormat] = {}
        first = self._wait_for_first(shown)
        template = self.reader.template(first.epoch)
        self.info: SourceInfo = describe(template, shown, is_live=True, duration=None, title="")
        self._enter(first.epoch)
        self.reader.seek(self.reader.edge)

    @property
    def formats(self) -> tuple[StreamFormat, ...]:
        """See `PacketSource`."""
        return tuple(self._formats.values())

    @property
    def first_time(self) -> float:
        """See `PacketSource`."""
        return self.reader.window.start

    @property
    def live_edge(self) -> float | None:
        """See `PacketSource`."""
        return self.reader.edge

    def select_audio(self, track: int | None) -> None:
        """See `PacketSource`; there is one track."""

    def read(self) -> MediaPacket | None:
        """See `PacketSource`."""
        found = self.reader.read(_READ)
        self.ended = found is None and self.reader.ended
        return None if found is None else self._made(found)

    def seek(self, seconds: float) -> None:
        """See `PacketSource`."""
        self.ended = False
        self.reader.seek(seconds)
        for form in self._formats.values():
            with form.lock:
                form.codec.flush_buffers()

    def cancel(self) -> None:
        """See `PacketSource`."""
        self._token.cancel()

    def close(self) -> None:
        """See `PacketSource`."""
        self._formats.clear()
        self.reader.close()

    def _wait_for_first(self, shown: str) -> RingPacket:
        deadline = time.monotonic() + _FIRST_PACKET
        while not self._token.is_cancelled:
            packet = self.reader.read(_READ)
            if packet is not None:
                return packet
            if self.reader.ended or time.monotonic() > deadline:
                raise SourceLost(f"{shown} sends nothing", hint="Check whether the stream is on air.")
        raise Cancelled

    def _made(self, found: RingPacket) -> MediaPacket:
        if (found.epoch, found.stream) not in self._formats:
            self._enter(found.epoch)
        form = self._formats[found.epoch, found.stream]
        return MediaPacket(form, found.packet, 0.0, found.time, found.duration)

    def _enter(self, epoch: int) -> None:
        """New decoders; those of the connection before are no longer offered."""
        streams = enumerate(self.reader.template(epoch).streams)
        usable = ((n, s) for n, s in streams if isinstance(s, VideoStream | AudioStream))
        self._formats = {(epoch, number): stream_format(stream) for number, stream in usable}
