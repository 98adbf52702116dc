"""Tells what is in an open container."""

from __future__ import annotations

import av  # noqa: F401 (before its parts: two threads may begin with different ones)
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.stream import Disposition, Stream
from av.subtitles.stream import SubtitleStream
from av.video.stream import VideoStream

from streamlation_desktop.core.language import LanguageCode, UnknownLanguage, parse_language
from streamlation_desktop.core.source import AudioTrack, Chapter, SourceInfo, SubtitleTrack, VideoTrack

_PICTURE_CODECS = frozenset({"dvbsub", "dvdsub", "pgssub", "xsub", "dvb_subtitle", "dvd_subtitle", "hdmv_pgs_subtitle"})


def describe(container: InputContainer, shown: str, *, is_live: bool, duration: float | None, title: str) -> SourceInfo:
    """Collect the tracks; `duration` in seconds and `title` stand in where the container has none."""
    known = container.duration / 1e6 if container.duration and container.duration > 0 else duration
    videos = [_video(s) for s in container.streams.video if not s.disposition & Disposition.attached_pic]
    return SourceInfo(
        location=shown,
        container=container.format.name,
        duration=None if is_live else known,
        is_live=is_live,
        audio=tuple(_audio(index, stream) for index, stream in enumerate(container.streams.audio)),
        subtitles=tuple(_subtitle(index, stream) for index, stream in enumerate(container.streams.subtitles)),
        video=videos[0] if videos else None,
        title=container.metadata.get("title", "") or title,
        chapters=() if is_live else _chapters(container, known),
    )


def _chapters(container: InputContainer, duration: float | None) -> tuple[Chapter, ...]:
    """Those that begin within the film: a file that was cut keeps the list of the whole."""
    first = (container.start_time or 0) / 1e6
    found: dict[float, Chapter] = {}
    for chapter in container.chapters():
        start = max(0.0, float(chapter["start"] * (chapter["time_base"] or 0)) - first)
        title = " ".join(chapter["metadata"].get("title", "").split())
        if duration is None or start < duration:
            found.setdefault(start, Chapter(start, title))
    return tuple(found[start] for start in sorted(found))


def _audio(index: int, stream: AudioStream) -> AudioTrack:
    context = stream.codec_context
    return AudioTrack(
        index=index,
        codec=codec_name(stream),
        sample_rate=context.sample_rate if context else 0,
        channels=context.channels if context else 0,
        language=_language(stream),
        title=stream.metadata.get("title", ""),
        is_default=bool(stream.disposition & Disposition.default),
        is_decodable=context is not None,
    )


def _subtitle(index: int, stream: SubtitleStream) -> SubtitleTrack:
    codec = codec_name(stream)
    is_text = codec not in _PICTURE_CODECS and stream.codec_context is not None
    return SubtitleTrack(index, codec, is_text, _language(stream), stream.metadata.get("title", ""))


def _video(stream: VideoStream) -> VideoTrack:
    context = stream.codec_context
    rate = float(stream.average_rate) if stream.average_rate else None
    return VideoTrack(codec_name(stream), context.width if context else 0, context.height if context else 0, rate)


def codec_name(stream: Stream) -> str:
    """FFmpeg's name of the codec; PyAV does not tell that of a stream without a decoder."""
    return stream.codec_context.name if stream.codec_context else "unknown"


def _language(stream: Stream) -> LanguageCode | None:
    tag = stream.metadata.get("language", "")
    if not tag or tag in ("und", "mul", "zxx", "mis"):
        return None
    try:
        return parse_language(tag)
    except UnknownLanguage:
        return None
