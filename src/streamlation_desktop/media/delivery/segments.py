"""Cuts a source into MPEG-TS segments: H.264 and AAC, each beginning with a key frame, on the media clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
from av.container import OutputContainer
from av.packet import Packet
from av.stream import Stream

from streamlation_desktop.core.files import disk_errors

CLOCK_OFFSET = 10.0
"""Seconds added to media time, so that no decoding time stamp is negative; playlists name it."""
TARGET_SECONDS = 2.0
MPEG_CLOCK = 90_000


@dataclass(frozen=True, slots=True)
class Segment:
    """A complete file on disk."""

    index: int
    start: float
    """Seconds of media time."""
    duration: float
    path: Path
    behind: float = 0.0
    """Seconds of a live stream that had come after it when it was complete."""

    @property
    def end(self) -> float:
        """Seconds of media time."""
        return self.start + self.duration


@dataclass(frozen=True, slots=True)
class TimedPacket:
    """An encoded packet and when it is shown."""

    time: float
    """Seconds of media time."""
    duration: float
    is_video: bool
    packet: Packet[Stream]

    @property
    def is_cut(self) -> bool:
        """A segment may begin with it."""
        return self.is_video and self.packet.is_keyframe


class SegmentWriter:
    """Writes packets, in order of time, into one file after the other."""

    def __init__(self, folder: Path, video: Stream | None, audio: Stream | None) -> None:
        self._folder = folder
        self._templates = {True: video, False: audio}
        self._output: OutputContainer | None = None
        self._streams: dict[bool, Stream] = {}
        self._index = -1
        self._start = 0.0
        self._end = 0.0
        self._path = folder
        self._must_cut = False

    def use_video(self, template: Stream) -> None:
        """From the next key frame on the picture has these parameters: a segment begins there."""
        self._templates[True] = template
        self._must_cut = True

    def write(self, packets: Iterator[TimedPacket], first: float = 0.0) -> Iterator[Segment]:
        """Yield each segment when it is complete.

        Raises:
            DiskFull: no space left.
        """
        self._start = self._end = first
        try:
            for timed in packets:
                if self._output is None:
                    self._open(timed.time)
                elif self._is_boundary(timed):
                    yield self._close(timed.time)
                    self._open(timed.time)
                self._mux(timed)
            if self._output is not None:
                yield self._close(self._end)
        finally:
            if self._output is not None:
                self._output.close()

    def _is_boundary(self, timed: TimedPacket) -> bool:
        may_cut = timed.is_cut if self._templates[True] is not None else True
        return may_cut and (self._must_cut or timed.time - self._start >= TARGET_SECONDS - 0.05)

    def _open(self, start: float) -> None:
        self._index += 1
        self._must_cut = False
        self._start = start if self._index else max(0.0, start)  # an encoder's first packet may lie before 0
        self._path = self._folder / f"s{self._index:06}.ts"
        with disk_errors(self._folder):
            # Continuous time stamps are ours to keep: FFmpeg would move each file to its own beginning.
            options = {"avoid_negative_ts": "disabled", "mpegts_copyts": "1"}
            self._output = av.open(str(self._path), "w", format="mpegts", options=options)
        self._streams = {
            kind: self._output.add_stream_from_template(template, opaque=True)
            for kind, template in self._templates.items()
            if template is not None
        }

    def _mux(self, timed: TimedPacket) -> None:
        packet, output = timed.packet, self._output
        assert output is not None
        assert packet.time_base is not None
        if packet.pts is None or packet.dts is None:
            return
        shift = round(CLOCK_OFFSET / packet.time_base)
        packet.pts, packet.dts = packet.pts + shift, packet.dts + shift
        packet.stream = self._streams[timed.is_video]
        self._end = max(self._end, timed.time + timed.duration)
        with disk_errors(self._folder):
            output.mux(packet)

    def _close(self, end: float) -> Segment:
        assert self._output is not None
        with disk_errors(self._folder):
            self._output.close()
        self._output = None
        return Segment(self._index, self._start, max(0.0, end - self._start), self._path)


def merged(*sources: Iterator[TimedPacket]) -> Iterator[TimedPacket]:
    """Packets of several streams in order of time; each stream keeps its own order."""
    heads = [(source, next(source, None)) for source in sources]
    waiting = [(source, head) for source, head in heads if head is not None]
    while waiting:
        at = min(range(len(waiting)), key=lambda each: waiting[each][1].time)
        source, head = waiting[at]
        yield head
        following = next(source, None)
        if following is None:
            del waiting[at]
        else:
            waiting[at] = (source, following)


def seconds(stamp: int | None, base: Fraction | None) -> float:
    """A time stamp in seconds."""
    return float(stamp * base) if stamp is not None and base is not None else 0.0
