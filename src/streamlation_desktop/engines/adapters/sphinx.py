"""PocketSphinx with the English model of its wheel: recognition before any model is downloaded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import pocketsphinx

from streamlation_desktop.core.errors import EngineNotInstalled, InferenceFailed, LanguageNotSupported
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import AudioChunk, Origin, SpeechSegment, TimeSpan, Transcript, Word
from streamlation_desktop.engines.base import LanguageGuess, RecognitionOptions
from streamlation_desktop.engines.guards import GuardLimits, is_silent

_ENGLISH = LanguageCode("en")
_FRAMES_PER_SECOND = 100
_FILLER = ("<", "[", "+")
"""How the dictionary's silences and noises begin."""
_VARIANT = re.compile(r"\(\d+\)$")
"""Number of a word's pronunciation, as in ``the(2)``."""
_PRONOUN = re.compile(r"^i(?=$|')")


class PocketSphinxRecognizer:
    """General English with a 1990s method: modest accuracy, true word times, no punctuation.

    The words known are those of its dictionary, so `RecognitionOptions.vocabulary` has no effect,
    nor has the beam size.

    Raises:
        EngineNotInstalled: the wheel came without its model.
    """

    def __init__(self) -> None:
        try:
            self._decoder = pocketsphinx.Decoder(loglevel="FATAL", samprate=16000.0, cmn="batch")
        except (RuntimeError, ValueError) as exc:
            raise EngineNotInstalled("PocketSphinx has no English model", hint="Reinstall the application.") from exc
        self._limits = GuardLimits()

    @property
    def origin(self) -> Origin:
        """Engine and model."""
        return Origin("pocketsphinx", "en-us", "starter")

    @property
    def languages(self) -> frozenset[LanguageCode]:
        """English only."""
        return frozenset({_ENGLISH})

    @property
    def batch_size(self) -> int:
        """One: it has no use for more."""
        return 1

    @property
    def segment_seconds(self) -> float:
        """Short: it holds the interpreter for a third of that, and hears no better in more."""
        return 10.0

    def detect_language(self, segment: SpeechSegment, options: RecognitionOptions) -> LanguageGuess:
        """English, for it hears nothing else.

        Raises:
            LanguageNotSupported: English is not among the allowed languages.
        """
        if options.allowed_languages and _ENGLISH not in options.allowed_languages:
            raise LanguageNotSupported("PocketSphinx knows English only")
        return LanguageGuess(_ENGLISH, 1.0)

    def transcribe(
        self, segments: Sequence[SpeechSegment], language: LanguageCode, options: RecognitionOptions
    ) -> list[Transcript]:
        """Transcribe segments; one result per segment, in order, words in lower case.

        Raises:
            InferenceFailed: the decoder refused the audio.
            LanguageNotSupported: the language is not English.
        """
        if language != _ENGLISH:
            raise LanguageNotSupported("PocketSphinx knows English only")
        return [self._transcript(segment) for segment in segments]

    def close(self) -> None:
        """Release the model and its memory."""
        del self._decoder

    def _transcript(self, segment: SpeechSegment) -> Transcript:
        audio = segment.audio
        words = () if is_silent(audio.samples, self._limits) else tuple(self._hear(audio))
        text = "".join(word.text for word in words).strip()
        confidence = sum(word.probability for word in words) / len(words) if words else 0.0
        return Transcript(segment.id, audio.span, _ENGLISH, text, words, self.origin, confidence)

    def _hear(self, audio: AudioChunk) -> Iterator[Word]:
        pcm = (np.clip(audio.samples, -1.0, 1.0) * 32767.0).astype("<i2").tobytes()
        try:
            self._decoder.reinit_feat()  # forget the acoustics of other segments
            self._decoder.start_utt()
            self._decoder.process_raw(pcm, full_utt=True)
            self._decoder.end_utt()
        except RuntimeError as exc:
            raise InferenceFailed(f"recognition failed: {exc}") from exc
        return words_from_segmentation(self._decoder.seg() or (), audio.span)


def words_from_segmentation(segmentation: Iterable[Any], span: TimeSpan) -> Iterator[Word]:
    """Spoken words, fillers left out, with their posterior probability in the lattice.

    Args:
        segmentation: entries with `word`, `start_frame`, `end_frame` (inclusive) and `prob`.
        span: where the audio lies in media time.
    """
    for entry in segmentation:
        if entry.word.startswith(_FILLER):
            continue
        text = _PRONOUN.sub("I", _VARIANT.sub("", entry.word))
        start = min(span.start + entry.start_frame / _FRAMES_PER_SECOND, span.end)
        end = min(span.start + (entry.end_frame + 1) / _FRAMES_PER_SECOND, span.end)
        yield Word(f" {text}", TimeSpan(start, end), min(float(entry.prob), 1.0))
