"""Packets of one stream on the media clock: as they are, or encoded anew."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import cast

import av
import numpy as np
import numpy.typing as npt
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.packet import Packet
from av.stream import Stream
from av.video.frame import PictureType, VideoFrame
from av.video.reformatter import VideoReformatter
from av.video.stream import VideoStream

from streamlation_desktop.media.connection import Connection
from streamlation_desktop.media.delivery.encoders import EncoderChoice, Picture, configure
from streamlation_desktop.media.delivery.segments import MPEG_CLOCK, TimedPacket, seconds
from streamlation_desktop.media.heard import heard_frames

AUDIO_RATE = 48_000
AUDIO_BITS = 160_000
_READ_SECONDS = 20.0

Mix = Callable[[npt.NDArray[np.float32], float], npt.NDArray[np.float32]]
"""Lays a voice over stereo sound whose first frame has that media time."""


@dataclass(frozen=True, slots=True)
class Templates:
    """Encoders, and the streams of an unwritten container that describe them."""

    container: OutputContainer
    video: VideoStream | None
    audio: AudioStream

    @staticmethod
    def open(picture: Picture | None, encoder: EncoderChoice, interval: float) -> Templates:
        """Open the encoders.

        Args:
            picture: what is encoded; None when the picture is copied or there is none.
            interval: seconds between key frames at most.
        """
        container = av.open(io.BytesIO(), "w", format="mpegts")
        video = None
        if picture is not None:
            video = cast("VideoStream", container.add_stream(encoder.name, rate=picture.frame_rate))
            configure(video.codec_context, encoder.name, encoder.preset, picture, interval)
        audio = container.add_stream("aac", rate=AUDIO_RATE, layout="stereo")
        audio.bit_rate = AUDIO_BITS
        container.start_encoding()
        return Templates(container, video, audio)


def copied_video(connection: Connection, stream: VideoStream) -> Iterator[TimedPacket]:
    """The packets as they are, from the first key frame on."""
    origin, is_begun = connection.container.start, False
    for packet in connection.container.packets(stream, _READ_SECONDS):
        if packet.dts is None or packet.pts is None or packet.time_base is None:
            continue
        is_begun = is_begun or packet.is_keyframe
        if is_begun:
            time = seconds(packet.pts, packet.time_base) - origin
            yield _timed(packet, origin, time, is_video=True)


def encoded_video(
    connection: Connection, stream: VideoStream, out: VideoStream, picture: Picture, interval: float
) -> Iterator[TimedPacket]:
    """The picture encoded anew."""
    encoder, origin = VideoRecoder(out, picture, interval), connection.container.start
    stream.thread_type = "AUTO"
    for packet in connection.container.packets(stream, _READ_SECONDS):
        for frame in seen_frames(stream, packet):
            if frame.pts is not None:
                yield from encoder.feed(frame, seconds(frame.pts, frame.time_base) - origin)
    yield from encoder.flush()


def encoded_audio(connection: Connection, stream: AudioStream, out: AudioStream) -> Iterator[TimedPacket]:
    """The sound encoded anew."""
    encoder, origin = AudioRecoder(out), connection.container.start
    for packet in connection.container.packets(stream, _READ_SECONDS):
        for frame in heard_frames(stream, packet):
            yield from encoder.feed(frame, seconds(frame.pts, frame.time_base) - origin)
    yield from encoder.flush()


class VideoRecoder:
    """H.264, scaled, at most as many pictures a second as asked for, a key frame at each interval."""

    def __init__(self, out: VideoStream, picture: Picture, interval: float) -> None:
        self._out = out
        self._picture = picture
        self._interval = interval
        self._reformatter = VideoReformatter()
        self._last = -1.0
        self._next_key = 0.0

    def feed(self, frame: VideoFrame, time: float) -> Iterator[TimedPacket]:
        """Encode a picture of that media time."""
        if time - self._last < 0.9 / float(self._picture.frame_rate):
            return
        self._last = time
        small = self._reformatter.reformat(frame, self._picture.width, self._picture.height, "yuv420p")
        small.pts, small.time_base = round(time * MPEG_CLOCK), Fraction(1, MPEG_CLOCK)
        small.pict_type = PictureType.NONE
        if time >= self._next_key:
            small.pict_type = PictureType.I
            self._next_key = (time // self._interval + 1) * self._interval
        yield from self._encoded(small)

    def flush(self) -> Iterator[TimedPacket]:
        """What the encoder still holds."""
        yield from self._encoded(None)

    def _encoded(self, frame: VideoFrame | None) -> Iterator[TimedPacket]:
        for packet in self._out.encode(frame):
            yield _timed(packet, 0.0, seconds(packet.pts, packet.time_base), is_video=True)


class AudioRecoder:
    """AAC stereo; what the source leaves out is silence, so that it stays with the picture."""

    def __init__(self, out: AudioStream, mix: Mix | None = None) -> None:
        self._out = out
        self._mix = mix
        self._resampler = av.AudioResampler("fltp", "stereo", AUDIO_RATE)
        self._position = 0

    def feed(self, frame: AudioFrame, time: float) -> Iterator[TimedPacket]:
        """Encode sound of that media time."""
        start = round(time * AUDIO_RATE)
        for fresh in self._resampler.resample(frame):
            gap = start - self._position
            if gap > AUDIO_RATE // 10:  # a hole in the recording, or a late start
                yield from self._silence(gap)
            fresh.pts, fresh.time_base = self._position, Fraction(1, AUDIO_RATE)
            self._position += fresh.samples
            start = self._position
            yield from self._encoded(fresh)

    def flush(self) -> Iterator[TimedPacket]:
        """What the encoder still holds."""
        yield from self._encoded(None)

    def _silence(self, samples: int) -> Iterator[TimedPacket]:
        while samples > 0:
            count = min(samples, AUDIO_RATE)
            frame = AudioFrame(format="fltp", layout="stereo", samples=count)
            for plane in frame.planes:
                plane.update(bytes(plane.buffer_size))
            frame.sample_rate, frame.pts, frame.time_base = AUDIO_RATE, self._position, Fraction(1, AUDIO_RATE)
            self._position += count
            samples -= count
            yield from self._encoded(frame)

    def _encoded(self, frame: AudioFrame | None) -> Iterator[TimedPacket]:
        if frame is not None and self._mix is not None:
            frame = _mixed(frame, self._mix)
        for packet in self._out.encode(frame):
            yield _timed(packet, 0.0, seconds(packet.pts, packet.time_base), is_video=False)


def _mixed(frame: AudioFrame, mix: Mix) -> AudioFrame:
    pcm = mix(frame.to_ndarray().T.astype(np.float32), seconds(frame.pts, frame.time_base))
    mixed = AudioFrame.from_ndarray(np.ascontiguousarray(pcm.T, np.float32), format="fltp", layout="stereo")
    mixed.sample_rate, mixed.pts, mixed.time_base = frame.sample_rate, frame.pts, frame.time_base
    return mixed


def _timed(packet: Packet[Stream], origin: float, time: float, *, is_video: bool) -> TimedPacket:
    assert packet.time_base is not None
    shift = round(origin / packet.time_base)
    if shift and packet.pts is not None and packet.dts is not None:
        packet.pts, packet.dts = packet.pts - shift, packet.dts - shift
    return TimedPacket(time, seconds(packet.duration, packet.time_base), is_video, packet)


def seen_frames(stream: VideoStream, packet: Packet[Stream]) -> list[VideoFrame]:
    """The pictures of a packet; none where it is damaged."""
    try:
        return list(stream.decode(packet))
    except (av.FFmpegError, ValueError, EOFError):  # a damaged picture: the next one may be whole
        return []
