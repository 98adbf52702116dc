"""What streams of decoders that compute each sample once have in common: sound is kept until the next step."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

from streamlation_desktop.core.types import Samples
from streamlation_desktop.engines.streaming.base import StreamTuning


class FedDecoder(Protocol):
    """One utterance after another, fed piece by piece; times are relative to the utterance."""

    def start(self) -> None:
        """Begin an utterance."""

    def feed(self, samples: Samples) -> None:
        """Decode more sound."""

    def close(self) -> None:
        """Release the decoder."""


DecoderT = TypeVar("DecoderT", bound=FedDecoder)


class FedStream(Generic[DecoderT]):
    """The part of a `StreamingRecognizer` that feeds its decoder."""

    def __init__(self, decoder: DecoderT) -> None:
        self._decoder = decoder
        self._new: list[Samples] = []
        self._length = 0
        """Samples of the utterance."""
        self._is_open = False
        """The decoder has begun it."""

    def accept(self, samples: Samples) -> None:
        """See `StreamingRecognizer`."""
        if len(samples):  # the last part of an utterance may hold its end alone
            self._new.append(samples)
        self._length += len(samples)

    def tune(self, tuning: StreamTuning) -> None:
        """See `StreamingRecognizer`; there is nothing to turn down: each sample is decoded once, whatever the step."""

    def close(self) -> None:
        """See `StreamingRecognizer`."""
        self._decoder.close()

    def _feed(self) -> None:
        if self._new and not self._is_open:
            self._decoder.start()
            self._is_open = True
        for samples in self._new:
            self._decoder.feed(samples)
        self._new.clear()
