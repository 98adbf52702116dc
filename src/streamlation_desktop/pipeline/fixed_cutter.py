"""Cuts audio into windows of one length at quiet points, without asking whether it is speech."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, Samples
from streamlation_desktop.pipeline.sample_buffer import SampleBuffer

_SEARCH = 5 * SAMPLE_RATE
"""The cut lies in so many last samples of a full window."""
_HOP = SAMPLE_RATE // 50
_SPAN = 5
"""Hops over which loudness is averaged: 100 ms, longer than the closure of a consonant."""


class FixedCutter:
    """Windows of `length` seconds, each ended at the quietest point of its last 5 s."""

    def __init__(self, length: float) -> None:
        self._length = int(length * SAMPLE_RATE)
        self._buffer = SampleBuffer(self._length)

    @property
    def end(self) -> int:
        """Index in media time of the sample to come."""
        return self._buffer.end

    def start(self, first_sample: int) -> None:
        """Forget everything; the next sample is `first_sample`."""
        self._buffer.restart(first_sample)

    def push(self, samples: Samples) -> Iterator[AudioChunk]:
        """Take samples that follow on the last ones; the windows that they complete."""
        while len(samples):
            taken = min(self._buffer.room, len(samples))
            self._buffer.append(samples[:taken])
            samples = samples[taken:]
            if not self._buffer.room:
                yield self._cut(self._buffer.end - _SEARCH + quietest(self._view()[-_SEARCH:]))

    def drain(self) -> Iterator[AudioChunk]:
        """What is left, when no audio follows."""
        if len(self._buffer):
            yield self._cut(self._buffer.end)

    def _view(self) -> Samples:
        return self._buffer.view(self._buffer.first_sample, self._buffer.end)

    def _cut(self, end: int) -> AudioChunk:
        audio = AudioChunk(self._buffer.view(self._buffer.first_sample, end).copy(), self._buffer.first_sample)
        self._buffer.drop_before(end)
        return audio


def quietest(samples: Samples) -> int:
    """Index of the middle of the quietest 100 ms; the last of equals."""
    hops = samples[: len(samples) // _HOP * _HOP].reshape(-1, _HOP)
    power = np.convolve(np.square(hops).sum(axis=1), np.ones(_SPAN), mode="valid")
    best = len(power) - 1 - int(np.argmin(power[::-1]))
    return best * _HOP + _SPAN * _HOP // 2
