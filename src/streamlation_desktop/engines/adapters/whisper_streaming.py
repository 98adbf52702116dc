"""Any Whisper model in CTranslate2's format as a stream."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import AudioChunk, Origin, Samples, SpeechSegment
from streamlation_desktop.engines.adapters.whisper import WhisperRecognizer
from streamlation_desktop.engines.adapters.whisper_listener import WhisperListener
from streamlation_desktop.engines.base import DeviceChoice, LanguageGuess, RecognitionOptions
from streamlation_desktop.engines.guards import GuardLimits
from streamlation_desktop.engines.streaming.base import StreamingRecognizer, StreamOptions, StreamTuning
from streamlation_desktop.engines.streaming.rules import AGREEMENT, ATTENTION, make_rule
from streamlation_desktop.engines.streaming.window import WindowedStream


class WhisperStreamingModel:
    """One loaded model for any number of streams; raises as `WhisperRecognizer`."""

    def __init__(
        self, folder: Path, model: str = "", device: DeviceChoice | None = None, limits: GuardLimits | None = None
    ) -> None:
        self._recognizer = WhisperRecognizer(folder, model, device, limits)
        self._limits = limits or GuardLimits()

    @property
    def origin(self) -> Origin:
        """Engine and model."""
        return self._recognizer.origin

    @property
    def languages(self) -> frozenset[LanguageCode]:
        """Languages that it can hear."""
        return self._recognizer.languages

    @property
    def policies(self) -> tuple[str, ...]:
        """AlignAtt, which is cheap, and LocalAgreement, which some models need."""
        return (ATTENTION, AGREEMENT)

    @property
    def longest_utterance(self) -> float | None:
        """The window moves along with the speech."""
        return None

    @property
    def tuning(self) -> StreamTuning:
        """Short windows: padding them costs several times as much."""
        return StreamTuning()

    @property
    def takes_turns(self) -> bool:
        """The weights are shared."""
        return True

    def detect(self, samples: Samples, among: Sequence[LanguageCode]) -> LanguageGuess:
        """See `StreamingModel`."""
        segment = SpeechSegment(0, AudioChunk(samples, 0))
        return self._recognizer.detect_language(segment, RecognitionOptions(allowed_languages=tuple(among)))

    def open_stream(self, options: StreamOptions) -> StreamingRecognizer:
        """See `StreamingModel`."""
        tokenizer = self._recognizer.tokenizer(options.language)
        vocabulary = ", ".join(options.vocabulary)
        listener = WhisperListener(self._recognizer.model, tokenizer, vocabulary, self._limits)
        return WindowedStream(listener, make_rule(options.policy), options.tuning)

    def close(self) -> None:
        """Release the model and its memory."""
        self._recognizer.close()
