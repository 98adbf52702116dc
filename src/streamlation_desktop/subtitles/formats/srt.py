r"""SubRip (.srt).

Written as UTF-8 without a mark and with CRLF, as SubRip itself does and hardware players expect.
SubRip has no escapes: text that looks like a tag or an arrow gets an invisible word joiner (U+2060)
inside, which players do not show and our reader drops. Right-to-left lines stand between RLE and PDF
(U+202B, U+202C), the marks that players without a paragraph direction obey.
"""

from __future__ import annotations

import re

from streamlation_desktop.core.errors import UnsupportedMedia
from streamlation_desktop.core.language import LanguageCode, is_rtl
from streamlation_desktop.core.types import Cue
from streamlation_desktop.subtitles.document import UNDETERMINED, SubtitleDocument
from streamlation_desktop.subtitles.formats.cues import Row, clean_text, clock, cues_from
from streamlation_desktop.subtitles.markup import is_balanced, strip_markup

_TIME = r"(?:(\d{1,6}):)?(\d{1,3}):(\d{1,3})(?:[,.:;](\d{1,6}))?"
_TIMING = re.compile(rf"^\s*{_TIME}\s*-{{1,3}}\s?>\s*{_TIME}(?:\s.*)?$")
_LOOKS_LIKE_MARKUP = re.compile(r"<(?=[A-Za-z/])|\{(?=\\)|--(?=>)")
_JOINER = "\u2060"
_RLE, _PDF = "\u202b", "\u202c"


def parse(text: str, language: LanguageCode = UNDETERMINED, *, keep_unbalanced: bool = False) -> SubtitleDocument:
    """Read SubRip, tolerant of missing numbers, blank lines inside a caption and odd times.

    Tags are dropped; `keep_unbalanced` leaves those of a caption whose tags do not match, to report them.

    Raises:
        UnsupportedMedia: there is text, but no timing line in it.
    """
    rows: list[Row] = []
    times: tuple[float, float] | None = None
    body: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        match = _TIMING.match(line[:200])
        if match is None:
            body.append(line)
            continue
        if times is not None:
            rows.append(_row(times, _without_number(body), keep_unbalanced))
        times, body = (_seconds(match.groups()[:4]), _seconds(match.groups()[4:])), []
    if times is not None:
        rows.append(_row(times, body, keep_unbalanced))
    elif text.strip():
        raise UnsupportedMedia("no SubRip times in the file", hint="Choose a subtitle file.")
    return SubtitleDocument(cues_from(rows, language), language)


def serialize(document: SubtitleDocument) -> bytes:
    """Write SubRip; speakers, confidence and metadata have no place in it."""
    return more(document, 0)


def more(document: SubtitleDocument, before: int) -> bytes:
    """What is to be added to a file of so many captions."""
    return "".join(_block(number, cue) for number, cue in enumerate(document.cues, start=before + 1)).encode()


def _row(times: tuple[float, float], body: list[str], keep_unbalanced: bool) -> Row:
    text = "\n".join(body)
    plain = text if keep_unbalanced and not is_balanced(text) else strip_markup(text)
    return Row(times[0], times[1], plain.replace(_JOINER, ""))


def _without_number(body: list[str]) -> list[str]:
    """The lines before a timing line without the number that belongs to the caption after."""
    if body and body[-1].strip().isdecimal() and (len(body) == 1 or not body[-2].strip()):
        return body[:-1]
    return body


def _seconds(groups: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = groups
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return whole + (int(fraction) / 10 ** len(fraction) if fraction else 0.0)


def _block(number: int, cue: Cue) -> str:
    lines = [_line(line, rtl=is_rtl(cue.language)) for line in clean_text(cue)]
    timing = f"{clock(cue.span.start, ',')} --> {clock(cue.span.end, ',')}"
    return "\r\n".join([str(number), timing, *lines, "", ""])


def _line(line: str, *, rtl: bool) -> str:
    text = _LOOKS_LIKE_MARKUP.sub(lambda match: match.group() + _JOINER, line)
    return f"{_RLE}{text}{_PDF}" if rtl else text
