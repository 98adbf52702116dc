"""What engines that make or take apart speech must do; adapters in `engines.adapters` implement these protocols."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, Samples, TimeSpan, Word

LENGTH_SCALE_MIN, LENGTH_SCALE_MAX = 0.5, 2.0
"""What every synthesizer must accept; what sounds natural is far narrower."""


@dataclass(frozen=True, slots=True)
class VoiceInfo:
    """One way in which a synthesizer can speak."""

    id: str
    """What `Utterance.voice` takes."""
    name: str
    language: LanguageCode
    speaker: int | None = None
    """Ordinal in a model of several speakers."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something to say."""

    text: str
    """Plain text, with numbers and abbreviations written out."""
    language: LanguageCode
    voice: str = ""
    """Id of a voice; empty for the engine's own choice."""
    speaker: int | None = None
    """Ordinal in a model of several speakers."""
    length_scale: float = 1.0
    """Duration against the voice's natural one: 0.9 is faster."""


@dataclass(frozen=True, slots=True)
class Speech:
    """Something said."""

    samples: Samples = field(repr=False)
    """Mono, at `sample_rate`; may begin and end with silence."""
    sample_rate: int
    """Hz."""
    words: tuple[Word, ...] = ()
    """Where each word lies, from the first sample on; empty where the engine does not tell."""


class Synthesizer(Protocol):
    """Turns text into speech. One instance serves one thread at a time."""

    @property
    def origin(self) -> Origin:
        """Engine and model."""

    @property
    def languages(self) -> frozenset[LanguageCode]:
        """Languages that it speaks."""

    @property
    def is_repeatable(self) -> bool:
        """True when equal utterances give equal samples."""

    def voices(self, language: LanguageCode) -> tuple[VoiceInfo, ...]:
        """Its voices for a language, the engine's own choice first; empty where it does not speak it."""

    def synthesize(self, utterance: Utterance) -> Speech:
        """Say it.

        Raises:
            LanguageNotSupported: it does not speak the language, or has no such voice.
            InferenceFailed: the engine could not process the text.
        """

    def close(self) -> None:
        """Release the model and its memory."""


@runtime_checkable
class Foreseeing(Protocol):
    """A `Synthesizer` that can work while its caller does something else."""

    def foresee(self, utterance: Utterance) -> None:
        """It is likely to be asked for next: it may be begun."""


@dataclass(frozen=True, slots=True)
class SpeakerTurn:
    """Somebody speaks."""

    span: TimeSpan
    speaker: int
    """Ordinal, from 0, in order of first appearance."""


class Diarizer(Protocol):
    """Tells who speaks when."""

    @property
    def origin(self) -> Origin:
        """Engine and model."""

    @property
    def sample_rate(self) -> int:
        """Hz that `diarize` takes."""

    def diarize(self, samples: Samples, speakers: int | None = None) -> tuple[SpeakerTurn, ...]:
        """Turns in order of time.

        Args:
            samples: mono, at `sample_rate`.
            speakers: how many there are, where known.

        Raises:
            InferenceFailed: the engine could not process the audio.
        """

    def close(self) -> None:
        """Release the model and its memory."""


@dataclass(frozen=True, slots=True)
class Stems:
    """Sound taken apart; both have the length of the original."""

    voice: Samples = field(repr=False)
    background: Samples = field(repr=False)


class StemSeparator(Protocol):
    """Takes speech and everything else apart."""

    @property
    def origin(self) -> Origin:
        """Engine and model."""

    @property
    def sample_rate(self) -> int:
        """Hz that `separate` takes and gives."""

    def separate(self, channels: Sequence[Samples]) -> tuple[Stems, ...]:
        """One pair of stems for each channel.

        Raises:
            InferenceFailed: the engine could not process the audio.
        """

    def close(self) -> None:
        """Release the model and its memory."""


class SpeechEnhancer(Protocol):
    """Takes noise out of speech, as a stream with a memory of what it heard."""

    @property
    def origin(self) -> Origin:
        """Engine and model."""

    def reset(self) -> None:
        """Forget what was heard."""

    def enhance(self, samples: Samples) -> Samples:
        """The next samples at 16 000 Hz, in order; what is still inside comes with later calls or `finish`."""

    def finish(self) -> Samples:
        """The end of the stream: as many samples came out as went in."""

    def close(self) -> None:
        """Release the model and its memory."""
