"""What we ourselves want to know of an HLS media playlist; the demuxer reads the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin

_TARGET_DURATION = re.compile(r"#EXT-X-TARGETDURATION:(\d{1,3})\b")
_DURATION = re.compile(r"#EXTINF:([\d.]+)")


@dataclass(frozen=True, slots=True)
class MediaPlaylist:
    """A playlist of segments."""

    target_duration: float
    """Seconds that a segment may last."""
    has_ended: bool
    """Nothing will be added to it."""
    walls: dict[str, float]
    """Address of a segment → seconds since 1970 at which it was made, where that is known."""
    durations: dict[str, float]
    """Address of a segment → how many seconds it lasts."""


def read_media_playlist(text: bytes, url: str) -> MediaPlaylist | None:
    """Read the playlist that lies at `url`; None when it holds no segments but other playlists."""
    if b"#EXT-X-STREAM-INF" in text:
        return None
    content = text.decode("utf-8", "replace")
    target = _TARGET_DURATION.search(content)
    ended = "#EXT-X-ENDLIST" in content
    walls, durations = _segments(content, url)
    return MediaPlaylist(float(target[1]) if target else 0.0, ended, walls, durations)


def _segments(content: str, url: str) -> tuple[dict[str, float], dict[str, float]]:
    walls: dict[str, float] = {}
    durations: dict[str, float] = {}
    wall: float | None = None
    duration = 0.0
    for line in map(str.strip, content.splitlines()):
        if line.startswith("#EXT-X-PROGRAM-DATE-TIME:"):
            wall = _seconds(line.partition(":")[2])
        elif line.startswith("#EXT-X-DISCONTINUITY") and not line.startswith("#EXT-X-DISCONTINUITY-"):
            wall = None
        elif match := _DURATION.match(line):
            duration = _number(match[1])
        elif line and not line.startswith("#") and (address := _joined(url, line)):
            durations.setdefault(address, duration)
            if wall is not None:
                walls.setdefault(address, wall)
                wall += duration
    return walls, durations


def _joined(url: str, reference: str) -> str:
    """The address of a segment; empty where it is none."""
    try:
        return urljoin(url, reference)
    except ValueError:  # brackets that hold no IPv6 address
        return ""


def _seconds(text: str) -> float | None:
    """Seconds since 1970 of an ISO 8601 time; one without a zone is taken for UTC."""
    try:
        moment = datetime.fromisoformat(text.strip())
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
