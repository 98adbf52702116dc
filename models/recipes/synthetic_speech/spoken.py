"""Speech with known words and times: the value every synthesiser here returns.

Audio is mono float32 in [-1, 1] at 16 000 Hz, the rate recognisers take. Word times are seconds from the first sample.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction

import numpy as np
import numpy.typing as npt
from scipy.signal import resample_poly

SAMPLE_RATE = 16_000
SILENCE = 0.004
"""Amplitude (about -48 dBFS) under which a word boundary is moved over the samples."""

Samples = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Word:
    """One word as written, with its punctuation, and when it sounds."""

    text: str
    start: float
    end: float

    def shifted(self, seconds: float) -> Word:
        return replace(self, start=self.start + seconds, end=self.end + seconds)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A synthesised utterance."""

    samples: Samples = field(repr=False)
    """(n,) float32 at SAMPLE_RATE."""
    words: tuple[Word, ...]

    @property
    def duration(self) -> float:
        return len(self.samples) / SAMPLE_RATE


def resample(samples: Samples, rate: int) -> Samples:
    """Return ``samples``, recorded at ``rate`` Hz, at SAMPLE_RATE."""
    if rate == SAMPLE_RATE:
        return samples
    ratio = Fraction(SAMPLE_RATE, rate)
    return np.asarray(resample_poly(samples, ratio.numerator, ratio.denominator), dtype=np.float32)


def spoken(samples: Samples, rate: int, words: list[Word]) -> Spoken:
    """Resample, trim every word to what sounds, and cut the silence at both ends."""
    audio = resample(samples, rate)
    trimmed = [_trim(audio, word) for word in words]
    first = max(0, round((trimmed[0].start - 0.02) * SAMPLE_RATE))
    last = round((trimmed[-1].end + 0.03) * SAMPLE_RATE)
    offset = -first / SAMPLE_RATE
    return Spoken(audio[first:last], tuple(word.shifted(offset) for word in trimmed))


def _trim(audio: Samples, word: Word) -> Word:
    """Move the edges of ``word`` inwards over silence."""
    first, last = round(word.start * SAMPLE_RATE), round(word.end * SAMPLE_RATE)
    loud = np.flatnonzero(np.abs(audio[first:last]) > SILENCE)
    if not len(loud):
        return word
    return Word(word.text, (first + int(loud[0])) / SAMPLE_RATE, (first + int(loud[-1]) + 1) / SAMPLE_RATE)
