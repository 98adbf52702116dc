"""A live stream for tests: a film of which only the part before the edge is there yet."""

from __future__ import annotations

from pathlib import Path

from streamlation_desktop.core.errors import SourceError
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.media.av_streams.demuxer import MediaDemuxer
from streamlation_desktop.media.av_streams.packets import MediaPacket, StreamFormat
from tests.support.player_rig import ManualTime


class GrowingSource:
    """Its edge moves with time, unless it is cut off."""

    ended = False

    def __init__(self, path: Path, time: ManualTime, *, edge: float, fails_at: float | None = None) -> None:
        self._demuxer = MediaDemuxer(str(path))
        self.info: SourceInfo = self._demuxer.info
        self._time = time
        self._since = time.now()
        self._edge = edge
        self._fails_at = fails_at
        self._kept: MediaPacket | None = None
        self.is_cut_off = False

    @property
    def formats(self) -> tuple[StreamFormat, ...]:
        return self._demuxer.formats

    @property
    def first_time(self) -> float:
        return 0.0

    @property
    def live_edge(self) -> float:
        if not self.is_cut_off:
            now = self._time.now()
            self._edge, self._since = self._edge + now - self._since, now
        return self._edge

    def cut_off(self) -> None:
        self.is_cut_off = bool(self.live_edge)

    def go_on(self) -> None:
        self._since = self._time.now()
        self.is_cut_off = False

    def select_audio(self, track: int | None) -> None:
        self._demuxer.select_audio(track)

    def read(self) -> MediaPacket | None:
        packet = self._kept or self._demuxer.read()
        self._kept = packet
        if packet is None or (packet.time or 0.0) > self.live_edge:
            return None
        if self._fails_at is not None and (packet.time or 0.0) > self._fails_at:
            raise SourceError("the disk failed", hint="Look at it.")
        self._kept = None
        return packet

    def seek(self, seconds: float) -> None:
        self._kept = None
        self._demuxer.seek(seconds)

    def cancel(self) -> None:
        self._demuxer.cancel()

    def close(self) -> None:
        self._demuxer.close()
