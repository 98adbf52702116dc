"""Gives the segments of a ring to whoever serves them to a device: as MPEG-TS or fragmented MP4."""

from __future__ import annotations

import io
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
from av.packet import Packet
from av.stream import Stream

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import SourceLost, UnsupportedMedia
from streamlation_desktop.media.errors import LIBRARY_ERRORS
from streamlation_desktop.media.ring.layout import segment_path
from streamlation_desktop.media.ring.reader import RingReader
from streamlation_desktop.media.ring.segment_file import SegmentFile

_FORMATS = {
    "mpegts": {"mpegts_copyts": "1", "muxdelay": "0", "muxpreload": "0"},
    "mp4": {"movflags": "frag_keyframe+empty_moov+default_base_moof+delay_moov"},
}


@dataclass(frozen=True, slots=True)
class RingSegment:
    """A whole segment, as a playlist lists it."""

    number: int
    start: float
    """Media time in seconds."""
    duration: float
    is_discontinuous: bool
    """True when its decoders are not those of the segment before."""


class RingExport:
    """Reads whole segments; used by one thread."""

    def __init__(self, ring: Path, token: CancelToken) -> None:
        """Attach to a ring."""
        self._ring = ring
        self._reader = RingReader(ring, token)

    def segments(self) -> list[RingSegment]:
        """The segments that are whole, oldest first; the one being written is not among them."""
        headers = self._reader.headers()
        edge = self._reader.edge
        ends = [header.start for _, header in headers[1:]] + [edge]
        listed = [
            RingSegment(number, header.start, max(0.0, end - header.start), before != header.epoch)
            for (number, header), end, before in zip(
                headers, ends, [None, *(header.epoch for _, header in headers)], strict=False
            )
        ]
        return listed if self._reader.ended else listed[:-1]

    def read(self, number: int, container: str = "mpegts") -> bytes:
        """One segment as a file of its own, its time stamps being media time.

        Args:
            number: of the segment.
            container: ``"mpegts"`` or ``"mp4"``.

        Raises:
            SourceLost: it fell out of the ring.
            UnsupportedMedia: the container cannot hold its streams.
        """
        try:
            segment = SegmentFile(segment_path(self._ring, number))
        except OSError as exc:
            raise SourceLost("that part of the stream is no longer kept") from exc
        output = io.BytesIO()
        try:
            header = segment.header()
            if header is None:
                raise SourceLost("that part of the stream is no longer kept")
            with av.open(output, "w", format=container, options=_FORMATS[container]) as file:
                copies = [file.add_stream_from_template(s) for s in self._reader.template(header.epoch).streams]
                last: dict[int, int] = {}
                while (found := segment.read()) is not None:
                    packet: Packet[Stream] = found.packet
                    if packet.dts is None:
                        packet.dts = round(Fraction(found.time) / packet.time_base)
                    packet.dts = last[found.stream] = max(packet.dts, last.get(found.stream, packet.dts - 1) + 1)
                    packet.pts = packet.dts if packet.pts is None else max(packet.pts, packet.dts)
                    packet.stream = copies[found.stream]
                    file.mux_one(packet)
        except LIBRARY_ERRORS as exc:
            if isinstance(exc, SourceLost):
                raise
            raise UnsupportedMedia(f"{container} cannot hold this stream", hint="Let it be converted.") from exc
        finally:
            segment.close()
        return output.getvalue()

    def close(self) -> None:
        """Free everything."""
        self._reader.close()
