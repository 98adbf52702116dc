"""Engines that go on with the processor when the graphics card fails.

Memory of the card may run out and drivers may fail while a model is loaded or in the middle of a job; the same call on
the processor still succeeds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from streamlation_desktop.core.errors import InferenceFailed
from streamlation_desktop.core.events import Degraded, EventBus
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, SpeechSegment, Transcript
from streamlation_desktop.engines.base import (
    DeviceChoice,
    LanguageGuess,
    LanguagePair,
    RecognitionOptions,
    Recognizer,
    TranslatedText,
    Translator,
)
from streamlation_desktop.engines.extending import Extender, Extension
from streamlation_desktop.engines.rewording import alternatives
from streamlation_desktop.session.engine_pool import SharedTranslator

T = TypeVar("T")
Engine = TypeVar("Engine", Recognizer, Translator)


@dataclass(slots=True)
class CardOrProcessor(Generic[Engine]):
    """An engine on the card until a call to it fails, then the same on the processor, for good; told once."""

    load: Callable[[DeviceChoice], Engine]
    card: DeviceChoice
    processor: DeviceChoice
    events: EventBus
    _has_fallen_back: bool = field(default=False)
    _loaded: Engine | None = field(default=None)

    @property
    def engine(self) -> Engine:
        """The one in use, loaded if need be."""
        return self.call(lambda engine: engine)

    @property
    def device(self) -> DeviceChoice:
        """Where it runs now."""
        return self.processor if self._has_fallen_back else self.card

    def call(self, wanted: Callable[[Engine], T]) -> T:
        """Do it with the engine; what fails on the card is done again, whole, on the processor."""
        try:
            return wanted(self._load())
        except InferenceFailed as failure:
            if self._has_fallen_back:
                raise
            self._has_fallen_back, self._loaded = True, None
            self.events.publish(Degraded(f"the graphics card failed ({failure})", "the processor"))
            return wanted(self._load())

    def close(self) -> None:
        """Release what is loaded; nothing is loaded for that."""
        if self._loaded is not None:
            self._loaded.close()

    def _load(self) -> Engine:
        if self._loaded is None:
            self._loaded = self.load(self.device)
        return self._loaded


@dataclass(frozen=True, slots=True)
class FallbackRecognizer:
    """A recognizer on the card or, where that fails, on the processor."""

    choice: CardOrProcessor[Recognizer]
    origin: Origin

    @property
    def languages(self) -> frozenset[LanguageCode]:
        """Languages that it can hear."""
        return self.choice.engine.languages

    @property
    def batch_size(self) -> int:
        """Segments that one call handles best."""
        return self.choice.engine.batch_size

    @property
    def segment_seconds(self) -> float:
        """How long a segment should be at most."""
        return self.choice.engine.segment_seconds

    def detect_language(self, segment: SpeechSegment, options: RecognitionOptions) -> LanguageGuess:
        """See `Recognizer`."""
        return self.choice.call(lambda recognizer: recognizer.detect_language(segment, options))

    def transcribe(
        self, segments: Sequence[SpeechSegment], language: LanguageCode, options: RecognitionOptions
    ) -> list[Transcript]:
        """See `Recognizer`."""
        return self.choice.call(lambda recognizer: recognizer.transcribe(segments, language, options))

    def close(self) -> None:
        """See `Recognizer`."""
        self.choice.close()


@dataclass(frozen=True, slots=True)
class FallbackTranslator:
    """A translator on the card or, where that fails, on the processor."""

    choice: CardOrProcessor[Translator]
    origin: Origin

    @property
    def extender(self) -> Extender | None:
        """The same for live captions, if it can go on from a given beginning."""
        return FallbackExtender(self.choice) if _extender(self.choice.engine) else None

    def supports(self, pair: LanguagePair) -> bool:
        """See `Translator`."""
        return self.choice.engine.supports(pair)

    def translate(self, texts: Sequence[str], pair: LanguagePair, *, hypothesis: int = 0) -> list[TranslatedText]:
        """See `Translator`."""
        return self.choice.call(lambda translator: translator.translate(texts, pair, hypothesis=hypothesis))

    def alternatives(self, text: str, pair: LanguagePair) -> list[str]:
        """See `Rewriter`."""
        return self.choice.call(lambda translator: alternatives(translator, text, pair))

    def close(self) -> None:
        """See `Translator`."""
        self.choice.close()


@dataclass(frozen=True, slots=True)
class FallbackExtender:
    """The pieces of both are the same model's, so what was begun on the card goes on."""

    choice: CardOrProcessor[Translator]

    def extend(self, texts: Sequence[str], prefix: Sequence[str], pair: LanguagePair) -> list[Extension]:
        """See `Extender`."""
        return self.choice.call(lambda translator: _certain(translator).extend(texts, prefix, pair))

    def join(self, pieces: Sequence[str]) -> str:
        """See `Extender`."""
        return _certain(self.choice.engine).join(pieces)


def _extender(translator: Translator) -> Extender | None:
    if isinstance(translator, SharedTranslator):
        return translator.extender
    return translator if isinstance(translator, Extender) else None


def _certain(translator: Translator) -> Extender:
    extender = _extender(translator)
    assert extender is not None, "asked for where `FallbackTranslator.extender` is None"
    return extender
