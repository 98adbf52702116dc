"""Our complete form (.json): everything a document knows, versioned."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from streamlation_desktop.core.errors import UnsupportedMedia
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, Origin, TimeSpan, Word
from streamlation_desktop.subtitles.document import UNDETERMINED, SubtitleDocument, SubtitleMetadata
from streamlation_desktop.subtitles.formats.cues import clean_text, milliseconds
from streamlation_desktop.subtitles.text import clean_line

_Seconds = Annotated[float, Field(ge=0, le=1e7, allow_inf_nan=False)]
_Share = Annotated[float, Field(ge=0, le=1)]
_Tag = Annotated[str, Field(pattern=r"^[a-z]{2,8}$")]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class _Cue(_Model):
    start: _Seconds
    end: _Seconds
    lines: list[str]
    language: _Tag
    speaker: str = ""
    confidence: _Share = 1.0


class _Word(_Model):
    text: str
    start: _Seconds
    end: _Seconds
    probability: _Share = 1.0
    speaker: str = ""


class _Engine(_Model):
    engine: str
    model: str
    quality: str = ""


class _Metadata(_Model):
    title: str = ""
    source_language: _Tag | None = None
    engines: list[_Engine] = []
    quality_note: str = ""


class _Document(_Model):
    format: Literal["streamlation-subtitles"] = "streamlation-subtitles"
    version: Literal[1] = 1
    language: _Tag
    metadata: _Metadata = _Metadata()
    cues: list[_Cue]
    words: list[_Word] = []


def parse(text: str, language: LanguageCode = UNDETERMINED) -> SubtitleDocument:
    """Read our JSON; it always states its language, so `language` is not needed.

    Raises:
        UnsupportedMedia: not JSON, or not of this form.
    """
    try:
        stored = _Document.model_validate_json(text)
        spans = [TimeSpan(cue.start, cue.end) for cue in stored.cues]
        words = tuple(Word(w.text, TimeSpan(w.start, w.end), w.probability, w.speaker) for w in stored.words)
    except (ValidationError, ValueError) as exc:
        message = "the JSON file does not hold subtitles of ours"
        raise UnsupportedMedia(message, hint="Choose a subtitle file that Streamlation wrote.") from exc
    cues = tuple(
        Cue(index, span, tuple(cue.lines), LanguageCode(cue.language), cue.confidence, cue.speaker)
        for index, (cue, span) in enumerate(zip(stored.cues, spans, strict=True))
    )
    about = stored.metadata
    metadata = SubtitleMetadata(
        title=about.title,
        source_language=LanguageCode(about.source_language) if about.source_language else None,
        engines=tuple(Origin(engine.engine, engine.model, engine.quality) for engine in about.engines),
        quality_note=about.quality_note,
    )
    return SubtitleDocument(cues, LanguageCode(stored.language), metadata, words)


def serialize(document: SubtitleDocument) -> bytes:
    """Write our JSON, indented, UTF-8; times are rounded to milliseconds."""
    about = document.metadata
    stored = _Document(
        language=document.language,
        metadata=_Metadata(
            title=clean_line(about.title),
            source_language=about.source_language,
            engines=[_Engine(engine=o.engine, model=o.model, quality=o.quality) for o in about.engines],
            quality_note=clean_line(about.quality_note),
        ),
        cues=[_stored(cue) for cue in document.cues],
        words=[_stored_word(word) for word in document.words],
    )
    return (stored.model_dump_json(indent=2) + "\n").encode()


def _stored(cue: Cue) -> _Cue:
    return _Cue(
        start=milliseconds(cue.span.start) / 1000,
        end=milliseconds(cue.span.end) / 1000,
        lines=clean_text(cue),
        language=cue.language,
        speaker=clean_line(cue.speaker),
        confidence=_share(cue.confidence),
    )


def _stored_word(word: Word) -> _Word:
    space = " " if word.text[:1].isspace() else ""
    return _Word(
        text=space + clean_line(word.text),
        start=milliseconds(word.span.start) / 1000,
        end=milliseconds(word.span.end) / 1000,
        probability=_share(word.probability),
        speaker=clean_line(word.speaker),
    )


def _share(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 4)
