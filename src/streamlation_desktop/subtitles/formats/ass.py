r"""Advanced SubStation Alpha (.ass), and its predecessor (.ssa) for reading.

Only text and times are read: override codes, drawings, fonts and pictures are dropped, so nothing in
a foreign file can drive the renderer. Braces are escaped as libass reads them; a backslash that
would begin an escape gets a word joiner (U+2060). Times are hundredths of a second in this format.
"""

from __future__ import annotations

import re

from streamlation_desktop.core.errors import UnsupportedMedia
from streamlation_desktop.core.language import LanguageCode, is_rtl
from streamlation_desktop.core.types import Cue
from streamlation_desktop.subtitles.document import UNDETERMINED, SubtitleDocument, SubtitleMetadata
from streamlation_desktop.subtitles.formats.cues import Row, clean_text, cues_from, milliseconds
from streamlation_desktop.subtitles.text import clean_line

_TIME = re.compile(r"\s*(\d{1,6}):(\d{1,3}):(\d{1,3})(?:[.:,](\d{1,6}))?\s*$", re.ASCII)
_OVERRIDE = re.compile(r"(?<!\\)\{([^{}]*)\}")
_DRAWING = re.compile(r"\\p[1-9]")
_ESCAPES = {r"\N": "\n", r"\n": "\n", r"\h": "\u00a0", r"\{": "{", r"\}": "}"}
_ESCAPE = re.compile(r"\\[Nnh{}]")
_COLUMNS = ("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text")
_STYLE_FORMAT = (
    "Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, "
    "StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, "
    "Encoding"
)
_STYLES = (
    "Style: Default,Noto Sans,54,&H00FFFFFF,&H00FFFFFF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,3,1,2,60,60,50,1",
    "Style: Second,Noto Sans,42,&H0080F0FF,&H0080F0FF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,2.5,1,8,60,60,40,1",
)


def parse(text: str, language: LanguageCode = UNDETERMINED) -> SubtitleDocument:
    """Read the dialogue lines of a script; lines without proper times are left out.

    Raises:
        UnsupportedMedia: there is no events section.
    """
    rows: list[Row] = []
    columns, section, title = list(_COLUMNS), "", ""
    events = False
    for line in text.splitlines():
        key, _, value = line.strip().partition(":")
        if key.startswith("["):
            section = key.lower()
            events = events or section == "[events]"
        elif section == "[script info]" and key == "Title":
            title = clean_line(value)
        elif section == "[events]" and key == "Format":
            columns = [column.strip().lower() for column in value.split(",")]
        elif section == "[events]" and key == "Dialogue":
            rows += _dialogue(value, columns)
    if not events:
        raise UnsupportedMedia("no events in the SubStation script", hint="Choose a subtitle file.")
    return SubtitleDocument(cues_from(rows, language), language, SubtitleMetadata(title=title))


def serialize(document: SubtitleDocument, second: SubtitleDocument | None = None) -> bytes:
    """Write a styled script for 1920 x 1080; a `second` track stands smaller at the top, in its own style."""
    lines = [
        "[Script Info]",
        f"Title: {clean_line(document.metadata.title)}",
        "ScriptType: v4.00+",
        "PlayResX: 1920",
        "PlayResY: 1080",
        "WrapStyle: 2",
        "ScaledBorderAndShadow: yes",
        "",
        "[V4+ Styles]",
        f"Format: {_STYLE_FORMAT}",
        *_STYLES,
        "",
        "[Events]",
        "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text",
        *(_event(cue, "Default") for cue in document.cues),
        *(_event(cue, "Second") for cue in (second.cues if second else ())),
    ]
    return ("\n".join(lines) + "\n").encode()


def _dialogue(value: str, columns: list[str]) -> list[Row]:
    fields = dict(zip(columns, value.split(",", len(columns) - 1), strict=False))
    start, end = _seconds(fields.get("start", "")), _seconds(fields.get("end", ""))
    raw = fields.get("text", "")
    drawing = any(_DRAWING.search(match.group(1)) for match in _OVERRIDE.finditer(raw))
    if start is None or end is None or drawing:
        return []
    text = _ESCAPE.sub(lambda match: _ESCAPES[match.group()], _OVERRIDE.sub("", raw))
    return [Row(start, end, text, clean_line(fields.get("name", "")))]


def _seconds(text: str) -> float | None:
    match = _TIME.match(text[:40])
    if match is None:
        return None
    hours, minutes, seconds, fraction = match.groups()
    return (
        int(hours) * 3600 + int(minutes) * 60 + int(seconds) + (int(fraction) / 10 ** len(fraction) if fraction else 0)
    )


def _event(cue: Cue, style: str) -> str:
    lines = [_escape(line, rtl=is_rtl(cue.language)) for line in clean_text(cue)]
    name = clean_line(cue.speaker).replace(",", " ")
    start, end, text = _clock(cue.span.start), _clock(cue.span.end), r"\N".join(lines)
    return f"Dialogue: 0,{start},{end},{style},{name},0,0,0,,{text}"


def _escape(line: str, *, rtl: bool) -> str:
    text = re.sub(r"\\(?=[Nnh{}])", "\\\\\u2060", line)
    text = text.replace("{", r"\{").replace("}", r"\}")
    return f"\u202b{text}\u202c" if rtl else text


def _clock(seconds: float) -> str:
    whole, hundredths = divmod((milliseconds(seconds) + 5) // 10, 100)
    minutes, second = divmod(whole, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02d}:{second:02d}.{hundredths:02d}"
