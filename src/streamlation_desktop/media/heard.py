"""Sound of a packet, or none where it cannot be decoded."""

from __future__ import annotations

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.packet import Packet
from av.stream import Stream


def heard_frames(stream: AudioStream, packet: Packet[Stream]) -> list[AudioFrame]:
    """The sound of a packet; none where it is damaged."""
    try:
        return [frame for frame in stream.decode(packet) if frame.samples and frame.sample_rate]
    except (av.FFmpegError, ValueError, EOFError):
        return []
