"""Which format a file has, and who reads and writes it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.errors import SourceError, SourceForbidden, SourceNotFound, UnsupportedMedia, UsageError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.subtitles.document import UNDETERMINED, SubtitleDocument
from streamlation_desktop.subtitles.formats import ass, foreign, json, plain, srt, ttml, webvtt
from streamlation_desktop.subtitles.formats.cues import tidy
from streamlation_desktop.subtitles.formats.encoding import MAX_BYTES, decode

_SRT_TIMING = re.compile(r"^[ \t]*(?:\d{1,6}:)?\d{1,3}:\d{1,3}[,.:;]?\d{0,6}[ \t]*-{1,3} ?>", re.MULTILINE)
_SUBSTATION = re.compile(r"(?:[;!][^\n]*\n\s*)*\[(?:script info|events|v4\+? styles)\]", re.IGNORECASE)
_HEAD = 20_000

Writer = Callable[[SubtitleDocument], bytes]


@dataclass(frozen=True, slots=True)
class SubtitleFormat:
    """A format that can be written."""

    name: str
    extension: str
    """Lower case, with the dot."""
    serialize: Writer
    more: Callable[[SubtitleDocument, int], bytes] | None = None
    """The bytes that add a document's captions to a file of so many before; None where that cannot be."""


FORMATS: tuple[SubtitleFormat, ...] = (
    SubtitleFormat("SubRip", ".srt", srt.serialize, srt.more),
    SubtitleFormat("WebVTT", ".vtt", webvtt.serialize, webvtt.more),
    SubtitleFormat("SubStation Alpha", ".ass", ass.serialize),
    SubtitleFormat("Timed Text", ".ttml", ttml.serialize),
    SubtitleFormat("JSON", ".json", json.serialize),
    SubtitleFormat("Plain text", ".txt", plain.serialize),
)
_SAME = {".dfxp": ".ttml", ".xml": ".ttml"}


def format_for(path: Path | str) -> SubtitleFormat:
    """The format that a file name, an extension or a bare name like ``srt`` asks for.

    Raises:
        UsageError: no format of ours.
    """
    name = str(path).lower()
    extension = Path(name).suffix or f".{name.removeprefix('.')}"
    extension = _SAME.get(extension, extension)
    for known in FORMATS:
        if known.extension == extension:
            return known
    choices = ", ".join(known.extension[1:] for known in FORMATS)
    raise UsageError(f"cannot write subtitles as {extension}", hint=f"Choose one of {choices}.")


def write_subtitles(document: SubtitleDocument, path: Path | str) -> bytes:
    """The bytes of the document in the format that the name asks for; nothing is written to disk.

    Raises:
        UsageError: no format of ours.
    """
    return format_for(path).serialize(document)


def parse_subtitles(data: bytes, language: LanguageCode = UNDETERMINED, *, faithful: bool = False) -> SubtitleDocument:
    """Read a subtitle file of any known format, told by its content; names of files lie.

    Args:
        data: at most 50 MB, in any encoding.
        language: of the text, where the file does not say; helps with old encodings.
        faithful: keep order, stray spaces, empty cues and unbalanced mark-up, to report them.

    Raises:
        UnsupportedMedia: too large, no text, or of no known format.
    """
    text = decode(data, language)
    parse = _parser(text)
    if not faithful:
        return tidy(parse(text, language))
    return srt.parse(text, language, keep_unbalanced=True) if parse is srt.parse else parse(text, language)


def _parser(text: str) -> Callable[[str, LanguageCode], SubtitleDocument]:
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if head.startswith("WEBVTT"):
        return webvtt.parse
    if head.startswith("{") and '"streamlation-subtitles"' in head:
        return json.parse
    if head.startswith("<") and re.search(r"<(?:\w{1,20}:)?tt[\s>]", head):
        return ttml.parse
    if _SUBSTATION.match(head):
        return ass.parse
    if _SRT_TIMING.search(text.replace("\r", "\n")) or not head:
        return srt.parse
    return foreign.parse


def read_subtitles(path: Path, language: LanguageCode = UNDETERMINED, *, faithful: bool = False) -> SubtitleDocument:
    """Read a subtitle file from disk; see `parse_subtitles`.

    Raises:
        SourceNotFound: no such file.
        SourceForbidden: it may not be read.
        UnsupportedMedia: too large, no text, or of no known format.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as exc:
        raise SourceNotFound(f"no such file: {path}") from exc
    except PermissionError as exc:
        raise SourceForbidden(f"may not read {path}") from exc
    except OSError as exc:
        raise SourceError(f"cannot read {path}: {exc.strerror}") from exc
    try:
        return parse_subtitles(data, language, faithful=faithful)
    except UnsupportedMedia as exc:
        raise UnsupportedMedia(f"{path.name}: {exc}", hint=exc.hint) from exc
