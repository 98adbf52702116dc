"""Timed Text Markup Language (.ttml, .dfxp, .xml), written to the IMSC 1.1 text profile."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from streamlation_desktop.core.errors import UnsupportedMedia
from streamlation_desktop.core.language import LanguageCode, is_rtl
from streamlation_desktop.core.types import Cue
from streamlation_desktop.subtitles.document import UNDETERMINED, SubtitleDocument, SubtitleMetadata
from streamlation_desktop.subtitles.formats.cues import Row, clean_text, clock, cues_from
from streamlation_desktop.subtitles.formats.ttml_times import TimeBase, time_base
from streamlation_desktop.subtitles.text import clean_line

_TT, _TTM, _TTS, _TTP = (f"{{http://www.w3.org/ns/ttml{part}}}" for part in ("", "#metadata", "#styling", "#parameter"))
_XML = "{http://www.w3.org/XML/1998/namespace}"
_PROFILE = "http://www.w3.org/ns/ttml/profile/imsc1.1/text"
_NAMESPACE = re.compile(r"\{[^{}]*\}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}")
_LINE_BREAK = "\x1e"


def parse(text: str, language: LanguageCode = UNDETERMINED) -> SubtitleDocument:
    """Read the paragraphs of a document in any TTML namespace; times of containers add up.

    Raises:
        UnsupportedMedia: not well-formed, not TTML, or with a document type (which could declare entities).
    """
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise UnsupportedMedia("TTML with a document type is not read", hint="Remove the DOCTYPE line.")
    try:
        root = ET.fromstring(text.lstrip("\ufeff \t\r\n"))
    except (ET.ParseError, ValueError) as exc:
        message = f"the TTML file is not well-formed: {exc}"
        raise UnsupportedMedia(message, hint="Choose a subtitle file.") from exc
    if _local(root) != "tt":
        raise UnsupportedMedia("the XML file holds no timed text", hint="Choose a subtitle file.")
    stated = _LANGUAGE.match(root.get(f"{_XML}lang", ""))
    language = LanguageCode(stated.group().lower()) if stated else language
    agents = {
        agent.get(f"{_XML}id", ""): clean_line("".join(agent.itertext()))
        for agent in root.iter()
        if _local(agent) == "agent"
    }
    title = next((clean_line(item.text or "") for item in root.iter() if _local(item) == "title"), "")
    rows = list(_rows(root, time_base(root.attrib), agents))
    return SubtitleDocument(cues_from(rows, language), language, SubtitleMetadata(title=title))


def _local(element: ET.Element) -> str:
    return _NAMESPACE.sub("", element.tag) if isinstance(element.tag, str) else ""


def _rows(root: ET.Element, base: TimeBase, agents: dict[str, str]) -> Iterator[Row]:
    """Paragraphs in the order of the document.

    Times add up along the containers, as the standard says, unless that leads past a container's end:
    then the document (lyrics, for one) means absolute times everywhere.
    """
    nested = all(limit is None or begin <= limit for _, begin, _, limit in _paragraphs(root, base, nested=True))
    for paragraph, begin, end, _ in _paragraphs(root, base, nested=nested):
        if end is None:
            inner = [_interval(span, base, begin, None) for span in paragraph.iter() if span is not paragraph]
            begin = min((start for start, _ in inner), default=begin)
            end = max((stop for _, stop in inner if stop is not None), default=None)
        if end is not None:
            yield Row(begin, end, _text(paragraph), agents.get(paragraph.get(f"{_TTM}agent", ""), ""))


def _paragraphs(
    root: ET.Element, base: TimeBase, *, nested: bool
) -> Iterator[tuple[ET.Element, float, float | None, float | None]]:
    """Each with begin, end and its parent's end; by an explicit stack, for nesting may be deep."""
    stack: list[tuple[ET.Element, float, float | None]] = [(root, 0.0, None)]
    while stack:
        element, offset, limit = stack.pop()
        begin, end = _interval(element, base, offset if nested else 0.0, limit)
        if _local(element) == "p":
            yield element, begin, end, limit
        else:
            stack.extend((child, begin, end) for child in reversed(element))


