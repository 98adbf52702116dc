"""Decodes packets into frames; damaged ones are counted and passed over."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

import av
from av.audio.codeccontext import AudioCodecContext
from av.audio.frame import AudioFrame
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame

from streamlation_desktop.media.av_streams.hardware import hardware_decoder
from streamlation_desktop.media.av_streams.packets import MediaPacket, StreamFormat
from streamlation_desktop.media.av_streams.pictures import Frame

_ASPECTS = (0.05, 20.0)


class _Stamps:
    """Turns time stamps into media time; frames that come out at the end of a stream have lost their base."""

    def __init__(self) -> None:
        self._base = Fraction(0)
        self._offset = 0.0

    def learn(self, packet: MediaPacket) -> None:
        """Before the packet is decoded: its offset travels with it, because frames come out in another order."""
        if packet.packet is not None:
            self._base = packet.packet.time_base or self._base
            self._offset = packet.offset
            packet.packet.opaque = packet.offset

    def time_of(self, frame: VideoFrame | AudioFrame) -> float | None:
        """Media time of a frame, where it has one."""
        base = frame.time_base or self._base
        if frame.pts is None or not base:
            return None
        return frame.pts * float(base) + (frame.opaque if isinstance(frame.opaque, float) else self._offset)

    def seconds(self, frame: VideoFrame) -> float:
        """Duration as the stream tells it; 0.0 when it does not."""
        return float((frame.duration or 0) * (frame.time_base or self._base))


def _flush(form: StreamFormat) -> None:
    with form.lock:
        if form.codec.is_open:
            form.codec.flush_buffers()


class VideoDecoder:
    """Used by one thread, on one stream."""

    def __init__(self, *, hardware: bool = False) -> None:
        """`hardware`: decode on the graphics card where that works."""
        self.errors = 0
        self._stamps = _Stamps()
        self._wants_hardware = hardware
        self._format: StreamFormat | None = None
        self._hardware: VideoCodecContext | None = None

    def flush(self, form: StreamFormat) -> None:
        """Forget what is under way: the next packet comes from elsewhere."""
        if self._hardware is not None and form is self._format:
            self._hardware.flush_buffers()
        _flush(form)

    def decode(self, packet: MediaPacket, *, sparsely: bool = False) -> Iterator[Frame]:
        """Frames in order of time.

        Args:
            packet: the next one of the stream.
            sparsely: leave frames out that no other frame refers to.
        """
        form = packet.format
        codec = self._codec(form)
        self._stamps.learn(packet)
        with form.lock:
            wanted: Literal["NONREF", "DEFAULT"] = "NONREF" if sparsely else "DEFAULT"
            if codec.skip_frame != wanted:
                codec.skip_frame = wanted
            images = self._images(codec, packet)
            ratio = float(codec.sample_aspect_ratio or 1)
        aspect = ratio if _ASPECTS[0] < ratio < _ASPECTS[1] else 1.0
        for image in images:
            time = self._stamps.time_of(image)
            if time is not None:
                turn = round(image.rotation / 90) * 90 % 360
                yield Frame(time, self._stamps.seconds(image) or form.frame_duration, image, turn, aspect)

    def _codec(self, form: StreamFormat) -> VideoCodecContext:
        assert isinstance(form.codec, VideoCodecContext)
        if form is not self._format:
            self._format = form
            self._hardware = hardware_decoder(form.codec) if self._wants_hardware and not form.is_still else None
        return self._hardware or form.codec

    def _images(self, codec: VideoCodecContext, packet: MediaPacket) -> list[VideoFrame]:
        try:
            return codec.decode(packet.packet)
        except EOFError:  # it was flushed before
            return []
        except (av.FFmpegError, ValueError):
            self.errors += 1
            self._hardware = None  # what a card cannot decode, software may, from the next key frame on
            return []


class AudioDecoder:
    """Used by one thread, on one stream."""

    def __init__(self) -> None:
        self.errors = 0
        self._stamps = _Stamps()

    def flush(self, form: StreamFormat) -> None:
        """Forget what is under way: the next packet comes from elsewhere."""
        _flush(form)

    def decode(self, packet: MediaPacket) -> Iterator[tuple[float | None, AudioFrame]]:
        """Frames with their media time, where they have one."""
        codec = packet.format.codec
        assert isinstance(codec, AudioCodecContext)
        self._stamps.learn(packet)
        with packet.format.lock:
            frames = self._frames(codec, packet)
        for frame in frames:
            if frame.samples and frame.sample_rate:
                yield self._stamps.time_of(frame), frame

    def _frames(self, codec: AudioCodecContext, packet: MediaPacket) -> list[AudioFrame]:
        try:
            return codec.decode(packet.packet)
        except EOFError:
            return []
        except (av.FFmpegError, ValueError):
            self.errors += 1
            return []
