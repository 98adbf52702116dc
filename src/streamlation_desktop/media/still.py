"""One picture out of a file, for lists."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import av.error

from streamlation_desktop.core.errors import UnsupportedMedia
from streamlation_desktop.media.formats import MEDIA_FORMATS
from streamlation_desktop.media.location import regular_file

_FORWARD = 0.1
"""Share of the length to skip: the first frame is often black."""
_MOST_PACKETS = 400
_OPTIONS = {"format_whitelist": MEDIA_FORMATS, "protocol_whitelist": "file"}
"""A list that is called like a film must not have other files or addresses opened."""


def still(path: str, width: int) -> bytes:
    """A JPEG of about `width` pixels from near the start of a local file.

    Raises:
        SourceError: no picture can be had from it.
    """
    try:
        file = regular_file(Path(path).absolute(), path)
        with av.open(str(file), timeout=(5, 5), options=dict(_OPTIONS)) as container:
            if not container.streams.video:
                raise UnsupportedMedia(f"no picture in {path}")
            stream = container.streams.video[0]
            stream.thread_type = "AUTO"
            if container.duration and not stream.disposition & stream.disposition.attached_pic:
                container.seek(int(container.duration * _FORWARD))
            return _jpeg(_first_frame(container, stream, path), width)
    except (av.error.FFmpegError, OSError, ValueError) as exc:
        raise UnsupportedMedia(f"no picture can be had from {path}: {exc}") from exc


def _first_frame(container: av.container.InputContainer, stream: av.VideoStream, path: str) -> av.VideoFrame:
    for count, packet in enumerate(container.demux(stream)):
        for frame in packet.decode():
            if isinstance(frame, av.VideoFrame):
                return frame
        if count > _MOST_PACKETS:
            break
    raise UnsupportedMedia(f"no picture in {path}")


def _jpeg(frame: av.VideoFrame, width: int) -> bytes:
    height = max(2, round(frame.height * width / frame.width / 2) * 2)
    scaled = frame.reformat(width=width, height=height, format="yuvj420p")
    encoder = av.CodecContext.create("mjpeg", "w")
    assert isinstance(encoder, av.VideoCodecContext)
    encoder.width, encoder.height, encoder.pix_fmt = width, height, "yuvj420p"
    encoder.time_base = Fraction(1, 25)
    return b"".join(bytes(packet) for packet in [*encoder.encode(scaled), *encoder.encode(None)])
