"""Text and word times from what a CTranslate2 Whisper model encoded, in batches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import ctranslate2
from faster_whisper import WhisperModel
from faster_whisper.tokenizer import Tokenizer
from faster_whisper.transcribe import get_suppressed_tokens

from streamlation_desktop.core.types import AudioChunk, Word
from streamlation_desktop.engines.adapters.whisper_words import words_from_alignment
from streamlation_desktop.engines.guards import Hypothesis

_HOP = 160
_MIN_ALIGN_FRAMES = 20
"""The median filter of the alignment reaches 7 steps of 2 frames; fewer frames give times before 0."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to decode. None samples at random: a run that is resumed must give the same text."""

    beam_size: int = 1
    repetition_penalty: float = 1.0
    no_repeat_ngram: int = 0


RETRIES = (Attempt(beam_size=5), Attempt(beam_size=5, repetition_penalty=1.2, no_repeat_ngram=4))
"""What is tried, in order, when a result is not believed."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The tokens of one segment and what they say."""

    tokens: list[int]
    hypothesis: Hypothesis


class WhisperDecoder:
    """The calls into the model, for one language and one prompt.

    Args:
        model: loaded by faster-whisper.
        tokenizer: set to the language.
        prompt: terms to expect, as text; may be empty.
    """

    def __init__(self, model: WhisperModel, tokenizer: Tokenizer, prompt: str = "") -> None:
        self._model = model
        self._tokenizer = tokenizer
        self._prompt = model.get_prompt(tokenizer, [], without_timestamps=True, hotwords=prompt or None)
        self._suppressed = list(get_suppressed_tokens(tokenizer, [-1]))

    def generate(
        self, encoded: ctranslate2.StorageView, audios: Sequence[AudioChunk], attempt: Attempt
    ) -> list[Decoded]:
        """The likeliest text of each segment, which does not depend on the others in the batch."""
        results = self._model.model.generate(
            encoded,
            [self._prompt] * len(audios),
            beam_size=attempt.beam_size,
            repetition_penalty=attempt.repetition_penalty,
            no_repeat_ngram_size=attempt.no_repeat_ngram,
            max_length=self._model.max_length,
            suppress_tokens=self._suppressed,
            return_scores=True,
            return_no_speech_prob=True,
        )
        return [self._decoded(result, audio) for result, audio in zip(results, audios, strict=True)]

    def _decoded(self, result: Any, audio: AudioChunk) -> Decoded:
        tokens = list(result.sequences_ids[0])
        return Decoded(
            tokens,
            Hypothesis(
                text=self._tokenizer.decode(tokens),
                token_count=len(tokens),
                seconds=audio.span.duration,
                avg_logprob=result.scores[0] * len(tokens) / (len(tokens) + 1),  # the end token counts
                no_speech_prob=result.no_speech_prob,
            ),
        )

    def align(
        self, encoded: ctranslate2.StorageView, audios: Sequence[AudioChunk], decoded: Sequence[Decoded | None]
    ) -> list[tuple[Word, ...]]:
        """When each word of the texts was said, in media time; nothing for None."""
        if not any(decoded):
            return [() for _ in audios]
        tokens = [[t for t in d.tokens if t < self._tokenizer.eot] if d else [] for d in decoded]
        frames = [max(len(audio.samples) // _HOP, _MIN_ALIGN_FRAMES) for audio in audios]
        alignments = self._model.find_alignment(self._tokenizer, tokens, encoded, frames)
        return [words_from_alignment(a, audio) for a, audio in zip(alignments, audios, strict=True)]
