"""Streams of models that hear a window at once: the window follows the speech, settled words stay settled.

Each step lets the model write what it hears in the window, beginning with the words that are settled already. A
rule decides how many of the new words are settled by it. The window is cut as StreamAtt does it (Papi et al.
2024): some settled words are kept as the beginning of the text, and the sound from the first of them on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from streamlation_desktop.core.types import SAMPLE_RATE, Samples, TimeSpan, Word
from streamlation_desktop.engines.streaming.base import Heard, StreamTuning
from streamlation_desktop.engines.streaming.compare import is_mark, joined

_KEPT_TOKENS = 4
"""Tokens of settled words that stay in the window: with their sound they are work for the model at each step."""
_KEPT_WORDS = 2, 4
"""So many words stay, whatever their tokens, and so many at most."""
_CONTEXT_TOKENS = 60
"""Tokens of older text that the model is told, as Whisper's prompt."""
_UNSURE_END = 0.3
"""Seconds at the end of a window in which the model puts a full stop behind a word whose next has just begun."""
_MARGIN = 0.1
"""Seconds of sound kept before the first word of the window."""


@dataclass(frozen=True, slots=True)
class GuessedWord:
    """A word that the model wrote."""

    text: str
    tokens: tuple[int, ...]
    start: float
    """Seconds from the start of the window."""
    end: float
    probability: float
    is_whole: bool = True
    """False when its last character is torn."""


@dataclass(frozen=True, slots=True)
class SettledWord:
    """A word of the window that does not change any more."""

    tokens: tuple[int, ...]
    end: float
    """Seconds from the start of the window."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What the model wrote for a window."""

    settled_starts: tuple[float, ...]
    """Where each of the words that it was given begins, in seconds from the start of the window."""
    words: tuple[GuessedWord, ...]
    """What it wrote behind them."""
    is_believed: bool = True
    """False where it made something up: a loop, or words on what is not speech."""


class Listener(Protocol):
    """The model."""

    def listen(
        self, samples: Samples, settled: Sequence[SettledWord], context: Sequence[int], *, is_padded: bool
    ) -> Guess:
        """Write what is said in `samples`.

        Args:
            samples: the window, at most 30 s.
            settled: the words that the text begins with.
            context: tokens of what was said before the window.
            is_padded: fill the window up to the length that the model was trained on.

        Raises:
            InferenceFailed: the model could not process the sound.
        """


class CommitRule(Protocol):
    """Decides which new words are settled."""

    def count(self, words: Sequence[GuessedWord], seconds: float, theta: float) -> int:
        """How many words from the first on.

        Args:
            words: what the model wrote behind the settled words.
            seconds: length of the window.
            theta: seconds at its end that are not trusted.
        """

    def forget(self, words: int) -> None:
        """So many words were settled; those after them are compared with the next guess."""

    def reset(self) -> None:
        """A new utterance begins."""


