"""What a Whisper model writes for a window of live speech, and when each word was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

import ctranslate2
import numpy as np
from faster_whisper import WhisperModel
from faster_whisper.tokenizer import Tokenizer
from faster_whisper.transcribe import get_suppressed_tokens, merge_punctuations

from streamlation_desktop.core.types import SAMPLE_RATE, Samples
from streamlation_desktop.engines.guards import GuardLimits, Hypothesis, Verdict, is_phantom, is_silent, judge
from streamlation_desktop.engines.streaming.window import Guess, GuessedWord, SettledWord

_HOP = 160
_FRAME_SECONDS = 0.02
_SPARE = 128
"""Mel frames of silence behind a window that is not padded: without them the last words get lost."""
_UNIT = 64
"""Mel frames: windows have few lengths. Processor time is the same for any length (0.16 s a second at base size)."""
_EDGE, _REACH = 640, 2
"""Samples of silence behind the sound, and the frames in them that still see sound."""
_SILENCE, _DYNAMICS = -1.5, 2.0
"""What Whisper's spectra show for silence, at least, and how far below the loudest they reach."""
_MIN_FRAMES = 20
_ROOM = 4
"""Tokens that may be written beyond what the new sound can hold; what is longer is a loop."""
_TORN = "\ufffd"
_ENDS = ".。!！?？"


@dataclass(frozen=True, slots=True)
class _Timed:
    """Tokens with where they begin; the last entry is the end of the text."""

    starts: list[float]
    probabilities: list[float]

    def behind(self, count: int) -> _Timed:
        """Those of the tokens after the first `count`."""
        return _Timed(self.starts[count:], self.probabilities[count:])


