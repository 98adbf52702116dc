"""Values that flow through the pipeline, from decoded audio to subtitle cues.

Every type is frozen: a stage that changes a value makes a new one, so a value may be handed to
another thread without a lock. Times are seconds of media time (0.0 = the first moment of the
source); audio counts in samples, which never drift.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

import numpy as np
import numpy.typing as npt

from streamlation_desktop.core.language import LanguageCode

SAMPLE_RATE = 16_000
"""Hz; every recognizer and voice-activity detector works at this rate."""

Samples = npt.NDArray[np.float32]
"""Mono PCM, shape ``(n_samples,)``, float32 in [-1.0, 1.0]; never written after it was passed on."""


@dataclass(frozen=True, slots=True, order=True)
class TimeSpan:
    """Half-open interval ``[start, end)`` in seconds of media time."""

    start: float
    end: float

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"span ends before it starts: {self.start} > {self.end}")

    @property
    def duration(self) -> float:
        """Seconds."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class AudioChunk:
    """A run of consecutive samples from the source."""

    samples: Samples = field(repr=False)
    first_sample: int
    """Index of ``samples[0]`` in media time: ``seconds * sample_rate``."""
    sample_rate: int = SAMPLE_RATE
    """Hz."""

    @property
    def span(self) -> TimeSpan:
        """Where the chunk lies in media time."""
        start = self.first_sample / self.sample_rate
        return TimeSpan(start, start + len(self.samples) / self.sample_rate)


@dataclass(frozen=True, slots=True)
class SpeechSegment:
    """A window of audio (at most 30 s) that voice-activity detection judged to hold speech."""

    id: int
    """Ordinal in the session, from 0."""
    audio: AudioChunk


@dataclass(frozen=True, slots=True)
class Origin:
    """Which engine and model made a value."""

    engine: str
    model: str
    quality: str = ""
    """``"starter"`` for the embedded engines, else empty."""


@dataclass(frozen=True, slots=True)
class Word:
    """One spoken word; ``text`` carries its own leading space where the language writes one."""

    text: str
    span: TimeSpan
    probability: float = 1.0
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said in one segment, in the language it was said in."""

    segment_id: int
    span: TimeSpan
    language: LanguageCode
    text: str
    words: tuple[Word, ...]
    """In order of time; never empty unless ``text`` is."""
    origin: Origin
    confidence: float = 1.0
    """Mean word probability, 0..1."""
    language_probability: float | None = None
    """How sure the detection was of `language`; None when the language was given or settled."""
    is_final: bool = True


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence re-assembled from the words of one or more transcripts."""

    id: int
    """Ordinal in the session, from 0."""
    span: TimeSpan
    language: LanguageCode
    text: str
    words: tuple[Word, ...] = ()
    """Empty when only the sentence's own span is known (subtitle input)."""
    confidence: float = 1.0
    speaker: str = ""


class TranslationStatus(Enum):
    """How a translation came about."""

    TRANSLATED = "translated"
    RETRIED = "retried"
    """The first result failed a check; this one passed."""
    KEPT_SOURCE = "kept-source"
    """No acceptable result: the source text stands in, so that nothing is dropped."""
    SAME_LANGUAGE = "same-language"


@dataclass(frozen=True, slots=True)
class Translation:
    """A sentence rendered in the target language, on the same span."""

    sentence: Sentence
    language: LanguageCode
    text: str
    origin: Origin
    status: TranslationStatus = TranslationStatus.TRANSLATED
    score: float | None = None
    """Mean log-probability per target token where the engine gives one."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption on screen."""

    index: int
    """Ordinal in its track, from 0."""
    span: TimeSpan
    lines: tuple[str, ...]
    """Lines of text in logical order, without mark-up."""
    language: LanguageCode
    confidence: float = 1.0
    speaker: str = ""

    @property
    def text(self) -> str:
        """All lines, joined by a newline."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class SpeechClip:
    """A line of the dub, spoken and fitted into its time."""

    line: int
    """Id of the sentence that it renders."""
    span: TimeSpan
    """When it is heard."""
    language: LanguageCode
    text: str
    path: Path
    """WAV file, 16-bit mono, that lasts as long as `span`."""
    origin: Origin
    speaker: str = ""
    tempo: float = 1.0
    """Against the natural tempo of the voice."""
    overlap: float = 0.0
    """Seconds at its beginning during which the clip before still speaks."""
