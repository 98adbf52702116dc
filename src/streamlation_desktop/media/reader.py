"""Decodes one audio track of one open container."""

from __future__ import annotations

from collections.abc import Iterator

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.packet import Packet
from av.stream import Stream

from streamlation_desktop.core.errors import NoAudio, UnsupportedMedia, UsageError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.media.container import MediaContainer
from streamlation_desktop.media.counters import SourceCounters


def choose_track(
    container: MediaContainer,
    info: SourceInfo,
    track: int | None,
    language: LanguageCode | None,
    picture: Stream | None = None,
) -> AudioStream:
    """The track asked for, else the first in `language`, else the one players would choose, with `picture`.

    Raises:
        NoAudio: there is no audio track.
        UsageError: there is no track of that number.
        UnsupportedMedia: no decoder knows the codec of the track.
    """
    if not info.audio:
        raise NoAudio(f"{info.location} has no audio track", hint="There is nothing to transcribe in it.")
    streams = container.av_container.streams
    if track is not None and not 0 <= track < len(info.audio):
        count = len(info.audio)
        raise UsageError(f"there is no audio track {track}", hint=f"{info.location} has {count}, numbered from 0.")
    if track is None:
        spoken = [t.index for t in info.audio if language and t.language == language and t.is_decodable]
        best = streams.best("audio", related=picture)
        preferred = streams.audio.index(best) if isinstance(best, AudioStream) else 0
        usable = [preferred, *(t.index for t in info.audio)]
        track = spoken[0] if spoken else next((i for i in usable if info.audio[i].is_decodable), preferred)
    if not info.audio[track].is_decodable:
        raise UnsupportedMedia(f"no decoder for {info.audio[track].codec} audio in {info.location}")
    return streams.audio[track]


def decoded(
    container: MediaContainer, stream: AudioStream, counters: SourceCounters, timeout: float
) -> Iterator[AudioFrame]:
    """Yield the frames of `stream`; damaged packets are counted and skipped.

    Raises:
        SourceError: the source could not be read to its end.
        Cancelled: it was cancelled.
    """
    for packet in container.packets(stream, timeout):
        counters.packets += 1
        counters.bytes += packet.size
        yield from decoded_packet(stream, packet, counters)


def decoded_packet(stream: AudioStream, packet: Packet[Stream], counters: SourceCounters) -> list[AudioFrame]:
    """The frames of one packet; none when it is damaged, which is counted."""
    try:
        return [frame for frame in stream.decode(packet) if frame.samples and frame.sample_rate]
    except EOFError:  # the decoder was flushed before
        return []
    except (av.FFmpegError, ValueError):
        counters.decode_errors += 1
        return []
