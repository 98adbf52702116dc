"""A recognizer that goes on with the processor when the graphics card fails."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from streamlation_desktop.core.errors import InferenceFailed
from streamlation_desktop.core.events import Degraded, EventBus
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, SpeechSegment, Transcript
from streamlation_desktop.engines.base import LanguageGuess, RecognitionOptions, Recognizer

T = TypeVar("T")


@dataclass(slots=True)
class FallbackRecognizer:
    """Repeats a failed call once on another instance, and stays with that.

    Wraps a recognizer on an accelerator: memory may run out and drivers may fail in the middle of
    a job, and the same call on the processor still succeeds.
    """

    current: Recognizer
    on_processor: Callable[[], Recognizer]
    events: EventBus
    _has_fallen_back: bool = field(default=False)

    @property
    def origin(self) -> Origin:
        """Engine and model."""
        return self.current.origin

    @property
    def languages(self) -> frozenset[LanguageCode]:
        """Languages that it can hear."""
        return self.current.languages

    @property
    def batch_size(self) -> int:
        """Segments that one call handles best."""
        return self.current.batch_size

    def detect_language(self, segment: SpeechSegment, options: RecognitionOptions) -> LanguageGuess:
        """See `Recognizer`."""
        return self._try(lambda recognizer: recognizer.detect_language(segment, options))

    def transcribe(
        self, segments: Sequence[SpeechSegment], language: LanguageCode, options: RecognitionOptions
    ) -> list[Transcript]:
        """See `Recognizer`."""
        return self._try(lambda recognizer: recognizer.transcribe(segments, language, options))

    def close(self) -> None:
        """See `Recognizer`."""
        self.current.close()

    def _try(self, call: Callable[[Recognizer], T]) -> T:
        try:
            return call(self.current)
        except InferenceFailed as failure:
            if self._has_fallen_back:
                raise
            self._has_fallen_back = True
            self.events.publish(Degraded(f"the graphics card failed ({failure})", "the processor"))
            self.current = self.on_processor()
            return call(self.current)
