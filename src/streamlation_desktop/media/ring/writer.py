"""Writes the packets of a live stream into a ring of short segments."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO

from av import FFmpegError
from av.packet import Packet
from av.stream import Stream
from av.video.stream import VideoStream

from streamlation_desktop.media.ring.intake import Intake
from streamlation_desktop.media.ring.layout import (
    KEY_FRAME,
    PACKET,
    STATE,
    RingStream,
    SegmentHeader,
    epoch_path,
    segment_numbers,
    segment_path,
    state_path,
)
from streamlation_desktop.media.ring.limits import RingLimits
from streamlation_desktop.media.ring.template import write_template

log = logging.getLogger(__name__)

_NO_TIME = -(1 << 63)
_LONGEST = 15.0
"""Seconds after which a segment ends even where decoding cannot start anew."""
_LARGEST = 16 << 20


@dataclass(slots=True)
class _Segment:
    number: int
    epoch: int
    start: float
    size: int = 0


class RingWriter:
    """Used by one thread. What the disk refuses is lost to the ring alone: `write` never fails for it."""

    def __init__(self, limits: RingLimits) -> None:
        """Start a ring in a folder that is there, or go on with that of a writer that died; raises OSError."""
        self._limits = limits
        self._segments: deque[_Segment] = deque()
        self._file: BinaryIO | None = None
        self._epoch = -1
        self._source: Sequence[Stream] = ()
        self._intake = Intake(())
        self._streams: tuple[RingStream, ...] = ()
        self._wall: float | None = None
        self._needs_key = self._needs_template = False
        self._next = 0
        self.edge = limits.shift
        """Media time of the newest packet."""
        self._take_over()
        self.lost_packets = 0
        """Packets that the disk refused."""
        self._state = os.open(state_path(limits.folder), os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        self._publish(ended=False)

    def connect(self, streams: Sequence[Stream], wall: float | None) -> None:
        """A new connection: its packets come from these streams, and need new decoders.

        Args:
            streams: in the order of `write`'s positions.
            wall: seconds since 1970 at media time 0, where known.
        """
        self._wall = None if wall is None else wall - self._limits.shift
        self._source, self._intake = streams, Intake(streams)
        self._streams = tuple(_described(stream) for stream in streams)
        self._needs_key = self._needs_template = True
        self._close_segment()

    def write(self, packet: Packet[Stream], position: int, time: float) -> None:
        """Append a packet whose time stamps are media time.

        Args:
            packet: in the time base of its stream.
            position: of its stream.
            time: its decoding time in seconds.
        """
        for entry, at, when in self._intake.feed(packet, position, time):
            self._store(entry, at, when + self._limits.shift)

    def _store(self, packet: Packet[Stream], position: int, time: float) -> None:
        is_video = self._streams[position].kind == "video"
        if is_video and self._needs_key and not packet.is_keyframe:
            return  # nothing could be decoded before a key frame
        try:
            file = self._segment_for(packet, position, time, is_video=is_video)
            ticks = round(self._limits.shift / self._streams[position].time_base)
            self._segments[-1].size += _written(file, _record(packet, position, ticks))
        except (OSError, FFmpegError) as exc:
            self._refused(exc)
            return
        if is_video:
            self._needs_key = False
        self.edge = max(self.edge, time)
        self._publish(ended=False)

    def close(self) -> None:
        """Tell the readers that nothing will follow; safe to call twice."""
        self._close_segment()
        if self._state >= 0:
            self._publish(ended=True)
            os.close(self._state)
            self._state = -1

    def _take_over(self) -> None:
        """What a writer left that died is part of the ring, and makes room in its turn."""
        for number in segment_numbers(self._limits.folder):
            path = segment_path(self._limits.folder, number)
            with path.open("rb") as file, contextlib.suppress(ValueError, KeyError, TypeError):
                header = SegmentHeader.from_line(file.readline())
                self._segments.append(_Segment(number, header.epoch, header.start, path.stat().st_size))
                self._epoch = header.epoch
            self._next = number + 1

    def _segment_for(self, packet: Packet[Stream], position: int, time: float, *, is_video: bool) -> BinaryIO:
        current = self._segments[-1] if self._segments else None
        has_video = any(stream.kind == "video" for stream in self._streams)
        starts = packet.is_keyframe and is_video if has_video else True
        if self._file is not None and current is not None:
            length = time - current.start
            full = length >= _LONGEST or current.size >= _LARGEST
            if not full and not (starts and length >= self._limits.segment_seconds):
                return self._file
        self._close_segment()
        self._evict(time)
        if self._needs_template:
            self._epoch += 1
            write_template(
                epoch_path(self._limits.folder, self._epoch), self._source, packet, position, self._intake.extradata
            )
            self._needs_template = False
        header = SegmentHeader(self._epoch, time, starts, self._streams, self._wall)
        path = segment_path(self._limits.folder, self._next)
        line = header.to_line()
        self._file = path.open("xb", buffering=0)
        self._segments.append(_Segment(self._next, self._epoch, time))
        self._next += 1
        self._segments[-1].size = _written(self._file, line)
        return self._file

    def _evict(self, now: float) -> None:
        total = sum(segment.size for segment in self._segments)
        while len(self._segments) > 1:
            second = self._segments[1]
            if total <= self._limits.size and now - second.start <= self._limits.seconds:
                return
            total -= self._segments[0].size
            self._drop_oldest()

    def _drop_oldest(self) -> None:
        oldest = self._segments.popleft()
        _removed(segment_path(self._limits.folder, oldest.number))
        if not self._segments or self._segments[0].epoch != oldest.epoch:
            _removed(epoch_path(self._limits.folder, oldest.epoch))

    def _refused(self, exc: OSError | FFmpegError) -> None:
        """Make room for the packets to come, and start them in a segment of their own."""
        if not self.lost_packets:
            log.info("the ring cannot be written: %s", exc)
        self.lost_packets += 1
        self._close_segment()
        self._needs_key = True
        if exc.errno in (errno.ENOSPC, errno.EDQUOT) and len(self._segments) > 1:
            self._drop_oldest()

    def _close_segment(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _publish(self, *, ended: bool) -> None:
        os.lseek(self._state, 0, os.SEEK_SET)
        try:
            os.write(self._state, STATE.pack(self.edge, ended))
        except OSError as exc:
            self._refused(exc)


def _described(stream: Stream) -> RingStream:
    rate = float(stream.average_rate) if isinstance(stream, VideoStream) and stream.average_rate else None
    return RingStream("video" if isinstance(stream, VideoStream) else "audio", stream.time_base or Fraction(1), rate)


def _record(packet: Packet[Stream], position: int, ticks: int) -> bytes:
    """What is stored of a packet, `ticks` of its stream later."""
    data = bytes(packet)
    pts = packet.pts + ticks if packet.pts is not None else _NO_TIME
    dts = packet.dts + ticks if packet.dts is not None else _NO_TIME
    flags = KEY_FRAME if packet.is_keyframe else 0
    return PACKET.pack(len(data), position, flags, pts, dts, packet.duration or 0) + data


def _written(file: BinaryIO, data: bytes) -> int:
    size = file.write(data)
    if size != len(data):  # that is how a full disk shows first
        raise OSError(errno.ENOSPC, "no space left")
    return size


def _removed(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except PermissionError:  # Windows: a reader has it open; it goes with the folder
        log.debug("%s is still being read", path.name)
