"""Reads the packets of a file or address for the player."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import av  # noqa: F401 (before its parts: two threads may begin with different ones)
from av.audio.stream import AudioStream
from av.packet import Packet
from av.stream import Disposition, Stream
from av.video.stream import VideoStream

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import NoAudio, UnsupportedMedia
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.media.av_streams.continuity import Continuity
from streamlation_desktop.media.av_streams.formats import stream_format
from streamlation_desktop.media.av_streams.packets import MediaPacket, StreamFormat
from streamlation_desktop.media.errors import LIBRARY_ERRORS, translate
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.reader import choose_track
from streamlation_desktop.media.source import connect_source

_DISCONTINUOUS = 0x0200
"""AVFMT_TS_DISCONT: the format allows its time stamps to jump."""
_SEEK_TIMEOUT = 15.0


class MediaDemuxer:
    """A `PacketSource` over any location that `open_source` takes; refuses what that refuses."""

    def __init__(self, location: str, options: SourceOptions | None = None, token: CancelToken | None = None) -> None:
        """Open the source on the calling thread; raises as `open_source`, and UnsupportedMedia with nothing to play."""
        self._token = token or CancelToken()
        self._is_one_pass = location == "-"
        self._options = replace(options or SourceOptions(), pictures=True)
        self._connection = connect_source(location, self._token, self._options)
        self.info: SourceInfo = self._connection.info
        self.ended = False
        self._formats: dict[int, StreamFormat] = {}
        self._audio: AudioStream | None = None
        self._track: int | None = None
        self._video = self._main_video()
        self._packets: Iterator[Packet[Stream]] | None = None
        try:
            self._choose(self._options.audio_track)
            if self._video is None and self._audio is None:
                raise UnsupportedMedia(f"{self.info.location} has neither sound nor pictures that can be decoded")
        except BaseException:
            self.close()
            raise
        self._continuity = self._new_continuity()

    @property
    def formats(self) -> tuple[StreamFormat, ...]:
        """See `PacketSource`."""
        return tuple(self._formats.values())

    @property
    def first_time(self) -> float:
        """See `PacketSource`; the past of a live stream is not kept here."""
        return self._continuity.latest if self.info.is_live else 0.0

    @property
    def live_edge(self) -> float | None:
        """See `PacketSource`."""
        return self._continuity.latest if self.info.is_live else None

    def select_audio(self, track: int | None) -> None:
        """See `PacketSource`; raises UsageError or UnsupportedMedia for a track that cannot be played."""
        self._choose(track)
        self._packets = None

    def read(self) -> MediaPacket | None:
        """See `PacketSource`."""
        if self._packets is None:
            self._packets = self._demux()
        packet = next(self._packets, None)
        while packet is not None and packet.stream.index not in self._formats:
            packet = next(self._packets, None)
        self.ended = packet is None
        return None if packet is None else self._dated(packet)

    def seek(self, seconds: float) -> None:
        """See `PacketSource`; what cannot be sought in is opened again and read from its start."""
        self._packets = None
        self.ended = False
        try:
            self._jump(round((seconds + self._connection.container.start) * 1e6))
        except LIBRARY_ERRORS as exc:
            self._token.raise_if_cancelled()
            if self.info.is_live or self._is_one_pass:
                raise translate(exc, self.info.location) from exc
            self._reopen()
        self._continuity = self._new_continuity()

    def _jump(self, target: int) -> None:
        locks = [form.lock for form in self._formats.values()]
        for lock in locks:
            lock.acquire()
        try:
            with self._connection.guard.within(_SEEK_TIMEOUT):
                self._connection.container.av_container.seek(target, backward=True)
        finally:
            for lock in locks:
                lock.release()

    def _reopen(self) -> None:
        self._connection.close()
        self._connection.open()
        self._formats = {}
        self._video = self._main_video()
        self._choose(self._track)

    def cancel(self) -> None:
        """See `PacketSource`."""
        self._token.cancel()

    def close(self) -> None:
        """See `PacketSource`."""
        self._packets = None
        self._connection.close()

    def _main_video(self) -> VideoStream | None:
        """The film that players would show, else the cover picture."""
        usable = [s for s in self._connection.container.av_container.streams.video if s.codec_context is not None]
        films = [s for s in usable if not s.disposition & Disposition.attached_pic]
        best = self._connection.container.av_container.streams.best("video")
        ordered = [s for s in films if s is best] + films + usable
        return ordered[0] if ordered else None

    def _choose(self, track: int | None) -> None:
        try:
            self._audio = choose_track(self._connection.container, self.info, track, self._options.language)
        except NoAudio:
            self._audio = None
        except UnsupportedMedia:
            if track is not None or self._video is None:
                raise
            self._audio = None  # silent pictures are better than nothing
        known = self._formats
        self._track = track
        chosen = [s for s in (self._video, self._audio) if s is not None]
        self._formats = {s.index: known.get(s.index) or stream_format(s) for s in chosen}

    def _demux(self) -> Iterator[Packet[Stream]]:
        chosen: list[Stream] = [s for s in (self._video, self._audio) if s is not None]
        return self._connection.container.packets(chosen[0], self._connection.resource.stall_limit, *chosen[1:])

    def _dated(self, packet: Packet[Stream]) -> MediaPacket:
        form = self._formats[packet.stream.index]
        if not packet.size:
            return MediaPacket(form, None)
        stamp = packet.dts if packet.dts is not None else packet.pts
        base = float(packet.time_base)
        duration = float(packet.duration * base) if packet.duration else 0.0
        seconds = None if stamp is None else stamp * base
        offset = self._continuity.offset_for(seconds, duration)
        time = None if seconds is None else seconds + offset
        shown = packet.pts * base + offset if packet.pts is not None else time or 0.0
        return MediaPacket(form, packet, offset, time, duration, shown + duration)

    def _new_continuity(self) -> Continuity:
        container = self._connection.container
        jumps = bool(int(container.av_container.format.flags) & _DISCONTINUOUS)
        return Continuity(-container.start, jumps=jumps)
