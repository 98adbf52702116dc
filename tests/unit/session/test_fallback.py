from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pytest

from streamlation_desktop.core.errors import InferenceFailed
from streamlation_desktop.core.events import Degraded, Envelope, EventBus
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import AudioChunk, Origin, SpeechSegment, Transcript
from streamlation_desktop.engines.base import LanguageGuess, RecognitionOptions
from streamlation_desktop.session.fallback import FallbackRecognizer

EN = LanguageCode("en")
SEGMENT = SpeechSegment(0, AudioChunk(np.zeros(16_000, np.float32), 0))


@dataclass
class OneWord:
    """A recognizer that hears one word, or fails."""

    model: str
    fails: bool = False
    batch_size: int = 1
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


def test_the_failed_call_is_repeated_on_the_processor_and_told_once() -> None:
    events = EventBus()
    told: list[Envelope] = []
    events.subscribe(told.append)
    recognizer = FallbackRecognizer(OneWord("gpu", fails=True), lambda: OneWord("cpu"), events)

    for _ in range(2):
        [transcript] = recognizer.transcribe([SEGMENT], EN, RecognitionOptions())
        assert transcript.text == "cpu"

    [envelope] = told
    assert isinstance(envelope.event, Degraded)
    assert "CUDA out of memory" in envelope.event.reason


def test_a_processor_that_fails_too_ends_the_job() -> None:
    recognizer = FallbackRecognizer(OneWord("gpu", fails=True), lambda: OneWord("cpu", fails=True), EventBus())
    with pytest.raises(InferenceFailed):
        recognizer.transcribe([SEGMENT], EN, RecognitionOptions())
    with pytest.raises(InferenceFailed):
        recognizer.detect_language(SEGMENT, RecognitionOptions())
