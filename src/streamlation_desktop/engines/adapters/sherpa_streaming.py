"""Streaming transducers and CTC models with sherpa-onnx (an extra): each moment is computed once, so that words
come within half a second of being said, on any processor."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from streamlation_desktop.core.errors import InferenceFailed, LanguageNotSupported
from streamlation_desktop.core.language import LanguageCode, language_name, separates_words
from streamlation_desktop.core.types import SAMPLE_RATE, Origin, Samples, SpeechSegment, Transcript, Word
from streamlation_desktop.engines.adapters.sherpa_models import SherpaModel, load_sherpa
from streamlation_desktop.engines.adapters.sherpa_words import words_from_pieces
from streamlation_desktop.engines.base import DeviceChoice, LanguageGuess, RecognitionOptions
from streamlation_desktop.engines.streaming.append_only import AppendOnlyStream
from streamlation_desktop.engines.streaming.base import StreamingRecognizer, StreamOptions, StreamTuning

_TAIL = np.zeros(SAMPLE_RATE * 3 // 5, np.float32)
"""Silence behind an utterance: the last words are written when something follows them."""


class SherpaStreamingModel:
    """One loaded model for any number of streams; recordings are heard the same way, segment by segment."""

    def __init__(
        self, folder: Path, languages: frozenset[LanguageCode], model: str = "", device: DeviceChoice | None = None
    ) -> None:
        """Load the model.

        Args:
            folder: as `load_sherpa` takes it; raises as that.
            languages: what it hears; its files do not tell.
            model: id, for `origin`.
            device: the number of threads is taken from it.
        """
        device = device or DeviceChoice()
        self._loaded = load_sherpa(folder, device.intra_threads or 1)
        self._languages = languages
        self._origin = Origin("sherpa-streaming", model or folder.name)

    @property
    def origin(self) -> Origin:
        """Engine and model."""
        return self._origin

    @property
    def languages(self) -> frozenset[LanguageCode]:
        """Languages that it can hear."""
        return self._languages

    @property
    def policies(self) -> tuple[str, ...]:
        """One: what is written stays."""
        return ("append-only",)

    @property
    def longest_utterance(self) -> float | None:
        """The length does not matter to it; the library's list of pieces of an utterance should not grow for ever."""
        return 30.0

    @property
    def tuning(self) -> StreamTuning:
        """A step costs no more than the sound in it."""
        return StreamTuning(chunk=0.2)

    @property
    def takes_turns(self) -> bool:
        """The network is shared."""
        return True

    @property
    def batch_size(self) -> int:
        """One segment after another."""
        return 1

    @property
    def segment_seconds(self) -> float:
        """The length does not matter to it."""
        return 30.0

    def detect(self, samples: Samples, among: Sequence[LanguageCode]) -> LanguageGuess:
        """The language of the model, or any of its languages that is asked for: it cannot tell them apart."""
        fitting = sorted(self._languages & set(among) if among else self._languages)
        if not fitting:
            raise LanguageNotSupported(f"{self._origin.model} does not hear {language_name(among[0])}")
        return LanguageGuess(fitting[0], 1.0 if len(fitting) == 1 else 1 / len(fitting))

    def detect_language(self, segment: SpeechSegment, options: RecognitionOptions) -> LanguageGuess:
        """See `detect`."""
        return self.detect(segment.audio.samples, options.allowed_languages)

    def open_stream(self, options: StreamOptions) -> StreamingRecognizer:
        """See `StreamingModel`."""
        return AppendOnlyStream(self._decoder(options.language))

    def transcribe(
        self, segments: Sequence[SpeechSegment], language: LanguageCode, options: RecognitionOptions
    ) -> list[Transcript]:
        """See `Recognizer`."""
        return [self._transcript(segment, language) for segment in segments]

    def close(self) -> None:
        """Release the model and its memory."""
        del self._loaded

    def _decoder(self, language: LanguageCode) -> _Decoder:
        if language not in self._languages:
            raise LanguageNotSupported(f"{self._origin.model} does not hear {language_name(language)}")
        return _Decoder(self._loaded, has_spaces=separates_words(language))

    def _transcript(self, segment: SpeechSegment, language: LanguageCode) -> Transcript:
        stream = AppendOnlyStream(self._decoder(language))
        stream.start(segment.audio.first_sample)
        stream.accept(segment.audio.samples)
        words = stream.flush().committed
        text = "".join(word.text for word in words).strip()
        return Transcript(segment.id, segment.audio.span, language, text, words, self._origin, 1.0 if words else 0.0)


class _Decoder:
    """An `AppendOnlyDecoder`."""

    def __init__(self, model: SherpaModel, *, has_spaces: bool) -> None:
        self._model = model
        self._has_spaces = has_spaces
        self._stream: Any = None

    def start(self) -> None:
        self._stream = self._model.recognizer.create_stream()

    def feed(self, samples: Samples) -> None:
        self._decode(samples)

    def finish(self) -> None:
        self._decode(_TAIL)
        self._stream.input_finished()
        self._decode(None)

    def words(self, first: int) -> tuple[tuple[int, Word], ...]:
        result = self._model.recognizer.get_result_all(self._stream)
        pieces, times = result.tokens[first:], [time * self._model.stretch for time in result.timestamps[first:]]
        made = words_from_pieces(pieces, times, has_spaces=self._has_spaces, is_upper=self._model.is_upper)
        return tuple((first + count, word) for count, word in made)

    def close(self) -> None:
        self._stream = None

    def _decode(self, samples: Samples | None) -> None:
        recognizer = self._model.recognizer
        try:
            if samples is not None:
                self._stream.accept_waveform(SAMPLE_RATE, samples)
            while recognizer.is_ready(self._stream):
                recognizer.decode_stream(self._stream)
        except RuntimeError as exc:
            raise InferenceFailed(f"recognition failed: {exc}") from exc
