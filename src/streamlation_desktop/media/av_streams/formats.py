"""Makes a container's stream ready to be decoded."""

from __future__ import annotations

import os

import av  # noqa: F401 (before its parts: two threads may begin with different ones)
from av.audio.stream import AudioStream
from av.stream import Disposition
from av.video.stream import VideoStream

from streamlation_desktop.media.av_streams.packets import Kind, StreamFormat

_HUGE = 3840 * 2160
_RATES = (1.0, 400.0)


def stream_format(stream: VideoStream | AudioStream) -> StreamFormat:
    """How to decode `stream`; the decoder's threads are set here, before it is opened."""
    stream.codec_context.copy_opaque = True
    if isinstance(stream, AudioStream):
        return StreamFormat(Kind.AUDIO, stream.codec_context)
    codec = stream.codec_context
    codec.thread_type = "AUTO"
    # each thread holds a whole picture: 8K on sixteen threads would take gigabytes
    codec.thread_count = min(os.cpu_count() or 1, 4 if codec.width * codec.height > _HUGE else 8)
    rate = float(stream.average_rate or stream.guessed_rate or 25)
    return StreamFormat(
        Kind.VIDEO,
        stream.codec_context,
        frame_duration=1 / min(max(rate, _RATES[0]), _RATES[1]),
        is_still=bool(stream.disposition & Disposition.attached_pic),
    )
