"""Which picture of a source is kept and shown."""

from __future__ import annotations

import av  # noqa: F401 (before its parts: two threads may begin with different ones)
from av.container import InputContainer
from av.stream import Disposition
from av.video.stream import VideoStream

_TALLEST = 1080
"""Lines; more is chosen only where there is nothing else."""


def best_picture(container: InputContainer) -> VideoStream | None:
    """The largest moving picture up to 1080 lines; None when there is none.

    FFmpeg's own choice knows no sizes: of the variants of a playlist it takes any.
    """
    films = [s for s in container.streams.video if s.codec_context and not s.disposition & Disposition.attached_pic]
    return max(films, key=_rank, default=None)


def _rank(stream: VideoStream) -> tuple[bool, int, int]:
    rate = stream.metadata.get("variant_bitrate", "")
    return stream.height <= _TALLEST, stream.width * stream.height, int(rate) if rate.isdigit() else 0
