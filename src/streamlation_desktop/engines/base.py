"""What an engine must do. Adapters in `engines.adapters` implement these protocols."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, Samples, SpeechSegment, Transcript
from streamlation_desktop.engines.presets import Preset


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """The likeliest language of a segment."""

    language: LanguageCode
    probability: float


@dataclass(frozen=True, slots=True)
class RecognitionOptions:
    """How to transcribe."""

    beam_size: int = 1
    vocabulary: tuple[str, ...] = ()
    """Names and terms to expect (hot words)."""
    allowed_languages: tuple[LanguageCode, ...] = ()
    """Detection chooses among these; empty for all that the model knows."""


@dataclass(frozen=True, slots=True)
class DeviceChoice:
    """Where and how a model runs."""

    device: str = "cpu"
    """``"cpu"`` or ``"cuda"``."""
    compute_type: str = "int8"
    """A CTranslate2 compute type."""
    intra_threads: int = 0
    """Threads per call; 0 lets the library choose."""
    inter_threads: int = 1
    """Calls in parallel."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LanguagePair:
    """A direction of translation."""

    source: LanguageCode
    target: LanguageCode


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """What an engine needs to load a model; each takes of it what concerns it."""

    model: str
    """Id, for `origin`."""
    folder: Path | None
    """None for an engine that brings its own model."""
    device: DeviceChoice
    pairs: frozenset[LanguagePair] = frozenset()
    """Of a translator whose files do not tell."""
    preset: Preset = Preset.BALANCED
    """Of a translator: speed against quality."""
    languages: frozenset[LanguageCode] = frozenset()
    """Of a recognizer whose files do not tell."""


class VoiceActivityDetector(Protocol):
    """Tells speech from the rest, frame by frame, with a memory of what it heard."""

    frame_samples: int
    """Length of one frame at 16 000 Hz."""

    def reset(self) -> None:
        """Forget what was heard."""

    def probabilities(self, samples: Samples) -> npt.NDArray[np.float32]:
        """Probability of speech for each frame.

        Args:
            samples: ``(n * frame_samples,)`` at 16 000 Hz, following on the last call's.

        Returns:
            ``(n,)`` in 0..1.
        """


class Recognizer(Protocol):
    """Turns speech into text with word times. One instance serves one thread at a time."""

    @property
    def origin(self) -> Origin:
        """Engine and model."""

    @property
    def languages(self) -> frozenset[LanguageCode]:
        """Languages that it can hear."""

    @property
    def batch_size(self) -> int:
        """Segments that one call of `transcribe` handles best."""

    @property
    def segment_seconds(self) -> float:
        """How long a segment should be at most, up to 30 s: the longest that is no loss."""

    def detect_language(self, segment: SpeechSegment, options: RecognitionOptions) -> LanguageGuess:
        """Which language is spoken.

        Raises:
            InferenceFailed: the model could not process the audio.
        """

    def transcribe(
        self, segments: Sequence[SpeechSegment], language: LanguageCode, options: RecognitionOptions
    ) -> list[Transcript]:
        """Transcribe segments of at most 30 s each at 16 000 Hz; one result per segment, in order.

        A segment without intelligible speech gives a transcript with empty text. The result for a
        segment does not depend on which segments it was batched with.

        Raises:
            InferenceFailed: the model could not process the audio.
        """

    def close(self) -> None:
        """Release the model and its memory."""


@dataclass(frozen=True, slots=True)
class TranslatedText:
    """What a translator made of one text."""

    text: str
    score: float | None = None
    """Mean log-probability per target token where the engine gives one."""


class Translator(Protocol):
    """Turns sentences in one language into another. One instance serves one thread at a time."""

    @property
    def origin(self) -> Origin:
        """Engine and model."""

    def supports(self, pair: LanguagePair) -> bool:
        """True when the pair can be translated directly."""

    def translate(self, texts: Sequence[str], pair: LanguagePair, *, hypothesis: int = 0) -> list[TranslatedText]:
        """Translate sentences; the result has the order and length of `texts`.

        Args:
            texts: one sentence each; any length of list, sorted and batched by the engine.
            pair: must be supported.
            hypothesis: 0 for the best; higher numbers ask for another try (other beam settings,
                repetition penalty), used when a check refused the first.

        Raises:
            InferenceFailed: the engine could not process the texts.
        """

    def close(self) -> None:
        """Release the model and its memory."""
