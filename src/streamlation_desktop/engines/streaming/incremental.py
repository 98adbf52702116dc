"""Streams of decoders that are incremental by nature: each sample is computed once.

Their best guess still changes while more is heard. A word is settled when it has stayed the same for some
steps and lies far enough behind; the end of the utterance settles the rest.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from streamlation_desktop.core.types import SAMPLE_RATE, TimeSpan, Word
from streamlation_desktop.engines.streaming.base import Heard
from streamlation_desktop.engines.streaming.compare import common_prefix
from streamlation_desktop.engines.streaming.feeding import FedDecoder, FedStream


class IncrementalDecoder(FedDecoder, Protocol):
    """One utterance after another, fed piece by piece; word times are relative to the utterance."""

    def hypothesis(self) -> tuple[Word, ...]:
        """The best guess so far."""

    def finish(self) -> tuple[Word, ...]:
        """End the utterance; its words, which need not be those of the last guess."""


@dataclass(frozen=True, slots=True)
class Stability:
    """When a word counts as settled before the utterance ends."""

    steps: int
    """How many hypotheses in a row must agree."""
    behind: float
    """Seconds of sound that must follow the word."""
    shown: int = 2
    """How many hypotheses in a row must agree before the word is shown at all."""


class IncrementalStream(FedStream[IncrementalDecoder]):
    """A `StreamingRecognizer` on an `IncrementalDecoder`."""

    def __init__(self, decoder: IncrementalDecoder, stability: Stability) -> None:
        super().__init__(decoder)
        self._stability = stability
        self.start(0)

    def start(self, first_sample: int) -> None:
        """See `StreamingRecognizer`."""
        self._origin = first_sample / SAMPLE_RATE
        self._length = 0
        self._settled_until = 0.0
        self._agreed: list[int] = []
        self._last: tuple[Word, ...] = ()
        self._new.clear()

    def step(self) -> Heard:
        """See `StreamingRecognizer`."""
        self._feed()
        if not self._is_open:
            return Heard()
        words = self._beyond(self._decoder.hypothesis())
        agreed = self._agreements(words)
        limit = self._length / SAMPLE_RATE - self._stability.behind
        count = 0
        while count < len(words) and agreed[count] >= self._stability.steps - 1 and words[count].span.end <= limit:
            count += 1
        self._last, self._agreed = words[count:], agreed[count:]
        shown = sum(times >= self._stability.shown - 1 for times in self._agreed)
        settled = self._settle(words[:count])
        return Heard(settled, tuple(self._in_media_time(word) for word in self._last[:shown]))

    def settle(self) -> Heard:
        """See `StreamingRecognizer`; a pause tells such a decoder nothing that its next steps would not."""
        return self.step()

    def flush(self) -> Heard:
        """See `StreamingRecognizer`."""
        self._feed()
        if not self._is_open:
            return Heard()
        self._is_open = False
        return Heard(self._settle(self._beyond(self._decoder.finish())))

    def _agreements(self, words: tuple[Word, ...]) -> list[int]:
        """How many hypotheses before this one had each word, and all words before it."""
        agreed = [0] * len(words)
        for index in range(common_prefix(words, self._last)):
            agreed[index] = self._agreed[index] + 1
        return agreed

    def _beyond(self, words: tuple[Word, ...]) -> tuple[Word, ...]:
        """The words whose middle lies behind everything settled: a later guess may have moved the border."""
        return tuple(w for w in words if (w.span.start + w.span.end) / 2 > self._settled_until)

    def _settle(self, words: tuple[Word, ...]) -> tuple[Word, ...]:
        if words:
            self._settled_until = max(self._settled_until, words[-1].span.end)
        return tuple(self._in_media_time(word) for word in words)

    def _in_media_time(self, word: Word) -> Word:
        return shifted(word, self._origin)


def shifted(word: Word, seconds: float) -> Word:
    """The word, so much later."""
    return replace(word, span=TimeSpan(word.span.start + seconds, word.span.end + seconds))
