"""The encoder half of a CTranslate2 Whisper model."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

import ctranslate2
import numpy as np
import numpy.typing as npt
from faster_whisper import WhisperModel

from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk

Encoded = npt.NDArray[np.float32]
"""Encoder output of one segment, shape ``(1500, width)``."""


class WhisperEncoder:
    """Encodes segments; remembers the last few that language detection asked for.

    Detection and transcription want the same encoder output, which is half of the work. Only float32
    in the memory of the CPU can be shared with the library; all else is encoded again.
    """

    def __init__(self, model: WhisperModel, remembered: int) -> None:
        self._model = model
        self._shares_memory = model.model.device == "cpu" and "float16" not in model.model.compute_type
        self._memory: deque[tuple[AudioChunk, Encoded]] = deque(maxlen=remembered)

    def one(self, audio: AudioChunk) -> ctranslate2.StorageView:
        """Encode one segment and remember it."""
        encoded = self.batch([audio])
        if self._shares_memory:
            self._memory.append((audio, np.asarray(encoded)[0]))
        return encoded

    def batch(self, audios: Sequence[AudioChunk]) -> ctranslate2.StorageView:
        """Encode segments, shape ``(n, 1500, width)``."""
        known = [self._recall(audio) for audio in audios]
        missing = [audio for audio, found in zip(audios, known, strict=True) if found is None]
        if len(missing) == len(audios):
            return self._model.encode(self._features(audios))
        fresh = iter(np.asarray(self._model.encode(self._features(missing))) if missing else ())
        return ctranslate2.StorageView.from_array(np.stack([next(fresh) if k is None else k for k in known]))

    def row(self, encoded: ctranslate2.StorageView, index: int, audio: AudioChunk) -> ctranslate2.StorageView:
        """One segment of a batch, as a batch of its own."""
        if not self._shares_memory:
            return self._model.encode(self._features([audio]))
        return ctranslate2.StorageView.from_array(np.asarray(encoded)[index : index + 1])

    def _recall(self, audio: AudioChunk) -> Encoded | None:
        return next((encoded for known, encoded in self._memory if known is audio), None)

    def _features(self, audios: Sequence[AudioChunk]) -> npt.NDArray[np.float32]:
        """Log-mel spectra, each padded with silence to the 30 s that the weights expect."""
        extractor = self._model.feature_extractor
        length = extractor.chunk_length * SAMPLE_RATE
        return np.stack(
            [extractor(np.pad(a.samples, (0, max(length - len(a.samples), 0)))[:length], padding=0) for a in audios]
        )
