"""Stand-ins for live captions: a listener that knows the script, and a detector that takes loud for speech."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, Origin, Samples, TimeSpan, Word
from streamlation_desktop.engines.base import LanguageGuess
from streamlation_desktop.engines.streaming.base import StreamingRecognizer, StreamOptions, StreamTuning
from streamlation_desktop.engines.streaming.rules import AGREEMENT, ATTENTION, make_rule
from streamlation_desktop.engines.streaming.window import Guess, GuessedWord, Listener, SettledWord, WindowedStream


def script(text: str, start: float = 0.3, length: float = 0.3, gap: float = 0.1) -> list[Word]:
    """Words said one after another."""
    words = []
    for word in text.split():
        words.append(Word(f" {word}", TimeSpan(round(start, 3), round(start + length, 3))))
        start += length + gap
    return words


def numbered(seconds: float, first: int = 0) -> Samples:
    """Sound whose samples say where they lie, so that a listener knows what it is given."""
    return (np.arange(first, first + round(seconds * SAMPLE_RATE), dtype=np.float32)).astype(np.float32)


class ScriptListener:
    """Writes what its script says of the sound in `numbered`; a word that is cut at the end comes out wrong.

    Settled words are taken as given: it goes on behind the last of them, as a model does that is forced.
    """

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.windows: list[float] = []
        self.contexts: list[int] = []

    def listen(
        self, samples: Samples, settled: Sequence[SettledWord], context: Sequence[int], *, is_padded: bool
    ) -> Guess:
        start = float(samples[0]) / SAMPLE_RATE
        end = start + len(samples) / SAMPLE_RATE
        self.windows.append(end - start)
        self.contexts.append(len(context))
        if settled:
            first = settled[-1].tokens[0] + 1
        else:
            first = next((n for n, w in enumerate(self.words) if w.span.end > start + 0.05), len(self.words))
        words = []
        for number in range(first, len(self.words)):
            word = self.words[number]
            if word.span.start >= end:
                break
            is_torn = word.span.end > end
            text = f"{word.text}-torn{len(samples)}" if is_torn else word.text
            span = (word.span.start - start, min(word.span.end, end) - start)
            words.append(GuessedWord(text, (number,), max(0.0, span[0]), span[1], 0.9))
        starts = tuple(max(0.0, self.words[each.tokens[0]].span.start - start) for each in settled)
        return Guess(starts, tuple(words))


class ScriptedModel:
    """A `StreamingModel` on a `ScriptListener`."""

    origin = Origin("test", "scripted/model")
    languages = frozenset({LanguageCode("en")})
    policies = (ATTENTION, AGREEMENT)
    longest_utterance = None
    takes_turns = False
    tuning = StreamTuning()

    def __init__(self, words: Sequence[Word], wrap: Callable[[Listener], Listener] = lambda inner: inner) -> None:
        self.words, self.wrap = words, wrap

    def detect(self, samples: Samples, among: Sequence[LanguageCode]) -> LanguageGuess:
        return LanguageGuess(LanguageCode("en"), 1.0)

    def open_stream(self, options: StreamOptions) -> StreamingRecognizer:
        return WindowedStream(self.wrap(ScriptListener(self.words)), make_rule(options.policy), options.tuning)

    def close(self) -> None:
        pass


class LoudnessDetector:
    """Takes a frame for speech when it is loud."""

    frame_samples = 512

    def reset(self) -> None:
        """It has no memory."""

    def probabilities(self, samples: Samples) -> npt.NDArray[np.float32]:
        frames = samples.reshape(-1, self.frame_samples)
        loud: npt.NDArray[np.float32] = (np.abs(frames).mean(axis=1) > 0.1).astype(np.float32)
        return loud
