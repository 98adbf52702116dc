"""WebVTT (.vtt).

The language stands in the header, as YouTube writes it; metadata in one comment; the confidence of a
cue in a comment before it; speakers in voice tags. Right-to-left lines begin with RLM (U+200F): browsers
take each line's direction from its first strong character.
"""

from __future__ import annotations

import re

from streamlation_desktop.core.language import LanguageCode, is_rtl
from streamlation_desktop.core.types import Cue, Origin
from streamlation_desktop.subtitles.document import UNDETERMINED, SubtitleDocument, SubtitleMetadata
from streamlation_desktop.subtitles.formats.cues import Row, clean_text, clock, cues_from
from streamlation_desktop.subtitles.formats.webvtt_parser import parse_blocks, plain_text, voice
from streamlation_desktop.subtitles.text import clean_line

_LANGUAGE = re.compile(r"Language:[ \t]*([A-Za-z]{2,8})\b")
_CONFIDENCE = re.compile(r"NOTE confidence ([01]\.\d{1,6})$", re.ASCII)
_FIELD_SEPARATOR = " | "
_RLM = "\u200f"


def parse(text: str, language: LanguageCode = UNDETERMINED) -> SubtitleDocument:
    """Read WebVTT by the specification; `language` holds where the file does not say its own.

    Raises:
        UnsupportedMedia: the signature is missing.
    """
    header, blocks = parse_blocks(text)
    stated = next((match.group(1).lower() for line in header if (match := _LANGUAGE.match(line))), None)
    language = LanguageCode(stated) if stated else language
    rows: list[Row] = []
    metadata, confidence = SubtitleMetadata(), 1.0
    for block in blocks:
        if block.start is not None:
            rows.append(Row(block.start, block.end, plain_text(block.text), voice(block.text), confidence))
            confidence = 1.0
        elif match := _CONFIDENCE.match(block.text):
            confidence = min(1.0, float(match.group(1)))
        elif block.text.startswith("NOTE\n") and not rows:
            metadata = _metadata(block.text.split("\n")[1:])
    return SubtitleDocument(cues_from(rows, language), language, metadata)


def serialize(document: SubtitleDocument) -> bytes:
    """Write WebVTT in UTF-8 with all that the document knows."""
    header = "WEBVTT"
    if document.language != UNDETERMINED:
        header += f"\nLanguage: {document.language}"
    blocks = [header, *_note(document.metadata), *(_block(cue) for cue in document.cues)]
    return ("\n\n".join(blocks) + "\n").encode()


def more(document: SubtitleDocument, _before: int) -> bytes:
    """What is to be added to a file that has captions already."""
    return "".join(f"\n{_block(cue)}\n" for cue in document.cues).encode()


def _note(metadata: SubtitleMetadata) -> list[str]:
    fields = [
        ("Title", metadata.title),
        ("Source-Language", metadata.source_language or ""),
        *(("Engine", _FIELD_SEPARATOR.join((o.engine, o.model, o.quality))) for o in metadata.engines),
        ("Quality", metadata.quality_note),
    ]
    lines = [f"{key}: {clean_line(value).replace('-->', '->')}" for key, value in fields if value]
    return ["\n".join(["NOTE", *lines])] if lines else []


def _metadata(lines: list[str]) -> SubtitleMetadata:
    fields = [(key, value.strip()) for key, colon, value in (line.partition(":") for line in lines) if colon]
    single = dict(fields)
    engines = [[*value.split("|"), "", ""][:3] for key, value in fields if key == "Engine"]
    source = single.get("Source-Language", "")
    return SubtitleMetadata(
        title=single.get("Title", ""),
        source_language=LanguageCode(source) if source else None,
        engines=tuple(Origin(engine.strip(), model.strip(), quality.strip()) for engine, model, quality in engines),
        quality_note=single.get("Quality", ""),
    )


def _block(cue: Cue) -> str:
    mark = _RLM if is_rtl(cue.language) else ""
    text = "\n".join(mark + _escape(line) for line in clean_text(cue))
    if cue.speaker:
        text = f"<v {_escape(clean_line(cue.speaker))}>{text}"
    timed = f"{clock(cue.span.start)} --> {clock(cue.span.end)}\n{text}"
    return timed if cue.confidence >= 1.0 else f"NOTE confidence {max(0.0, cue.confidence):.3f}\n\n{timed}"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