class WhisperListener:
    """Implements `Listener` for one language; the model may be shared, but not used at the same time."""

    def __init__(self, model: WhisperModel, tokenizer: Tokenizer, vocabulary: str, limits: GuardLimits) -> None:
        self._model = model
        self._tokenizer = tokenizer
        self._limits = limits
        self._vocabulary = vocabulary
        self._hot = tokenizer.encode(f" {vocabulary}") if vocabulary else []
        self._start = [*tokenizer.sot_sequence, tokenizer.no_timestamps]
        self._suppressed = list(get_suppressed_tokens(tokenizer, [-1]))

    def listen(
        self, samples: Samples, settled: Sequence[SettledWord], context: Sequence[int], *, is_padded: bool
    ) -> Guess:
        """See `Listener`."""
        if is_silent(samples, self._limits):
            return Guess((), ())
        encoded = self._encode(samples, is_padded=is_padded)
        forced = [token for word in settled for token in word.tokens]
        fresh = len(samples) / SAMPLE_RATE - (settled[-1].end if settled else 0.0)
        tokens, no_speech = self._generate(encoded, forced, context, fresh)
        if len(tokens) < len(forced):  # the context left no room for the text
            return Guess((), (), is_believed=False)
        timed = self._align(encoded, tokens, len(samples) // _HOP)
        offsets = list(accumulate((len(word.tokens) for word in settled), initial=0))
        words = self._words(tokens[len(forced) :], timed.behind(len(forced)))
        is_believed = self._is_believed(words, samples, no_speech, has_more=bool(settled))
        return Guess(tuple(timed.starts[offset] for offset in offsets[:-1]), tuple(words), is_believed)

    def _encode(self, samples: Samples, *, is_padded: bool) -> ctranslate2.StorageView:
        """Encode the window, followed by silence; its spectrum need not be computed."""
        extractor = self._model.feature_extractor
        full = extractor.chunk_length * SAMPLE_RATE // _HOP
        features = extractor(samples, padding=_EDGE)[:, : len(samples) // _HOP + _REACH]
        length = full if is_padded else min(full, -(-(features.shape[1] + _SPARE) // _UNIT) * _UNIT)
        silence = max(float(features.max(initial=_SILENCE)) - _DYNAMICS, _SILENCE)
        behind = ((0, 0), (0, max(0, length - features.shape[1])))
        return self._model.encode(np.pad(features[:, :length], behind, constant_values=silence))

    def _generate(
        self, encoded: ctranslate2.StorageView, forced: list[int], context: Sequence[int], fresh: float
    ) -> tuple[list[int], float]:
        """All text tokens, the forced ones first, and the probability that nobody speaks; it costs half a token."""
        before = [*self._hot, *context]
        prompt = [*([self._tokenizer.sot_prev, *before] if before else []), *self._start, *forced]
        most = self._model.max_length
        if len(prompt) + _ROOM > most:
            return [], 0.0
        room = len(forced) + int(self._limits.tokens_per_second * max(0.5, fresh)) + _ROOM
        [result] = self._model.model.generate(
            encoded,
            [prompt],
            beam_size=1,
            max_length=min(most, max(2 * room, len(prompt) + room)),  # for text there is half of it, less the prompt
            suppress_tokens=self._suppressed,
            suppress_blank=not forced,
            return_no_speech_prob=not forced,  # behind settled words there is speech
        )
        return [t for t in result.sequences_ids[0] if t < self._tokenizer.eot], result.no_speech_prob

    def _align(self, encoded: ctranslate2.StorageView, tokens: list[int], frames: int) -> _Timed:
        if not tokens:
            return _Timed([0.0], [])
        [result] = self._model.model.align(
            encoded, self._tokenizer.sot_sequence, [tokens], max(frames, _MIN_FRAMES), median_filter_width=7
        )
        return _Timed(_starts(result.alignments, len(tokens)), list(result.text_token_probs))

    def _words(self, tokens: list[int], timed: _Timed) -> list[GuessedWord]:
        texts, groups = self._tokenizer.split_to_word_tokens([*tokens, self._tokenizer.eot])
        entries: list[dict[str, Any]] = [
            {"word": text, "tokens": group} for text, group in zip(texts[:-1], groups[:-1], strict=True)
        ]
        closing = _closing(entries)
        merge_punctuations(entries, "\"'“¿¡([{-", "\"'.。,，!！?？:：”)]}、")
        entries += closing
        words: list[GuessedWord] = []
        at = 0
        for entry in (entry for entry in entries if entry["word"]):
            end = at + len(entry["tokens"])
            share = timed.probabilities[at:end]
            words.append(
                GuessedWord(
                    entry["word"],
                    tuple(entry["tokens"]),
                    timed.starts[at],
                    timed.starts[end],
                    float(np.mean(share)),
                    _TORN not in entry["word"],
                )
            )
            at = end
        return words

    def _is_believed(self, words: Sequence[GuessedWord], samples: Samples, no_speech: float, *, has_more: bool) -> bool:
        if not words:
            return True
        text = "".join(word.text for word in words)
        tokens = sum(len(word.tokens) for word in words)
        logprob = sum(len(word.tokens) * float(np.log(max(word.probability, 1e-9))) for word in words) / tokens
        hypothesis = Hypothesis(text, tokens, len(samples) / SAMPLE_RATE, logprob, no_speech)
        confidence = sum(word.probability for word in words) / len(words)
        limits = replace(self._limits, avg_logprob=2 * self._limits.avg_logprob)  # the last word may be torn
        if not has_more and is_phantom(text, confidence, self._limits, self._vocabulary):
            return False
        return judge(hypothesis, limits) is Verdict.ACCEPT


def _closing(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Take the marks off that end the text: words of their own, for the sentence may go on in sound that is to come."""
    count = next((n for n, entry in enumerate(reversed(entries)) if entry["word"].strip(_ENDS)), len(entries))
    closing = entries[len(entries) - count :]
    del entries[len(entries) - count :]
    return closing


def _starts(alignments: Sequence[tuple[int, int]], count: int) -> list[float]:
    """Where each token begins, and where the last one ends, in seconds; the path visits every token in order."""
    starts = [0.0] * (count + 1)
    seen = -1
    for token, frame in alignments:
        if token > seen:
            starts[token] = frame * _FRAME_SECONDS
            seen = token
    return starts
