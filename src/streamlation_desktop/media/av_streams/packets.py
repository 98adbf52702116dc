"""Compressed media on its way from a source to the player's decoders."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from enum import Enum

import av  # noqa: F401 (before its parts: two threads may begin with different ones)
from av.audio.codeccontext import AudioCodecContext
from av.packet import Packet
from av.video.codeccontext import VideoCodecContext


class Kind(Enum):
    """What a stream carries."""

    VIDEO = "video"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True, eq=False)
class StreamFormat:
    """One stream as its decoder must know it; a new format means a new decoder."""

    kind: Kind
    codec: VideoCodecContext | AudioCodecContext
    """Set up from the container's header; decode with it only under `lock`."""
    frame_duration: float = 0.04
    """Seconds a picture usually stays; a guess where the container does not tell."""
    is_still: bool = False
    """A cover picture rather than a film."""
    rotation: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)
    """Seeking flushes the decoder from the demuxing thread."""


@dataclass(frozen=True, slots=True, eq=False)
class MediaPacket:
    """One packet; an empty one tells the decoder that nothing follows."""

    format: StreamFormat
    packet: Packet | None  # type: ignore[type-arg]
    offset: float = 0.0
    """Seconds to add to the time stamps to get media time."""
    time: float | None = None
    """Media time of the decoding time stamp, in seconds."""
    duration: float = 0.0
    end: float = 0.0
    """Media time at which what it shows or sounds is over."""

    @property
    def size(self) -> int:
        """Bytes."""
        return self.packet.size if self.packet is not None else 0