def _interval(element: ET.Element, base: TimeBase, offset: float, limit: float | None) -> tuple[float, float | None]:
    """Begin and end of an element whose container begins at `offset` and ends at `limit`."""
    begin, end, duration = (base.seconds(element.get(name)) for name in ("begin", "end", "dur"))
    start = offset + (begin or 0.0)
    if duration is not None:
        return start, start + duration
    return start, (offset + end if end is not None else limit)


def _text(paragraph: ET.Element) -> str:
    for element in paragraph.iter():
        if _local(element) == "br":
            element.text = _LINE_BREAK
    collapsed = re.sub(r"[ \t\r\n]+", " ", "".join(paragraph.itertext()))
    return "\n".join(line.strip(" ") for line in collapsed.split(_LINE_BREAK))


def serialize(document: SubtitleDocument) -> bytes:
    """Write UTF-8 with the language, the title, and speakers as agents; right to left where the language is."""
    root = ET.Element(f"{_TT}tt", {f"{_XML}lang": _tag(document.language), f"{_TTP}profile": _PROFILE})
    head = ET.SubElement(root, f"{_TT}head")
    metadata = ET.SubElement(head, f"{_TT}metadata")
    ET.SubElement(metadata, f"{_TTM}title").text = clean_line(document.metadata.title)
    speakers = {name: f"s{number}" for number, name in enumerate(_speakers(document), start=1)}
    for name, identifier in speakers.items():
        agent = ET.SubElement(metadata, f"{_TTM}agent", {f"{_XML}id": identifier, "type": "person"})
        ET.SubElement(agent, f"{_TTM}name", {"type": "alias"}).text = name
    _add_layout(head)
    division = ET.SubElement(ET.SubElement(root, f"{_TT}body"), f"{_TT}div")
    for cue in document.cues:
        _add_paragraph(division, cue, speakers, document.language)
    for prefix, namespace in (("", _TT), ("ttm", _TTM), ("tts", _TTS), ("ttp", _TTP)):
        ET.register_namespace(prefix, namespace.strip("{}"))
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _tag(language: LanguageCode) -> str:
    return "" if language == UNDETERMINED else language


def _speakers(document: SubtitleDocument) -> list[str]:
    return sorted({name for cue in document.cues if (name := clean_line(cue.speaker))})


def _add_layout(head: ET.Element) -> None:
    layout = ET.SubElement(head, f"{_TT}layout")
    place = {f"{_TTS}origin": "10% 10%", f"{_TTS}extent": "80% 80%", f"{_TTS}displayAlign": "after"}
    look = {f"{_TTS}textAlign": "center", f"{_TTS}color": "white", f"{_TTS}backgroundColor": "transparent"}
    ET.SubElement(layout, f"{_TT}region", {f"{_XML}id": "bottom", **place, **look})


def _add_paragraph(division: ET.Element, cue: Cue, speakers: dict[str, str], language: LanguageCode) -> None:
    times = {"begin": clock(cue.span.start), "end": clock(cue.span.end), "region": "bottom"}
    paragraph = ET.SubElement(division, f"{_TT}p", times)
    if speaker := speakers.get(clean_line(cue.speaker)):
        paragraph.set(f"{_TTM}agent", speaker)
    if cue.language != language:
        paragraph.set(f"{_XML}lang", cue.language)
    if is_rtl(cue.language):
        paragraph.set(f"{_TTS}direction", "rtl")
        paragraph.set(f"{_TTS}unicodeBidi", "embed")
    first, *others = clean_text(cue) or [""]
    paragraph.text = first
    for line in others:
        ET.SubElement(paragraph, f"{_TT}br").tail = line
