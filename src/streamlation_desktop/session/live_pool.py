"""One loaded model for the streams of all live sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, Samples
from streamlation_desktop.engines.base import LanguageGuess
from streamlation_desktop.engines.streaming.base import (
    Heard,
    StreamingModel,
    StreamingRecognizer,
    StreamOptions,
    StreamTuning,
)
from streamlation_desktop.session.fair_lock import FairLock


@dataclass(slots=True)
class SharedStreamingModel:
    """Streams take turns, one step each, in the order they asked: none can starve another.

    A step that waits counts as a slow one, so every stream's overload policy sees the load of all.
    """

    inner: StreamingModel
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
    def policies(self) -> tuple[str, ...]:
        """See `StreamingModel`."""
        return self.inner.policies

    @property
    def longest_utterance(self) -> float | None:
        """See `StreamingModel`."""
        return self.inner.longest_utterance

    @property
    def tuning(self) -> StreamTuning:
        """See `StreamingModel`."""
        return self.inner.tuning

    @property
    def takes_turns(self) -> bool:
        """See `StreamingModel`."""
        return self.inner.takes_turns

    def detect(self, samples: Samples, among: Sequence[LanguageCode]) -> LanguageGuess:
        """See `StreamingModel`."""
        with self._turn:
            return self.inner.detect(samples, among)

    def open_stream(self, options: StreamOptions) -> StreamingRecognizer:
        """See `StreamingModel`."""
        stream = self.inner.open_stream(options)
        return SharedStream(stream, self._turn) if self.inner.takes_turns else stream

    def close(self) -> None:
        """Release the model."""
        with self._turn:
            self.inner.close()


@dataclass(slots=True)
class SharedStream:
    """A stream whose steps wait for their turn."""

    inner: StreamingRecognizer
    turn: FairLock

    def start(self, first_sample: int) -> None:
        """See `StreamingRecognizer`."""
        self.inner.start(first_sample)

    def accept(self, samples: Samples) -> None:
        """See `StreamingRecognizer`."""
        self.inner.accept(samples)

    def step(self) -> Heard:
        """See `StreamingRecognizer`."""
        with self.turn:
            return self.inner.step()

    def settle(self) -> Heard:
        """See `StreamingRecognizer`."""
        with self.turn:
            return self.inner.settle()

    def flush(self) -> Heard:
        """See `StreamingRecognizer`."""
        with self.turn:
            return self.inner.flush()

    def tune(self, tuning: StreamTuning) -> None:
        """See `StreamingRecognizer`."""
        self.inner.tune(tuning)

    def close(self) -> None:
        """See `StreamingRecognizer`."""
        self.inner.close()
