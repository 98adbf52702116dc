"""Reads the subtitle tracks that a source carries."""

from __future__ import annotations

from dataclasses import dataclass

import av
import pysubs2
from av.packet import Packet
from av.stream import Stream
from av.subtitles.stream import SubtitleStream
from av.subtitles.subtitle import AssSubtitle

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import UnsupportedMedia, UsageError
from streamlation_desktop.core.types import TimeSpan
from streamlation_desktop.media.connection import Connection
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.source import connect_source

_UNTIL_NEXT = 5.0
"""Seconds an event stays that has no end of its own and no successor."""


@dataclass(frozen=True, slots=True)
class SubtitleEvent:
    """One event of a subtitle track, without mark-up."""

    span: TimeSpan
    text: str
    """Lines separated by a newline."""


def read_subtitle_track(
    location: str, index: int, token: CancelToken, options: SourceOptions | None = None
) -> list[SubtitleEvent]:
    """Read all of a text track, in order of time; 0.0 is the start of the presentation.

    Args:
        location: as for `open_source`; a live source never ends, so it is refused.
        index: ordinal among the subtitle tracks, from 0.

    Raises:
        UsageError: there is no such track, or the source is live.
        UnsupportedMedia: the track holds pictures, or no decoder knows it.
        SourceError: the source cannot be read.
        Cancelled: the token was cancelled.
    """
    connection = connect_source(location, token, options or SourceOptions())
    try:
        stream = _text_stream(connection, index)
        raw: list[tuple[float, float | None, str]] = []
        for packet in connection.container.packets(stream, connection.resource.stall_limit):
            raw += _events(stream, packet, connection.container.start)
    finally:
        connection.close()
    return _closed(sorted(raw, key=lambda event: event[0]))


def _text_stream(connection: Connection, index: int) -> SubtitleStream:
    info = connection.info
    if info.is_live:
        raise UsageError(f"{info.location} is live", hint="Its subtitles have no end to read to.")
    if not 0 <= index < len(info.subtitles):
        count = len(info.subtitles)
        raise UsageError(f"there is no subtitle track {index}", hint=f"{info.location} has {count}, numbered from 0.")
    track = info.subtitles[index]
    if not track.is_text:
        raise UnsupportedMedia(
            f"subtitle track {index} ({track.codec}) holds pictures or has no decoder",
            hint="Only text tracks can be read; transcribe the speech instead.",
        )
    return connection.container.av_container.streams.subtitles[index]


def _events(stream: SubtitleStream, packet: Packet[Stream], origin: float) -> list[tuple[float, float | None, str]]:
    if packet.pts is None or not packet.size:
        return []
    try:
        decoded = stream.codec_context.decode2(packet)
    except (av.FFmpegError, ValueError):  # one damaged event is no reason to lose the others
        return []
    lines = [_plain(rect) for rect in decoded or () if isinstance(rect, AssSubtitle)]
    text = "\n".join(line for line in lines if line)
    start = float(packet.pts * packet.time_base) - origin
    duration = float(packet.duration * packet.time_base) if packet.duration else None
    return [(start, duration, text)]


def _plain(rect: AssSubtitle) -> str:
    """The text of an ASS event: no override tags, no drawings."""
    body = rect.ass.decode("utf-8", "replace").split(",", 8)[-1]
    event = pysubs2.SSAEvent(text=body)
    return "" if event.is_drawing else event.plaintext.strip()


def _closed(raw: list[tuple[float, float | None, str]]) -> list[SubtitleEvent]:
    """Give every event an end; an empty one clears what an endless one shows."""
    events = []
    for position, (start, duration, text) in enumerate(raw):
        following = next((other[0] for other in raw[position + 1 :] if other[0] > start), start + _UNTIL_NEXT)
        end = start + duration if duration is not None else following
        if text and end > max(start, 0.0):
            events.append(SubtitleEvent(TimeSpan(max(start, 0.0), end), text))
    return events
