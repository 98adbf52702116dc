"""The WebVTT parser of the W3C (webvtt1, section 6): blocks, timings and cue text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from streamlation_desktop.core.errors import UnsupportedMedia

_STAMP = re.compile(r"(?:(\d{2,9}):)?([0-5]\d):([0-5]\d)\.(\d{3})(?!\d)", re.ASCII)
_ARROW = re.compile(r"[ \t\f]*-->[ \t\f]*")
_TAG = re.compile(r"<([^>]*)(?:>|$)")
_VOICE = re.compile(r"v(?:\.\S*)?[ \t\n\f]+(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A cue, or a comment where it has no times."""

    text: str
    """As it stands in the file: with tags and escapes."""
    id: str = ""
    start: float | None = None
    """Seconds."""
    end: float = 0.0


def parse_blocks(text: str) -> tuple[list[str], list[Block]]:
    """The header lines after the signature, and the cues and comments in the order of the file.

    Raises:
        UnsupportedMedia: the signature is missing.
    """
    lines = text.removeprefix("\ufeff").replace("\0", "\ufffd").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not re.match(r"WEBVTT(?:[ \t]|$)", lines[0]):
        raise UnsupportedMedia("not a WebVTT file: it does not begin with WEBVTT", hint="Choose a subtitle file.")
    position = 1
    while position < len(lines) and lines[position] and "-->" not in lines[position]:
        position += 1
    return lines[1:position], list(_blocks(lines, position))


def _blocks(lines: list[str], position: int) -> Iterator[Block]:
    while position < len(lines):
        if not lines[position]:
            position += 1
            continue
        first = position
        timing = next((at for at in (first, first + 1) if at < len(lines) and "-->" in lines[at]), None)
        if timing == first + 1 and not lines[first]:
            timing = None
        position = (first if timing is None else timing) + 1
        while position < len(lines) and lines[position] and "-->" not in lines[position]:
            position += 1
        if timing is None:
            yield Block("\n".join(lines[first:position]))
            continue
        times = _timing(lines[timing])
        if times is not None:
            identifier = lines[first] if timing > first else ""
            yield Block("\n".join(lines[timing + 1 : position]), identifier, *times)


def _timing(line: str) -> tuple[float, float] | None:
    line = line.lstrip(" \t\f")
    start = _STAMP.match(line)
    arrow = _ARROW.match(line, start.end()) if start else None
    end = _STAMP.match(line, arrow.end()) if arrow else None
    if start is None or end is None:
        return None
    return _seconds(start), _seconds(end)


def _seconds(stamp: re.Match[str]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in stamp.groups())
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def plain_text(cue_text: str) -> str:
    """Cue text without tags, escapes resolved."""
    return html.unescape(_TAG.sub("", cue_text))


def voice(cue_text: str) -> str:
    """The annotation of the first voice tag, or nothing."""
    for tag in _TAG.finditer(cue_text):
        match = _VOICE.match(tag.group(1))
        if match:
            return " ".join(html.unescape(match.group(1)).split())
    return ""
