"""Reads a source that has an end, from its first sample to its last."""

from __future__ import annotations

from collections.abc import Iterator

from streamlation_desktop.core.errors import SourceLost, UnsupportedMedia
from streamlation_desktop.core.types import Samples
from streamlation_desktop.media.connection import Connection
from streamlation_desktop.media.normalizer import FOR_RECOGNITION, AudioForm, Normalizer
from streamlation_desktop.media.timeline import Timeline

_MAX_JUMP = 10.0
"""Seconds; beyond it FFmpeg and mpv, too, take a step of a transport stream for a new clock."""

_RESETTING = ("mpegts", "hls", "mpeg", "nut", "flv")  # formats whose clock may start anew on the way


def finite_blocks(connection: Connection, form: AudioForm = FOR_RECOGNITION) -> Iterator[Samples]:
    """Yield consecutive blocks in `form` (16 kHz mono) from media time 0 on.

    A truncated or damaged file yields what there is; the rest is counted as a read error.

    Raises:
        SourceLost: the connection was lost and could not be had back.
        UnsupportedMedia: nothing could be decoded.
        Cancelled: the token was cancelled.
    """
    info, counters = connection.info, connection.resource.counters
    longest, lost = max(info.duration or 0.0, _MAX_JUMP), counters.lost_segments
    timeline = Timeline(counters, connection.container.start, max_gap=longest)
    normalizer = Normalizer(timeline, form)
    try:
        for frame in connection.frames():
            if counters.lost_segments > lost:  # a step of any length is what they held
                timeline.max_gap, lost = longest, counters.lost_segments
            yield from normalizer.feed(frame)
            if info.container in _RESETTING:  # only the first frame may lie far from the start
                timeline.max_gap = _MAX_JUMP
    except (SourceLost, UnsupportedMedia) as exc:
        if not normalizer.position or (connection.resource.is_remote and isinstance(exc, SourceLost)):
            raise
        counters.read_errors += 1
    yield from normalizer.flush()
    if not normalizer.position:
        raise UnsupportedMedia(
            f"no audio could be decoded from {info.location}", hint="The file may be damaged or encrypted."
        )
