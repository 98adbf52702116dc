"""The thread that owns the source: opens it, reads it, seeks in it and closes it."""

from __future__ import annotations

import logging
from collections.abc import Callable

from streamlation_desktop.core.errors import Cancelled, StreamlationError
from streamlation_desktop.media.av_streams.packets import Kind, MediaPacket, StreamFormat
from streamlation_desktop.playback.base import PacketSource
from streamlation_desktop.playback.packet_buffer import End, PacketBuffer, Silence
from streamlation_desktop.playback.transport import SeekOrder, Transport

log = logging.getLogger(__name__)

_LIVE_POLL = 0.05

OpenSource = Callable[[], PacketSource]


class Demuxing:
    """Fills the packet buffer."""

    def __init__(
        self,
        open_source: OpenSource,
        buffer: PacketBuffer,
        transport: Transport,
        *,
        opened: Callable[[PacketSource], None],
        failed: Callable[[StreamlationError, bool], None],
        joined: Callable[[], None],
    ) -> None:
        """Args:
        opened: told when the source is open.
        failed: told of an error; True when nothing can be played at all.
        joined: waits until the decoders have ended, for nobody may touch a stream after the close.
        """
        self._open_source = open_source
        self._buffer = buffer
        self._transport = transport
        self._opened = opened
        self._failed = failed
        self._joined = joined
        self._audio_track: int | None = None
        self._track_changed = False
        self._serial = 0
        self._ended = False
        self._reached = 0.0
        self._kinds: frozenset[Kind] = frozenset()
        self._latest: dict[Kind, StreamFormat] = {}

    @property
    def reached_end(self) -> bool:
        """True when all there is was read."""
        return self._ended

    def choose_audio(self, track: int | None) -> None:
        """From the next seek on."""
        self._audio_track = track
        self._track_changed = True

    def run(self) -> None:
        """Until the player is closed."""
        source: PacketSource | None = None
        try:
            source = self._open_source()
            self._opened(source)
            self._loop(source)
        except Cancelled:
            return
        except StreamlationError as exc:
            self._failed(exc, True)
        except Exception as exc:
            log.exception("the source failed")
            self._failed(StreamlationError(f"unexpected error: {exc}"), True)
        finally:
            if source is not None:
                self._joined()
                source.close()

    def start(self, kinds: frozenset[Kind]) -> None:
        """Tell what is decoded; from `opened`."""
        self._kinds = kinds
        self._buffer.activate(kinds)

    def _loop(self, source: PacketSource) -> None:
        while not self._transport.closing:
            order = self._transport.take_order()
            if order is not None:
                self._guarded(lambda order=order: self._seek(source, order))  # type: ignore[misc]
            elif self._ended:
                self._buffer.idle(self._is_interrupted, None)
            else:
                self._guarded(lambda: self._read(source))
                self._buffer.wait_for_room(self._is_interrupted)

    def _guarded(self, step: Callable[[], None]) -> None:
        """A source that fails half-way is one that ends there."""
        try:
            step()
        except StreamlationError as exc:
            self._failed(exc, False)
            self._finish()

    def _is_interrupted(self) -> bool:
        return self._transport.has_order or self._transport.closing

    def _seek(self, source: PacketSource, order: SeekOrder) -> None:
        self._serial = order.serial
        self._ended = False
        self._buffer.flush()
        self._reached = order.target
        if self._track_changed:
            self._track_changed = False
            source.select_audio(self._audio_track)
        source.seek(order.target)

    def _read(self, source: PacketSource) -> None:
        packet = source.read()
        if packet is None:
            if source.ended:
                self._finish()
            else:
                self._buffer.idle(self._is_interrupted, _LIVE_POLL)
            return
        if packet.packet is None:
            return  # the end of one stream; `_finish` flushes the decoders of all
        self._latest[packet.format.kind] = packet.format
        self._buffer.put(packet.format.kind, self._serial, packet)
        self._reached = max(self._reached, packet.end, (packet.time or 0.0) + packet.duration)
        if packet.format.kind is Kind.VIDEO and Kind.AUDIO in self._kinds and self._buffer.starves(Kind.AUDIO):
            self._buffer.put(Kind.AUDIO, self._serial, Silence(packet.time or 0.0))

    def _finish(self) -> None:
        self._ended = True
        for kind, form in self._latest.items():
            self._buffer.put(kind, self._serial, MediaPacket(form, None))
        for kind in self._kinds:
            self._buffer.put(kind, self._serial, End(self._reached))
