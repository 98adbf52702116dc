"""What decides whether a device can play a source as it is."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import av  # noqa: F401 (before its parts: two threads may begin with different ones)
from av.codec.context import CodecContext
from av.container import InputContainer
from av.stream import Disposition

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import SourceLost
from streamlation_desktop.media.describe import codec_name
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.ring.reader import RingReader
from streamlation_desktop.media.source import connect_source

_RING_SECONDS = 60.0
"""A live source may take so long to begin."""


@dataclass(frozen=True, slots=True)
class VideoFacts:
    """The main picture."""

    codec: str
    profile: str
    level: float
    """As written: 4.1; 0 when unknown."""
    pixel_format: str
    width: int
    height: int
    frame_rate: float
    parameters: str = ""
    """Profile, constraints and level of H.264 in hexadecimal, as playlists name them; else empty."""


@dataclass(frozen=True, slots=True)
class AudioFacts:
    """The sound that will be heard."""

    codec: str
    profile: str
    channels: int
    sample_rate: int


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """A source, as far as a player cares."""

    location: str
    container: str
    """FFmpeg's names, with commas."""
    duration: float | None
    is_live: bool
    title: str
    video: VideoFacts | None
    audio: AudioFacts | None


def inspect(location: str, token: CancelToken, audio_track: int | None = None) -> MediaFacts:
    """Open the source and look.

    Raises:
        SourceError: it cannot be read.
        Cancelled: the token was cancelled.
    """
    connection = connect_source(location, token, SourceOptions())
    try:
        container, info = connection.container.av_container, connection.info
        return MediaFacts(
            location,
            container.format.name,
            info.duration,
            info.is_live,
            info.title,
            _video(container),
            _audio(container, audio_track or 0),
        )
    finally:
        connection.close()


def inspect_ring(ring: Path, location: str, token: CancelToken) -> MediaFacts:
    """The same of a live source whose session keeps it: many take one connection only.

    Raises:
        SourceLost: the session wrote nothing.
        Cancelled: the token was cancelled.
    """
    with closing(RingReader(ring, token)) as reader:
        first = reader.read(_RING_SECONDS)
        if first is None:
            raise SourceLost("the stream did not begin", hint="Check the address and whether it is on air.")
        container = reader.template(first.epoch)
        return MediaFacts(location, container.format.name, None, True, "", _video(container), _audio(container, 0))


def _video(container: InputContainer) -> VideoFacts | None:
    for stream in container.streams.video:
        context = stream.codec_context
        if context is None or stream.disposition & Disposition.attached_pic:
            continue
        rate = float(stream.average_rate or stream.guessed_rate or 0)
        codec, level = codec_name(stream), max(0, getattr(context, "level", 0) or 0)
        return VideoFacts(
            codec,
            context.profile or "",
            level / (30 if codec == "hevc" else 10),
            context.pix_fmt or "",
            context.width,
            context.height,
            rate,
            _parameters(context) if codec == "h264" else "",
        )
    return None


def _audio(container: InputContainer, index: int) -> AudioFacts | None:
    if index >= len(container.streams.audio):
        return None
    stream = container.streams.audio[index]
    context = stream.codec_context
    if context is None:
        return None
    return AudioFacts(codec_name(stream), context.profile or "", context.channels, context.sample_rate)


def _parameters(context: CodecContext) -> str:
    extra = context.extradata or b""
    if len(extra) > 4 and extra[0] == 1:  # avcC
        return extra[1:4].hex()
    for mark in (b"\x00\x00\x01\x67", b"\x00\x00\x01\x27"):  # Annex B: a sequence parameter set
        at = extra.find(mark)
        if at >= 0 and len(extra) >= at + 7:
            return extra[at + 4 : at + 7].hex()
    return ""
