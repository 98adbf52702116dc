"""The text of playlists and caption segments. Pure functions."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from streamlation_desktop.core.language import LanguageCode, is_rtl, language_name
from streamlation_desktop.core.types import Cue
from streamlation_desktop.media.delivery.segments import CLOCK_OFFSET, MPEG_CLOCK

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""Media time 0 in EXT-X-PROGRAM-DATE-TIME: a player can tell where in the media it is."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One segment in a playlist."""

    name: str
    start: float
    """Seconds of media time."""
    duration: float
    follows: bool = True
    """False where the clock or the coding changes."""


def media_playlist(
    entries: Sequence[Entry], first: int, *, is_event: bool, is_over: bool, buffer: float | None = None
) -> bytes:
    """A playlist of segments.

    Args:
        first: sequence number of the first entry.
        is_event: earlier segments stay; otherwise the window slides.
        is_over: no segment will be added.
        buffer: seconds that a player of a live stream is asked to stay behind the last segment's end.
    """
    longest = max((entry.duration for entry in entries), default=2.0)
    target = max(1, math.floor(longest + 0.5))  # rounded, as the standard has it: players stay three times it behind
    lines = ["#EXTM3U", "#EXT-X-VERSION:3", f"#EXT-X-TARGETDURATION:{target}"]
    if buffer is not None and not is_event:
        lines.append(f"#EXT-X-SERVER-CONTROL:HOLD-BACK={max(buffer, 3.0 * target):.1f}")
    lines.append(f"#EXT-X-MEDIA-SEQUENCE:{first}")
    if is_event:
        lines.append(f"#EXT-X-PLAYLIST-TYPE:{'VOD' if is_over else 'EVENT'}")
    for entry in entries:
        if not entry.follows:
            lines.append("#EXT-X-DISCONTINUITY")
        lines.append(f"#EXT-X-PROGRAM-DATE-TIME:{_date(entry.start)}")
        lines += [f"#EXTINF:{entry.duration:.3f},", entry.name]
    if is_over:
        lines.append("#EXT-X-ENDLIST")
    return _text(lines)


def master_playlist(
    media: str, languages: Sequence[LanguageCode], *, bandwidth: int, codecs: str, resolution: tuple[int, int] | None
) -> bytes:
    """The playlist of playlists; each language is a rendition of its own, the first one is shown."""
    lines = ["#EXTM3U", "#EXT-X-VERSION:3", "#EXT-X-INDEPENDENT-SEGMENTS"]
    for number, language in enumerate(languages):
        default = "YES" if number == 0 else "NO"
        lines.append(
            f'#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="subs",NAME="{_quoted(language_name(language))}",'
            f'LANGUAGE="{language}",DEFAULT={default},AUTOSELECT=YES,FORCED=NO,URI="{captions_name(language)}"'
        )
    attributes = [f"BANDWIDTH={bandwidth}"]
    if codecs:
        attributes.append(f'CODECS="{codecs}"')
    if resolution:
        attributes.append(f"RESOLUTION={resolution[0]}x{resolution[1]}")
    attributes.append("CLOSED-CAPTIONS=NONE")
    if languages:
        attributes.append('SUBTITLES="subs"')
    return _text([*lines, f"#EXT-X-STREAM-INF:{','.join(attributes)}", media])


def captions_name(language: LanguageCode, segment: int | None = None) -> str:
    """Name of the caption playlist of a language, or of one of its segments."""
    return f"subs-{language}.m3u8" if segment is None else f"subs-{language}-{segment:06}.vtt"


def caption_segment(cues: Sequence[Cue]) -> bytes:
    """WebVTT whose clock is that of the segments; a cue over a border stands in both with the same number and times."""
    map_line = f"X-TIMESTAMP-MAP=MPEGTS:{round(CLOCK_OFFSET * MPEG_CLOCK)},LOCAL:00:00:00.000"
    return _text(["WEBVTT", map_line, "", *(line for cue in cues for line in _cue(cue))])


def caption_file(cues: Sequence[Cue]) -> bytes:
    """WebVTT that stands beside a file."""
    return _text(["WEBVTT", "", *(line for cue in cues for line in _cue(cue))])


def _cue(cue: Cue) -> list[str]:
    mark = "\u200f" if is_rtl(cue.language) else ""
    lines = [mark + _escaped(line) for line in cue.lines if line.strip()]
    return [str(cue.index), f"{_clock(cue.span.start)} --> {_clock(cue.span.end)}", *(lines or ["\u00a0"]), ""]


def _clock(seconds: float) -> str:
    milliseconds = round(seconds * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest / 1000:06.3f}"


def _escaped(text: str) -> str:
    return text.replace("\0", "\ufffd").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(text: str) -> str:
    return "".join(letter for letter in text if letter not in '"\r\n')


def _date(media_time: float) -> str:
    return (EPOCH + timedelta(seconds=media_time)).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _text(lines: Sequence[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()
