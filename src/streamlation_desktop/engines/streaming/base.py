"""What a streaming recognizer must do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, Samples, Word
from streamlation_desktop.engines.base import LanguageGuess


@dataclass(frozen=True, slots=True)
class Heard:
    """What one step found out. All times are media time."""

    committed: tuple[Word, ...] = ()
    """Words that are settled now and were not before; they follow on all earlier ones and never change."""
    tail: tuple[Word, ...] = ()
    """Words that seem to follow; the next step may change them."""


@dataclass(frozen=True, slots=True)
class StreamTuning:
    """How much work a step makes; the overload policy turns these down and up."""

    chunk: float = 0.5
    """Seconds of new sound per step."""
    window: float = 8.0
    """Seconds of sound that a step looks at, at most."""
    theta: float = 0.2
    """Seconds at the end of the sound whose words are not settled yet."""
    is_padded: bool = False
    """Of a model that was trained on windows of one length: fill them up with silence, which costs time."""


@dataclass(frozen=True, slots=True)
class StreamOptions:
    """How a stream is heard."""

    language: LanguageCode
    vocabulary: tuple[str, ...] = ()
    policy: str = ""
    """Name of a policy of the model; empty for its default."""
    tuning: StreamTuning = StreamTuning()


class StreamingRecognizer(Protocol):
    """Hears one speaker's stream; used by one thread. It is given speech only, utterance by utterance."""

    def start(self, first_sample: int) -> None:
        """A new utterance begins at this sample of media time; the language and what was said before are kept."""

    def accept(self, samples: Samples) -> None:
        """Add sound at 16 000 Hz that follows on the last; no model is run."""

    def step(self) -> Heard:
        """Find out what the new sound says.

        Raises:
            InferenceFailed: the model could not process the sound.
        """

    def settle(self) -> Heard:
        """There is a pause, and what was said before it may be settled; the utterance may go on.

        Raises:
            InferenceFailed: the model could not process the sound.
        """

    def flush(self) -> Heard:
        """The utterance is over: settle everything, also what the last step has not seen. The tail is empty.

        Raises:
            InferenceFailed: the model could not process the sound.
        """

    def tune(self, tuning: StreamTuning) -> None:
        """Work with these settings from the next step on."""

    def close(self) -> None:
        """Release what belongs to this stream alone."""


class StreamingModel(Protocol):
    """A loaded model, shared by the streams of all sessions."""

    @property
    def origin(self) -> Origin:
        """Engine and model."""

    @property
    def languages(self) -> frozenset[LanguageCode]:
        """Languages that it can hear."""

    @property
    def policies(self) -> tuple[str, ...]:
        """Names of the ways in which it can work, the default first."""

    @property
    def longest_utterance(self) -> float | None:
        """Seconds after which an utterance should end at the next chance; None where the length does not matter."""

    @property
    def tuning(self) -> StreamTuning:
        """How its streams work best where there is time and nothing was measured."""

    @property
    def takes_turns(self) -> bool:
        """True when the streams share what computes, so that only one may do so at a time."""

    def detect(self, samples: Samples, among: Sequence[LanguageCode]) -> LanguageGuess:
        """The language that is spoken; `among` is empty for all.

        Raises:
            InferenceFailed: the model could not process the sound.
            LanguageNotSupported: it knows none of them.
        """

    def open_stream(self, options: StreamOptions) -> StreamingRecognizer:
        """Begin a stream.

        Raises:
            LanguageNotSupported: the model does not know the language.
        """

    def close(self) -> None:
        """Release the model and its memory."""
