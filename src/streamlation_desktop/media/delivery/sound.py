"""The sound of a source as an endless MP3, which is the one form that AirPlay takes from a stream."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from fractions import Fraction

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import NoAudio
from streamlation_desktop.media.connection import Connection
from streamlation_desktop.media.delivery.packets import heard_frames
from streamlation_desktop.media.delivery.segments import seconds
from streamlation_desktop.media.errors import LIBRARY_ERRORS, translate
from streamlation_desktop.media.location import parse_location
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.source import connect_source

RATE = 44_100
"""What AirPlay 1 plays; anything else is resampled by the receiver's library."""
LEAD_SECONDS = 0.5
"""Silence before the first sound: receivers lose the first 72 ms."""
_BITS = 256_000
_READ_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class SoundRequest:
    """Whose sound."""

    location: str
    audio_track: int = 0


@dataclass(frozen=True, slots=True)
class SoundBlock:
    """Some MP3."""

    data: bytes
    seconds: float
    """Media that it holds."""


def mp3_blocks(request: SoundRequest, start: float, token: CancelToken) -> Iterator[SoundBlock]:
    """MP3 from media time `start` to the end, after a moment of silence.

    Raises:
        SourceError: the source cannot be read, or has no such sound.
        Cancelled: the token was cancelled.
    """
    with closing(connect_source(request.location, token, SourceOptions())) as connection:
        tracks = connection.container.av_container.streams.audio
        if request.audio_track >= len(tracks):
            raise NoAudio(f"{parse_location(request.location).shown} has no such audio track")
        try:
            yield from _encoded(connection, tracks[request.audio_track], start)
        except LIBRARY_ERRORS as exc:
            token.raise_if_cancelled()
            raise translate(exc, parse_location(request.location).shown) from exc


def _encoded(connection: Connection, stream: AudioStream, start: float) -> Iterator[SoundBlock]:
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="mp3", options={"id3v2_version": "0", "write_xing": "0"}) as output:
        encoder = output.add_stream("libmp3lame", rate=RATE, layout="stereo")
        encoder.bit_rate = _BITS
        frames = _frames(connection, stream, start)
        position = 0
        for frame in frames:
            frame.pts, frame.time_base = position, Fraction(1, RATE)
            position += frame.samples
            output.mux(encoder.encode(frame))
            yield from _taken(buffer, frame.samples / RATE)
        output.mux(encoder.encode(None))
        yield from _taken(buffer, 0.0)


def _frames(connection: Connection, stream: AudioStream, start: float) -> Iterator[AudioFrame]:
    yield _silence(LEAD_SECONDS)
    container = connection.container
    if start > 1.0:
        container.av_container.seek(int((start + container.start) * 1e6))
    resampler = av.AudioResampler("s16p", "stereo", RATE)
    for packet in container.packets(stream, _READ_SECONDS):
        for frame in heard_frames(stream, packet):
            time = seconds(frame.pts, frame.time_base) - container.start if frame.pts is not None else start
            if time + frame.samples / frame.sample_rate <= start:
                continue
            yield from resampler.resample(frame)


def _silence(length: float) -> AudioFrame:
    samples = np.zeros((2, round(length * RATE)), np.int16)
    frame = AudioFrame.from_ndarray(samples, format="s16p", layout="stereo")
    frame.sample_rate = RATE
    return frame


def _taken(buffer: io.BytesIO, seconds: float) -> Iterator[SoundBlock]:
    data = buffer.getvalue()
    if data or seconds:
        buffer.seek(0)
        buffer.truncate()
        yield SoundBlock(data, seconds)