class WindowedStream:
    """A `StreamingRecognizer` on a `Listener`."""

    def __init__(self, listener: Listener, rule: CommitRule, tuning: StreamTuning) -> None:
        self._listener = listener
        self._rule = rule
        self._tuning = tuning
        self._context: deque[int] = deque(maxlen=_CONTEXT_TOKENS)
        self._window: Samples = np.zeros(0, np.float32)
        self._settled: list[SettledWord] = []
        self._first_sample = 0
        self._has_more = False
        """There is sound that no step, or a step that left words open, has heard."""

    def start(self, first_sample: int) -> None:
        """See `StreamingRecognizer`."""
        self._first_sample = first_sample
        self._window = self._window[:0]
        self._settled.clear()
        self._has_more = False
        self._rule.reset()

    def accept(self, samples: Samples) -> None:
        """See `StreamingRecognizer`."""
        self._window = np.concatenate((self._window, samples))
        self._has_more = self._has_more or bool(len(samples))

    def step(self) -> Heard:
        """See `StreamingRecognizer`."""
        if not len(self._window):
            return Heard()
        guess = self._listen()
        words = guess.words if guess.is_believed else ()
        count = self._count(words)
        committed = self._commit(words[:count])
        tail = joined([self._word(word) for word in words[count:] if word.is_whole])
        if tail and is_mark(tail[0].text):
            tail = tail[1:]
        self._rule.forget(count)
        self._trim(guess.settled_starts, words[:count], words[count:])
        return Heard(committed, tail)

    def settle(self) -> Heard:
        """See `StreamingRecognizer`."""
        self._rule.reset()
        guess, words = self._rest()
        committed = self._commit(words)
        self._trim(guess.settled_starts, words, ())
        return Heard(committed)

    def flush(self) -> Heard:
        """See `StreamingRecognizer`."""
        _, words = self._rest()
        committed = self._commit(words)
        for word in self._settled:
            self._context.extend(word.tokens)
        self.start(self._first_sample + len(self._window))
        return Heard(committed)

    def tune(self, tuning: StreamTuning) -> None:
        """See `StreamingRecognizer`."""
        self._tuning = tuning

    def close(self) -> None:
        """See `StreamingRecognizer`; the model is shared."""

    @property
    def _seconds(self) -> float:
        return len(self._window) / SAMPLE_RATE

    def _rest(self) -> tuple[Guess, list[GuessedWord]]:
        """What the model makes of the end of the speech; nothing where it has heard that already."""
        guess = self._listen() if self._has_more else Guess((), ())
        self._has_more = False
        return guess, [word for word in guess.words if guess.is_believed and word.is_whole]

    def _listen(self) -> Guess:
        """The model's guess; one that is not believed is made once more, with full padding and no context."""
        settled = tuple(self._settled)
        padded, context = self._tuning.is_padded, tuple(self._context)
        guess = self._listener.listen(self._window, settled, context, is_padded=padded)
        if guess.is_believed or (padded and not context):
            return guess
        self._context.clear()
        return self._listener.listen(self._window, settled, (), is_padded=True)

    def _count(self, words: Sequence[GuessedWord]) -> int:
        whole = next((index for index, word in enumerate(words) if not word.is_whole), len(words))
        count = min(whole, self._rule.count(words, self._seconds, self._tuning.theta))
        if count == 0 and self._seconds > self._tuning.window:  # what is so old must not wait for ever
            count = sum(word.end <= self._seconds / 2 for word in words[:whole])
        while count and count == len(words) and is_mark(words[count - 1].text) and self._is_open(words[count - 1]):
            count -= 1
        return count

    def _is_open(self, last: GuessedWord) -> bool:
        """True where the rest of a sentence may be still to come, though the model ends it there."""
        return last.start > self._seconds - _UNSURE_END

    def _commit(self, words: Sequence[GuessedWord]) -> tuple[Word, ...]:
        self._settled += [SettledWord(word.tokens, word.end) for word in words]
        return joined([self._word(word) for word in words])

    def _word(self, word: GuessedWord) -> Word:
        origin = self._first_sample / SAMPLE_RATE
        return Word(word.text, TimeSpan(origin + word.start, origin + max(word.start, word.end)), word.probability)

    def _trim(
        self, settled_starts: Sequence[float], committed: Sequence[GuessedWord], open_words: Sequence[GuessedWord]
    ) -> None:
        """Let go of the oldest settled words, and of the sound before the first that stays."""
        starts = [*settled_starts, *(word.start for word in committed)]
        drop = 0
        while drop < len(self._settled) and self._keeps_too_much(drop, starts):
            drop += 1
        if drop:
            cut = starts[drop] if drop < len(starts) else self._settled[drop - 1].end
        elif self._seconds > self._tuning.window and not self._settled:
            cut = min(self._seconds / 2, open_words[0].start if open_words else self._seconds)
        else:
            return
        for word in self._settled[:drop]:
            self._context.extend(word.tokens)
        del self._settled[:drop]
        self._cut(cut - _MARGIN)

    def _keeps_too_much(self, drop: int, starts: Sequence[float]) -> bool:
        kept = self._settled[drop:]
        tokens = sum(len(word.tokens) for word in kept)
        start = starts[drop] if drop < len(starts) else 0.0
        few, many = _KEPT_WORDS
        is_much = len(kept) > many or (len(kept) > few and tokens > _KEPT_TOKENS)
        return is_much or self._seconds - start > self._tuning.window

    def _cut(self, seconds: float) -> None:
        samples = min(max(0, int(seconds * SAMPLE_RATE)), len(self._window))
        self._window = self._window[samples:]
        self._first_sample += samples
        moved = samples / SAMPLE_RATE
        self._settled = [SettledWord(word.tokens, word.end - moved) for word in self._settled]
