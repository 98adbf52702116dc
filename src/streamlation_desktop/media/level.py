"""Waveform statistics: how loud a block of audio is, and whether it clips."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from streamlation_desktop.core.types import Samples

_FULL_SCALE = np.float32(0.999)  # 16-bit sources reach 32767 / 32768, resampling rounds it


@dataclass(frozen=True, slots=True)
class AudioLevel:
    """Statistics of one block of samples."""

    rms: float
    """Root mean square, 0..1."""
    peak: float
    """Largest magnitude; above 1.0 when down-mixing or resampling overshoots."""
    clipped: int
    """Samples at full scale."""


def audio_level(samples: Samples) -> AudioLevel:
    """Measure a block ``(n,)`` of samples; silence when it is empty."""
    if not len(samples):
        return AudioLevel(0.0, 0.0, 0)
    magnitude = np.abs(samples)
    rms = float(np.sqrt(np.mean(np.square(samples, dtype=np.float64))))
    return AudioLevel(rms, float(magnitude.max()), int(np.count_nonzero(magnitude >= _FULL_SCALE)))
