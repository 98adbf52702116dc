"""Decodes packets into frames; damaged ones are counted and passed over."""

from __future__ import annotations

from collections.abc import Iterator

import av
from av.audio.codeccontext import AudioCodecContext
from av.audio.frame import AudioFrame
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame

from streamlation_desktop.media.av_streams.packets import MediaPacket
from streamlation_desktop.media.av_streams.pictures import Frame

_FRAMES_AHEAD = 8
"""Reference frames before a seek's target that are decoded whole, for safety with reordering."""


class VideoDecoder:
    """Used by one thread, on one stream."""

    def __init__(self) -> None:
        self.errors = 0

    def decode(self, packet: MediaPacket, target: float | None = None) -> Iterator[Frame]:
        """Frames in order of time.

        Args:
            packet: the next one of the stream.
            target: media time before which frames are of no interest, so that those which no other
                frame refers to need not be decoded.
        """
        form = packet.format
        codec = form.codec
        assert isinstance(codec, VideoCodecContext)
        near = target is None or packet.time is None or packet.time > target - _FRAMES_AHEAD * form.frame_duration
        with form.lock:
            wanted = "DEFAULT" if near else "NONREF"
            if codec.skip_frame != wanted:
                codec.skip_frame = wanted  # type: ignore[assignment]
            frames = self._frames(codec, packet)
            ratio = codec.sample_aspect_ratio
        for image in frames:
            if image.pts is not None and image.time_base:
                yield _frame(image, packet, float(ratio) if ratio else 1.0)

    def _frames(self, codec: VideoCodecContext, packet: MediaPacket) -> list[VideoFrame]:
        if packet.packet is not None:
            packet.packet.opaque = packet.offset
        try:
            return codec.decode(packet.packet)
        except EOFError:  # it was flushed before
            return []
        except (av.FFmpegError, ValueError):
            self.errors += 1
            return []


def _frame(image: VideoFrame, packet: MediaPacket, ratio: float) -> Frame:
    base = float(image.time_base or 0)
    offset = image.opaque if isinstance(image.opaque, float) else packet.offset
    duration = image.duration * base if image.duration else packet.format.frame_duration
    aspect = ratio if 0.05 < ratio < 20 else 1.0
    return Frame((image.pts or 0) * base + offset, duration, image, round(image.rotation / 90) * 90 % 360, aspect)


class AudioDecoder:
    """Used by one thread, on one stream."""

    def __init__(self) -> None:
        self.errors = 0

    def decode(self, packet: MediaPacket) -> Iterator[tuple[float | None, AudioFrame]]:
        """Frames with their media time, where they have one."""
        codec = packet.format.codec
        assert isinstance(codec, AudioCodecContext)
        with packet.format.lock:
            frames = self._frames(codec, packet)
        for frame in frames:
            if not frame.samples or not frame.sample_rate:
                continue
            offset = frame.opaque if isinstance(frame.opaque, float) else packet.offset
            stamp = None if frame.pts is None or not frame.time_base else frame.pts * float(frame.time_base)
            yield (None if stamp is None else stamp + offset), frame

    def _frames(self, codec: AudioCodecContext, packet: MediaPacket) -> list[AudioFrame]:
        if packet.packet is not None:
            packet.packet.opaque = packet.offset
        try:
            return codec.decode(packet.packet)
        except EOFError:
            return []
        except (av.FFmpegError, ValueError):
            self.errors += 1
            return []
