"""Chunks and captions that a job could have made."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import (
    SAMPLE_RATE,
    Cue,
    Origin,
    Sentence,
    TimeSpan,
    Transcript,
    Translation,
    Word,
)
from streamlation_desktop.storage.chunks import CommittedCaptions, CommittedChunk
from streamlation_desktop.storage.identity import JobKey

EN = LanguageCode("en")
ES = LanguageCode("es")
SECONDS = 10
RECOGNIZER = Origin("faster-whisper", "tiny.en@1f2e")
TRANSLATOR = Origin("opus-mt", "en-es@9a", "starter")


@dataclass(frozen=True, slots=True)
class Request:
    """What a job was asked for."""

    language: LanguageCode = EN
    targets: tuple[LanguageCode, ...] = (ES,)
    beam_size: int = 1


def job(folder: Path, *, name: str = "talk.wav", request: Request | None = None) -> JobKey:
    """The key of a job on a file, which is written when it is missing."""
    path = folder / name
    if not path.exists():
        path.write_bytes(b"RIFF" + os.fsencode(name) * 50_000)
    return JobKey.of(str(path), request or Request())


def chunk(ordinal: int, text: str = "Where does the river end?", language: LanguageCode = EN) -> CommittedChunk:
    """Ten seconds with one sentence."""
    start = ordinal * SECONDS + 0.1
    words = tuple(
        Word(f" {part}", TimeSpan(start + at / 3, start + (at + 1) / 3), probability=1 / (at + 2))
        for at, part in enumerate(text.split())
    )
    span = TimeSpan(start, start + len(words) / 3 + 0.1)
    transcript = Transcript(ordinal, span, language, text, words, RECOGNIZER, confidence=0.1 + 0.2)
    first = ordinal * SECONDS * SAMPLE_RATE
    return CommittedChunk(ordinal, first, first + SECONDS * SAMPLE_RATE, 1, (transcript,))


def captions(source: CommittedChunk, text: str = "¿Dónde acaba el río?") -> CommittedCaptions:
    """The sentence of a chunk in Spanish, with its cue."""
    [spoken] = source.transcripts
    sentence = Sentence(source.ordinal, spoken.span, spoken.language, spoken.text, spoken.words)
    translation = Translation(sentence, ES, text, TRANSLATOR, score=-1 / 3)
    cue = Cue(source.ordinal, spoken.span, (text,), ES)
    return CommittedCaptions(source.ordinal, ES, (translation,), (cue,))
