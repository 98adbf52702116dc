"""A file as MPEG-TS segments: the picture copied where devices take it, the sound always AAC stereo."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av  # noqa: F401 (before its parts: two threads may begin with different ones)
from av.audio.stream import AudioStream
from av.stream import Disposition
from av.video.stream import VideoStream

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import UnsupportedMedia
from streamlation_desktop.media.connection import Connection
from streamlation_desktop.media.delivery.encoders import EncoderChoice, Picture, choose_encoder
from streamlation_desktop.media.delivery.packets import Templates, copied_video, encoded_audio, encoded_video
from streamlation_desktop.media.delivery.segments import TARGET_SECONDS, Segment, SegmentWriter, TimedPacket, merged
from streamlation_desktop.media.errors import LIBRARY_ERRORS, translate
from streamlation_desktop.media.location import parse_location
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.source import connect_source


@dataclass(frozen=True, slots=True)
class SegmentRequest:
    """What to make segments of."""

    location: str
    copy_video: bool
    max_height: int = 1080
    max_rate: float = 30.0
    audio_track: int = 0
    sound: Path | None = None
    """A file whose sound replaces that of the source: the dub."""


def segments(request: SegmentRequest, folder: Path, token: CancelToken) -> Iterator[Segment]:
    """Yield each segment when its file is complete, as fast as the machine can.

    Raises:
        SourceError: the source cannot be read.
        DiskFull: no space left.
        Cancelled: the token was cancelled.
    """
    with ExitStack() as stack:
        try:
            packets, video, audio = _open(request, token, stack)
            yield from SegmentWriter(folder, video, audio).write(packets)
        except LIBRARY_ERRORS as exc:
            token.raise_if_cancelled()
            raise translate(exc, parse_location(request.location).shown) from exc


def _open(
    request: SegmentRequest, token: CancelToken, stack: ExitStack
) -> tuple[Iterator[TimedPacket], VideoStream | None, AudioStream | None]:
    # Two readers of the same source: neither has to hold back what the other is not ready for.
    picture_source = stack.enter_context(closing(connect_source(request.location, token, SourceOptions())))
    sound = str(request.sound) if request.sound else request.location
    sound_source = stack.enter_context(closing(connect_source(sound, token, SourceOptions())))
    video, audio = _main_video(picture_source), _audio(sound_source, 0 if request.sound else request.audio_track)
    if video is None and audio is None:
        raise UnsupportedMedia(f"{parse_location(request.location).shown} has neither picture nor sound")
    encoder = EncoderChoice("", "", request.max_height) if request.copy_video or video is None else choose_encoder()
    picture = None if request.copy_video or video is None else picture_of(video, request, encoder)
    templates = Templates.open(picture, encoder, TARGET_SECONDS)
    stack.callback(templates.container.close)
    sources: list[Iterator[TimedPacket]] = []
    if video is not None and picture is None:
        sources.append(copied_video(picture_source, video))
    elif video is not None and picture is not None and templates.video is not None:
        sources.append(encoded_video(picture_source, video, templates.video, picture, TARGET_SECONDS))
    if audio is not None:
        sources.append(encoded_audio(sound_source, audio, templates.audio))
    shown = (templates.video or video) if video is not None else None
    return merged(*sources), shown, templates.audio if audio is not None else None


def picture_of(video: VideoStream, request: SegmentRequest, encoder: EncoderChoice) -> Picture:
    """Size and rate to encode at: no more than the request and this machine allow."""
    width, height = video.codec_context.width, video.codec_context.height
    limit = min(request.max_height, encoder.max_height)
    if height > limit:
        width, height = round(width * limit / height), limit
    rate = min(float(video.average_rate or 25), request.max_rate)
    return Picture(max(2, width // 2 * 2), max(2, height // 2 * 2), Fraction(rate).limit_denominator(1001))


def _main_video(connection: Connection) -> VideoStream | None:
    found = (
        stream
        for stream in connection.container.av_container.streams.video
        if stream.codec_context and not stream.disposition & Disposition.attached_pic
    )
    return next(found, None)


def _audio(connection: Connection, index: int) -> AudioStream | None:
    tracks = connection.container.av_container.streams.audio
    return tracks[index] if index < len(tracks) and tracks[index].codec_context else None
