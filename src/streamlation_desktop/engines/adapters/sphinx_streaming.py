"""PocketSphinx as a stream: its search is incremental, so live captions need no download."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pocketsphinx

from streamlation_desktop.core.errors import EngineNotInstalled, InferenceFailed, LanguageNotSupported
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, Origin, Samples, TimeSpan, Word
from streamlation_desktop.engines.adapters.sphinx import words_from_segmentation
from streamlation_desktop.engines.base import LanguageGuess
from streamlation_desktop.engines.streaming.base import StreamingRecognizer, StreamOptions, StreamTuning
from streamlation_desktop.engines.streaming.incremental import IncrementalStream, Stability

_ENGLISH = LanguageCode("en")
_STABILITY = Stability(steps=3, behind=2.0)
"""The second pass at the end of an utterance is much better than the first: what can wait for it does."""


class SphinxStreamingModel:
    """Opens a decoder of its own for each stream: the library's decoders cannot be shared."""

    @property
    def origin(self) -> Origin:
        """Engine and model."""
        return Origin("pocketsphinx", "en-us", "starter")

    @property
    def languages(self) -> frozenset[LanguageCode]:
        """English only."""
        return frozenset({_ENGLISH})

    @property
    def policies(self) -> tuple[str, ...]:
        """One: words that stay."""
        return ("stable-words",)

    @property
    def longest_utterance(self) -> float | None:
        """The second pass over an utterance takes time in proportion to its length."""
        return 15.0

    @property
    def tuning(self) -> StreamTuning:
        """A look at the best guess is cheap, but not free."""
        return StreamTuning(chunk=0.5)

    @property
    def takes_turns(self) -> bool:
        """Each stream has its own decoder."""
        return False

    def detect(self, samples: Samples, among: Sequence[LanguageCode]) -> LanguageGuess:
        """English, for it hears nothing else; raises LanguageNotSupported where that is not allowed."""
        if among and _ENGLISH not in among:
            raise LanguageNotSupported("PocketSphinx knows English only")
        return LanguageGuess(_ENGLISH, 1.0)

    def open_stream(self, options: StreamOptions) -> StreamingRecognizer:
        """See `StreamingModel`."""
        if options.language != _ENGLISH:
            raise LanguageNotSupported("PocketSphinx knows English only")
        return IncrementalStream(_Decoder(), _STABILITY)

    def close(self) -> None:
        """Nothing is shared, so nothing is released."""


class _Decoder:
    """An `IncrementalDecoder`."""

    def __init__(self) -> None:
        try:
            self._decoder = pocketsphinx.Decoder(loglevel="FATAL", samprate=float(SAMPLE_RATE), cmn="live")
        except (RuntimeError, ValueError) as exc:
            raise EngineNotInstalled("PocketSphinx has no English model", hint="Reinstall the application.") from exc
        self._samples = 0

    def start(self) -> None:
        self._samples = 0
        self._decoder.start_utt()

    def feed(self, samples: Samples) -> None:
        pcm = (np.clip(samples, -1.0, 1.0) * 32767.0).astype("<i2").tobytes()
        try:
            self._decoder.process_raw(pcm)
        except RuntimeError as exc:
            raise InferenceFailed(f"recognition failed: {exc}") from exc
        self._samples += len(samples)

    def hypothesis(self) -> tuple[Word, ...]:
        return tuple(words_from_segmentation(self._decoder.seg() or (), TimeSpan(0.0, self._samples / SAMPLE_RATE)))

    def finish(self) -> tuple[Word, ...]:
        try:
            self._decoder.end_utt()
        except RuntimeError as exc:
            raise InferenceFailed(f"recognition failed: {exc}") from exc
        return self.hypothesis()

    def close(self) -> None:
        del self._decoder
