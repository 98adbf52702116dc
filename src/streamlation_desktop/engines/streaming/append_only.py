"""Streams of decoders that never take a word back: transducers and CTC models with greedy search.

They compute each moment once, and what they wrote stays. All that is open is whether the last word goes on.
"""

from __future__ import annotations

from typing import Protocol

from streamlation_desktop.core.types import SAMPLE_RATE, Word
from streamlation_desktop.engines.streaming.base import Heard
from streamlation_desktop.engines.streaming.feeding import FedDecoder, FedStream
from streamlation_desktop.engines.streaming.incremental import shifted

_OPEN = 0.15
"""Seconds after its last piece during which a word may go on."""


class AppendOnlyDecoder(FedDecoder, Protocol):
    """One utterance after another, fed piece by piece; times are relative to the utterance."""

    def finish(self) -> None:
        """The utterance is over: decode what is held back for want of sound behind it."""

    def words(self, first: int) -> tuple[tuple[int, Word], ...]:
        """What was written from the `first` piece on, each word with the number of pieces up to its end.

        What goes on with a word before `first` comes as a word without a space.
        """


class AppendOnlyStream(FedStream[AppendOnlyDecoder]):
    """A `StreamingRecognizer` on an `AppendOnlyDecoder`."""

    def __init__(self, decoder: AppendOnlyDecoder) -> None:
        super().__init__(decoder)
        self.start(0)

    def start(self, first_sample: int) -> None:
        """See `StreamingRecognizer`."""
        self._origin = first_sample / SAMPLE_RATE
        self._length = 0
        self._settled = 0
        """Pieces."""
        self._is_open = False
        self._new.clear()

    def step(self) -> Heard:
        """See `StreamingRecognizer`."""
        self._feed()
        return self._heard(self._length / SAMPLE_RATE - _OPEN)

    def settle(self) -> Heard:
        """See `StreamingRecognizer`."""
        self._feed()
        return self._heard(self._length / SAMPLE_RATE)

    def flush(self) -> Heard:
        """See `StreamingRecognizer`."""
        self._feed()
        if not self._is_open:
            return Heard()
        self._decoder.finish()
        self._is_open = False
        return self._heard(float("inf"))

    def _heard(self, until: float) -> Heard:
        """What is new; the last word is settled if it was over before `until`."""
        found = self._decoder.words(self._settled) if self._length else ()
        words = tuple(shifted(word, self._origin) for _, word in found)
        count = len(words)
        if found and found[-1][1].span.end > until:
            count -= 1
        if count:
            self._settled = found[count - 1][0]
        return Heard(words[:count], words[count:])
