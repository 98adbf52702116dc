"""Whether sound that was taken apart beforehand fits its source, and by how much it is off."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streamlation_desktop.core.types import Samples

_SURE = 0.1
"""Normalized correlation from which two recordings count as the same sound."""


@dataclass(frozen=True, slots=True)
class StemOffset:
    """Where a stem lies against its source."""

    seconds: float
    """It must be moved by so much: positive is later."""
    correlation: float
    """0..1, of the two at that offset."""

    @property
    def is_sure(self) -> bool:
        """True when the two are heard to be the same sound."""
        return self.correlation >= _SURE


def duration_mismatch(durations: dict[str, float], tolerance: float) -> str:
    """In one line how durations differ by more than `tolerance` seconds; empty when they do not."""
    shortest, longest = min(durations.values()), max(durations.values())
    if longest - shortest <= tolerance:
        return ""
    told = ", ".join(f"{name} {seconds:.3f} s" for name, seconds in durations.items())
    return f"{told}: {longest - shortest:.3f} s apart, {tolerance:g} s are allowed"


def find_offset(reference: Samples, stem: Samples, rate: int, longest: float = 1.0) -> StemOffset:
    """How far `stem` must be moved to lie on `reference`, by cross-correlation.

    Args:
        reference: mono, from the start of the source.
        stem: mono, from the start of the stem.
        rate: Hz of both.
        longest: seconds that are looked at on either side.
    """
    size = 1 << int(np.ceil(np.log2(max(2, len(reference) + len(stem)))))
    spectrum = np.fft.rfft(reference, size) * np.conj(np.fft.rfft(stem, size))
    correlation = np.fft.irfft(spectrum, size)
    reach = min(round(longest * rate), size // 2 - 1)
    lags = np.concatenate((np.arange(0, reach + 1), np.arange(-reach, 0)))
    values = correlation[lags]
    best = int(np.argmax(values))
    energy = float(np.sqrt(np.square(reference, dtype=np.float64).sum() * np.square(stem, dtype=np.float64).sum()))
    strength = float(values[best]) / energy if energy > 0 else 0.0
    return StemOffset(int(lags[best]) / rate, max(0.0, min(1.0, strength)))
