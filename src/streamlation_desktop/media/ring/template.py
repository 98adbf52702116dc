"""Keeps the parameters of a connection's streams, so that they can be decoded or copied later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet
from av.stream import Stream
from av.video.stream import VideoStream


def write_template(
    path: Path, streams: Sequence[Stream], first: Packet[Stream], position: int, extradata: Mapping[int, bytes]
) -> None:
    """Write a file with these streams and the data of one packet, which FFmpeg wants to see in it.

    Args:
        path: where.
        streams: of the open source.
        first: any packet of one of them.
        position: which of them.
        extradata: codec parameters to put in, by position.
    """
    with av.open(str(path), "w", format="nut") as output:
        copies = [output.add_stream_from_template(stream) for stream in streams]
        for number, data in extradata.items():
            copies[number].codec_context.extradata = data
        output.start_encoding()
        packet = copied(first)
        packet.pts = packet.dts = 0
        packet.time_base = copies[position].time_base or packet.time_base
        packet.stream = copies[position]
        packet.is_keyframe = True
        output.mux_one(packet)


def open_template(path: Path) -> InputContainer:
    """Open what `write_template` wrote; its streams are the templates."""
    return av.open(str(path), "r", format="nut")


def copied(packet: Packet[Stream]) -> Packet[Stream]:
    """A packet with the same data and no owner."""
    copy: Packet[Stream] = Packet(bytes(packet))
    copy.pts, copy.dts, copy.time_base, copy.duration = packet.pts, packet.dts, packet.time_base, packet.duration
    copy.is_keyframe = packet.is_keyframe
    return copy


@dataclass(frozen=True, slots=True)
class TrackFormat:
    """What must be equal for packets of two streams to stand in one track of a file."""

    codec: str
    extradata: bytes
    shape: tuple[int, int]
    """Width and height, or rate and channels."""

    @classmethod
    def of(cls, stream: Stream) -> TrackFormat:
        """That of an open stream."""
        context = stream.codec_context
        name, extradata = (context.name, bytes(context.extradata or b"")) if context else ("", b"")
        if isinstance(stream, VideoStream):
            return cls(name, extradata, (stream.width, stream.height))
        if isinstance(stream, AudioStream):
            return cls(name, extradata, (stream.rate, stream.channels))
        return cls(name, extradata, (0, 0))
