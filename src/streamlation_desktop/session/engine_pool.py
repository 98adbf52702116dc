"""Loaded models, shared by all sessions of the process."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, SpeechSegment, Transcript
from streamlation_desktop.engines.base import (
    LanguageGuess,
    LanguagePair,
    RecognitionOptions,
    Recognizer,
    TranslatedText,
    Translator,
)
from streamlation_desktop.engines.extending import Extender, Extension
from streamlation_desktop.engines.rewording import alternatives
from streamlation_desktop.engines.speech_base import Foreseeing, Speech, Synthesizer, Utterance, VoiceInfo
from streamlation_desktop.engines.streaming.base import StreamingModel
from streamlation_desktop.session.fair_lock import FairLock

Engine = TypeVar("Engine", Recognizer, Translator, Synthesizer, StreamingModel)


@dataclass(slots=True)
class SharedRecognizer:
    """A recognizer that several sessions use by turns, one call at a time, in the order they asked."""

    inner: Recognizer
    _turn: FairLock = field(default_factory=FairLock)

    @property
    def origin(self) -> Origin:
        """Engine and model."""
        return self.inner.origin

    @property
    def languages(self) -> frozenset[LanguageCode]:
        """Languages that it can hear."""
        return self.inner.languages

    @property
    def batch_size(self) -> int:
        """Segments that one call handles best."""
        return self.inner.batch_size

    @property
    def segment_seconds(self) -> float:
        """How long a segment should be at most."""
        return self.inner.segment_seconds

    def detect_language(self, segment: SpeechSegment, options: RecognitionOptions) -> LanguageGuess:
        """See `Recognizer`."""
        with self._turn:
            return self.inner.detect_language(segment, options)

    def transcribe(
        self, segments: Sequence[SpeechSegment], language: LanguageCode, options: RecognitionOptions
    ) -> list[Transcript]:
        """See `Recognizer`."""
        with self._turn:
            return self.inner.transcribe(segments, language, options)

    def close(self) -> None:
        """Release the model."""
        with self._turn:
            self.inner.close()


@dataclass(slots=True)
class SharedTranslator:
    """A translator that several sessions use by turns, one call at a time, in the order they asked."""

    inner: Translator
    _turn: FairLock = field(default_factory=FairLock)

    @property
    def origin(self) -> Origin:
        """Engine and model."""
        return self.inner.origin

    @property
    def extender(self) -> Extender | None:
        """The same engine for live captions, if it can go on from a given beginning."""
        return SharedExtender(self.inner, self._turn) if isinstance(self.inner, Extender) else None

    def supports(self, pair: LanguagePair) -> bool:
        """See `Translator`."""
        return self.inner.supports(pair)

    def translate(self, texts: Sequence[str], pair: LanguagePair, *, hypothesis: int = 0) -> list[TranslatedText]:
        """See `Translator`."""
        with self._turn:
            return self.inner.translate(texts, pair, hypothesis=hypothesis)

    def alternatives(self, text: str, pair: LanguagePair) -> list[str]:
        """See `Rewriter`."""
        with self._turn:
            return alternatives(self.inner, text, pair)

    def close(self) -> None:
        """Release the model."""
        with self._turn:
            self.inner.close()


@dataclass(slots=True)
class SharedSynthesizer:
    """A synthesizer that several sessions use by turns, one call at a time, in the order they asked."""

    inner: Synthesizer
    _turn: FairLock = field(default_factory=FairLock)
    _foreseeing: Foreseeing | None = field(init=False)

    def __post_init__(self) -> None:
        self._foreseeing = self.inner if isinstance(self.inner, Foreseeing) else None  # asked once: it takes its time

    @property
    def origin(self) -> Origin:
        """Engine and model."""
        return self.inner.origin

    @property
    def languages(self) -> frozenset[LanguageCode]:
        """Languages that it speaks."""
        return self.inner.languages

    @property
    def is_repeatable(self) -> bool:
        """See `Synthesizer`."""
        return self.inner.is_repeatable

    def voices(self, language: LanguageCode) -> tuple[VoiceInfo, ...]:
        """See `Synthesizer`."""
        return self.inner.voices(language)

    def synthesize(self, utterance: Utterance) -> Speech:
        """See `Synthesizer`."""
        with self._turn:
            return self.inner.synthesize(utterance)

    def foresee(self, utterance: Utterance) -> None:
        """See `Foreseeing`."""
        if self._foreseeing is not None:
            with self._turn:
                self._foreseeing.foresee(utterance)

    def close(self) -> None:
        """Release the model."""
        with self._turn:
            self.inner.close()


@dataclass(frozen=True, slots=True)
class SharedExtender:
    """An `Extender` that takes its turn with the other users of the engine."""

    inner: Extender
    turn: FairLock

    def extend(self, texts: Sequence[str], prefix: Sequence[str], pair: LanguagePair) -> list[Extension]:
        """See `Extender`."""
        with self.turn:
            return self.inner.extend(texts, prefix, pair)

    def join(self, pieces: Sequence[str]) -> str:
        """See `Extender`."""
        return self.inner.join(pieces)


class EnginePool(Generic[Engine]):
    """Loads each engine once, on first use, and keeps it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._engines: dict[Hashable, Engine] = {}

    def get(self, key: Hashable, load: Callable[[], Engine]) -> Engine:
        """The engine known as `key`, loaded by `load` if it is not there yet."""
        with self._lock:
            if key not in self._engines:
                self._engines[key] = load()
            return self._engines[key]

    def replace(self, key: Hashable, load: Callable[[], Engine]) -> Engine:
        """Load anew what failed, for example on another device."""
        with self._lock:
            self._engines[key] = load()
            return self._engines[key]

    def close(self) -> None:
        """Release every model."""
        with self._lock:
            engines, self._engines = list(self._engines.values()), {}
        for engine in engines:
            engine.close()
