from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pytest

from streamlation_desktop.core.errors import InferenceFailed
from streamlation_desktop.core.events import Degraded, Envelope, EventBus
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import AudioChunk, Origin, SpeechSegment, Transcript
from streamlation_desktop.engines.base import (
    DeviceChoice,
    LanguageGuess,
    LanguagePair,
    RecognitionOptions,
    Recognizer,
    TranslatedText,
    Translator,
)
from streamlation_desktop.engines.extending import Extension
from streamlation_desktop.session.engine_pool import SharedTranslator
from streamlation_desktop.session.fallback import CardOrProcessor, FallbackRecognizer, FallbackTranslator

EN = LanguageCode("en")
PAIR = LanguagePair(EN, LanguageCode("es"))
CARD, PROCESSOR = DeviceChoice("cuda", "float16"), DeviceChoice("cpu")
SEGMENT = SpeechSegment(0, AudioChunk(np.zeros(16_000, np.float32), 0))


@dataclass
class OneWord:
    """A recognizer that hears one word, or fails."""

    model: str
    fails: bool = False
    batch_size: int = 1
    segment_seconds: float = 30.0
    languages: frozenset[LanguageCode] = frozenset({EN})

    @property
    def origin(self) -> Origin:
        return Origin("test", self.model)

    def detect_language(self, segment: SpeechSegment, options: RecognitionOptions) -> LanguageGuess:
        self._check()
        return LanguageGuess(EN, 1.0)

    def transcribe(
        self, segments: Sequence[SpeechSegment], language: LanguageCode, options: RecognitionOptions
    ) -> list[Transcript]:
        self._check()
        return [Transcript(each.id, each.audio.span, language, self.model, (), self.origin) for each in segments]

    def close(self) -> None: ...

    def _check(self) -> None:
        if self.fails:
            raise InferenceFailed("CUDA out of memory")


@dataclass
class Echo:
    """A translator that says the text and where it runs, or fails."""

    model: str
    fails: bool = False

    @property
    def origin(self) -> Origin:
        return Origin("test", "echo")

    def supports(self, pair: LanguagePair) -> bool:
        return True

    def translate(self, texts: Sequence[str], pair: LanguagePair, *, hypothesis: int = 0) -> list[TranslatedText]:
        if self.fails:
            raise InferenceFailed("CUDA failed with error out of memory")
        return [TranslatedText(f"{text} ({self.model})") for text in texts]

    def extend(self, texts: Sequence[str], prefix: Sequence[str], pair: LanguagePair) -> list[Extension]:
        self.translate(texts, pair)
        return [Extension((*prefix, self.model), (1,), (0,)) for _ in texts]

    def join(self, pieces: Sequence[str]) -> str:
        return " ".join(pieces)

    def close(self) -> None: ...


def recognizer(events: EventBus, load: Callable[[DeviceChoice], Recognizer]) -> FallbackRecognizer:
    return FallbackRecognizer(CardOrProcessor(load, CARD, PROCESSOR, events), Origin("test", "one word"))


def translator(events: EventBus, load: Callable[[DeviceChoice], Translator]) -> FallbackTranslator:
    return FallbackTranslator(CardOrProcessor(load, CARD, PROCESSOR, events), Origin("test", "echo"))


def degraded(told: list[Envelope]) -> Degraded:
    """The only thing told."""
    [envelope] = told
    assert isinstance(envelope.event, Degraded)
    return envelope.event


@pytest.fixture
def told() -> list[Envelope]:
    return []


@pytest.fixture
def events(told: list[Envelope]) -> EventBus:
    bus = EventBus()
    bus.subscribe(told.append)
    return bus


def test_the_failed_call_is_repeated_on_the_processor_and_told_once(events: EventBus, told: list[Envelope]) -> None:
    hears = recognizer(events, lambda device: OneWord(device.device, fails=device is CARD))

    for _ in range(2):
        [transcript] = hears.transcribe([SEGMENT], EN, RecognitionOptions())
        assert transcript.text == "cpu"

    assert "CUDA out of memory" in degraded(told).reason


def test_a_processor_that_fails_too_ends_the_job(events: EventBus) -> None:
    hears = recognizer(events, lambda device: OneWord(device.device, fails=True))
    with pytest.raises(InferenceFailed):
        hears.transcribe([SEGMENT], EN, RecognitionOptions())
    with pytest.raises(InferenceFailed):
        hears.detect_language(SEGMENT, RecognitionOptions())


def test_a_model_that_the_card_does_not_take_is_loaded_on_the_processor(events: EventBus, told: list[Envelope]) -> None:
    def load(device: DeviceChoice) -> Recognizer:
        if device is CARD:
            raise InferenceFailed("tiny cannot run on cuda: CUDA failed with error out of memory")
        return OneWord(device.device)

    choice = CardOrProcessor(load, CARD, PROCESSOR, events)
    hears = FallbackRecognizer(choice, choice.engine.origin)

    assert choice.device is PROCESSOR
    assert hears.transcribe([SEGMENT], EN, RecognitionOptions())[0].text == "cpu"
    assert "cannot run on cuda" in degraded(told).reason


def test_a_translation_that_fails_on_the_card_is_made_on_the_processor(events: EventBus, told: list[Envelope]) -> None:
    loaded: list[str] = []

    def load(device: DeviceChoice) -> Translator:
        loaded.append(device.device)
        return Echo(device.device, fails=device is CARD)

    translates = translator(events, load)
    for _ in range(2):
        assert [each.text for each in translates.translate(["one", "two"], PAIR)] == ["one (cpu)", "two (cpu)"]
    assert translates.alternatives("one", PAIR) == ["one (cpu)", "one (cpu)"]

    assert loaded == ["cuda", "cpu"]
    assert degraded(told).chosen == "the processor"


def test_live_captions_go_on_from_what_was_shown_when_the_card_fails(events: EventBus, told: list[Envelope]) -> None:
    engines = {"cuda": Echo("cuda"), "cpu": Echo("cpu")}
    translates = translator(events, lambda device: SharedTranslator(engines[device.device]))
    extender = translates.extender
    assert extender is not None
    shown = extender.extend(["one"], ["uno"], PAIR)[0].pieces
    assert shown == ("uno", "cuda")

    engines["cuda"].fails = True

    [made] = extender.extend(["one two"], shown, PAIR)
    assert extender.join(made.pieces) == "uno cuda cpu"
    assert degraded(told).chosen == "the processor"


def test_nothing_is_loaded_to_be_closed(events: EventBus) -> None:
    loaded: list[DeviceChoice] = []

    def load(device: DeviceChoice) -> Recognizer:
        loaded.append(device)
        raise InferenceFailed("CUDA out of memory")

    FallbackRecognizer(CardOrProcessor(load, CARD, PROCESSOR, events), Origin("test", "one word")).close()
    assert loaded == []
