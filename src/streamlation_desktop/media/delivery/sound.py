"""The sound of a source as an endless MP3, which is the one form that AirPlay takes from a stream."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from time import monotonic

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import NoAudio, SourceLost
from streamlation_desktop.media.connection import Connection
from streamlation_desktop.media.delivery.packets import Mix
from streamlation_desktop.media.delivery.segments import seconds
from streamlation_desktop.media.errors import LIBRARY_ERRORS, translate
from streamlation_desktop.media.heard import heard_frames
from streamlation_desktop.media.location import parse_location
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.ring.reader import RingReader
from streamlation_desktop.media.source import connect_source

RATE = 44_100
"""What AirPlay 1 plays; anything else is resampled by the receiver's library."""
LEAD_SECONDS = 0.5
"""Silence before the first sound: receivers lose the first 72 ms."""
_BITS = 256_000
_READ_SECONDS = 20.0
_RING_START_SECONDS = 60.0
_POLL = 0.05
_MARGIN = 0.1
"""More than a packet of sound holds."""
MAX_BEHIND = 60.0
"""Seconds: what is mixed in later than that is left out."""

_Sound = tuple[float, AudioFrame | float]
"""Media time, and a frame or seconds of silence."""


Wait = Callable[[float, CancelToken, float], bool]
"""Until all is there that is heard before a media time; False when a deadline (monotonic) came first."""


@dataclass(frozen=True, slots=True)
class SoundRequest:
    """Whose sound."""

    location: str
    audio_track: int = 0
    ring: Path | None = None
    """Of a live source: where its session keeps the latest minutes."""
    mix: Mix | None = None
    behind: float = 0.0
    """Seconds behind the edge of a ring: what is mixed in must be there by then."""
    wait: Wait | None = None
    """For what is mixed in, when it takes longer; there is silence meanwhile, and all that follows is later."""


@dataclass(frozen=True, slots=True)
class SoundBlock:
    """Some MP3."""

    data: bytes
    seconds: float
    """Media that it holds."""
    time: float = 0.0
    """Media time of its first sound."""


def mp3_blocks(request: SoundRequest, start: float, token: CancelToken) -> Iterator[SoundBlock]:
    """MP3 from media time `start` to the end, after a moment of silence.

    Raises:
        SourceError: the source cannot be read, or has no such sound.
        Cancelled: the token was cancelled.
    """
    shown = parse_location(request.location).shown
    try:
        if request.ring is not None:
            with closing(RingReader(request.ring, token)) as reader:
                yield from _encoded(_from_ring(reader, request, token), request.mix)
            return
        with closing(connect_source(request.location, token, SourceOptions())) as connection:
            tracks = connection.container.av_container.streams.audio
            if request.audio_track >= len(tracks):
                raise NoAudio(f"{shown} has no such audio track")
            yield from _encoded(_from_source(connection, tracks[request.audio_track], start), request.mix)
    except LIBRARY_ERRORS as exc:
        token.raise_if_cancelled()
        raise translate(exc, shown) from exc


def _encoded(sound: Iterator[_Sound], mix: Mix | None) -> Iterator[SoundBlock]:
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="mp3", options={"id3v2_version": "0", "write_xing": "0"}) as output:
        encoder = output.add_stream("libmp3lame", rate=RATE, layout="stereo")
        encoder.bit_rate = _BITS
        position = 0
        for time, frame in _as_sent(sound, mix):
            frame.pts, frame.time_base = position, Fraction(1, RATE)
            position += frame.samples
            output.mux(encoder.encode(frame))
            yield from _taken(buffer, frame.samples / RATE, time)
        output.mux(encoder.encode(None))
        yield from _taken(buffer, 0.0, 0.0)


def _as_sent(sound: Iterator[_Sound], mix: Mix | None) -> Iterator[tuple[float, AudioFrame]]:
    """In the encoder's form, with the voice, after a moment of silence."""
    resampler: av.AudioResampler | None = None
    for time, heard in sound:
        if isinstance(heard, float):
            yield time, _silence(heard)
            continue
        if resampler is None:
            resampler = av.AudioResampler("s16p", "stereo", RATE)
            yield time, _silence(LEAD_SECONDS)
        for frame in resampler.resample(heard):
            yield time, frame if mix is None else _mixed(frame, time, mix)


def _mixed(frame: AudioFrame, time: float, mix: Mix) -> AudioFrame:
    pcm = frame.to_ndarray().T.astype(np.float32) / np.float32(32_768)
    samples = np.clip(mix(pcm, time).T * 32_768, -32_768, 32_767).astype(np.int16)
    mixed = AudioFrame.from_ndarray(np.ascontiguousarray(samples), format="s16p", layout="stereo")
    mixed.sample_rate = RATE
    return mixed


def _from_source(connection: Connection, stream: AudioStream, start: float) -> Iterator[_Sound]:
    container = connection.container
    if start > 1.0:
        container.av_container.seek(int((start + container.start) * 1e6))
    for packet in container.packets(stream, _READ_SECONDS):
        for frame in heard_frames(stream, packet):
            time = seconds(frame.pts, frame.time_base) - container.start if frame.pts is not None else start
            if time + frame.samples / frame.sample_rate > start:
                yield time, frame


def _from_ring(reader: RingReader, request: SoundRequest, token: CancelToken) -> Iterator[_Sound]:
    """The sound of a live stream, behind its edge, as it comes."""
    behind = request.behind
    reader.seek(max(0.0, reader.edge - behind))
    following = reader.read(_RING_START_SECONDS)
    if following is None:
        raise SourceLost("the stream did not begin", hint="Check the address and whether it is on air.")
    while following is not None or not reader.ended:
        if following is not None:
            stream = reader.template(following.epoch).streams[following.stream]
            if isinstance(stream, AudioStream):
                while reader.edge - following.time < behind and not reader.ended:
                    token.wait(_POLL)
                    token.raise_if_cancelled()
                for waited in _waits(request.wait, following.time + _MARGIN, MAX_BEHIND - behind, token):
                    behind += waited
                    yield following.time, waited
                packet = following.packet
                packet.stream = stream
                for frame in heard_frames(stream, packet):
                    yield following.time, frame
        following = reader.read(1.0)


def _waits(wait: Wait | None, media_time: float, patience: float, token: CancelToken) -> Iterator[float]:
    """Seconds that have passed, each time some have, until all is there that is heard before `media_time`."""
    if wait is None:
        return
    begun = told = monotonic()
    while told - begun < patience and not wait(media_time, token, told + _POLL):
        now = monotonic()
        yield now - told
        told = now


def _silence(length: float) -> AudioFrame:
    samples = np.zeros((2, round(length * RATE)), np.int16)
    frame = AudioFrame.from_ndarray(samples, format="s16p", layout="stereo")
    frame.sample_rate = RATE
    return frame


def _taken(buffer: io.BytesIO, seconds: float, time: float) -> Iterator[SoundBlock]:
    data = buffer.getvalue()
    if data or seconds:
        buffer.seek(0)
        buffer.truncate()
        yield SoundBlock(data, seconds, time)
