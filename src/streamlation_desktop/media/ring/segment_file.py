"""Reads the packets of one segment, which may still be growing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import av  # noqa: F401 (before its parts: two threads may begin with different ones)
from av.packet import Packet
from av.stream import Stream

from streamlation_desktop.media.ring.layout import KEY_FRAME, MAX_PACKET, PACKET, SegmentHeader

_NO_TIME = -(1 << 63)
_MAX_HEADER = 1 << 16


@dataclass(frozen=True, slots=True, eq=False)
class RingPacket:
    """A packet whose time stamps are media time, in the time base of its stream."""

    epoch: int
    """Of its connection: another one needs other decoders."""
    stream: int
    """Position among the streams of its segment."""
    packet: Packet[Stream]
    time: float
    """Media time of its decoding time stamp, in seconds."""
    duration: float


class SegmentFile:
    """A position in one segment; raises OSError when it is gone, ValueError when it is damaged."""

    def __init__(self, path: Path) -> None:
        self._file: BinaryIO = path.open("rb", buffering=0)
        self._held = b""
        self._header: SegmentHeader | None = None

    def header(self) -> SegmentHeader | None:
        """What the segment begins with; None when it is not there yet."""
        if self._header is None:
            line = self._more(_MAX_HEADER, until=b"\n")
            if line is not None:
                try:
                    self._header = SegmentHeader.from_line(line)
                except (KeyError, TypeError) as exc:
                    raise ValueError("not a segment of a ring") from exc
        return self._header

    def read(self) -> RingPacket | None:
        """The next packet that is whole; None when there is none yet."""
        header = self.header()
        if header is None or not self._fill(PACKET.size):
            return None
        size, position, flags, pts, dts, duration = PACKET.unpack_from(self._held)
        if size > MAX_PACKET or position >= len(header.streams):
            raise ValueError("a segment of the ring is damaged")
        if not self._fill(PACKET.size + size):
            return None
        packet: Packet[Stream] = Packet(self._held[PACKET.size : PACKET.size + size])
        self._held = self._held[PACKET.size + size :]
        base = header.streams[position].time_base
        packet.time_base = base
        packet.pts = None if pts == _NO_TIME else pts
        packet.dts = None if dts == _NO_TIME else dts
        packet.duration = duration
        packet.is_keyframe = bool(flags & KEY_FRAME)
        stamp = dts if dts != _NO_TIME else pts
        return RingPacket(header.epoch, position, packet, float(stamp * base), float(duration * base))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _fill(self, size: int) -> bool:
        while len(self._held) < size:
            data = self._file.read(max(size - len(self._held), 1 << 16))
            if not data:
                return False
            self._held += data
        return True

    def _more(self, limit: int, until: bytes) -> bytes | None:
        while until not in self._held:
            if len(self._held) > limit:
                raise ValueError("not a segment of a ring")
            if not self._fill(len(self._held) + 1):
                return None
        line, _, self._held = self._held.partition(until)
        return line
