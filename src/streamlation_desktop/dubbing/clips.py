"""Samples of clips: silence off both ends, soft edges, loudness."""

from __future__ import annotations

import numpy as np

from streamlation_desktop.core.types import Samples

_QUIET = 0.01
"""Share of the peak below which the ends count as silence: −40 dB."""
_KEPT = 0.01
"""Seconds of it that stay, so that soft consonants live."""
_FADE = 0.004
_LOOK = 4096
"""Samples that are looked at together."""


def trimmed(samples: Samples, rate: int) -> Samples:
    """`samples` without the silence at both ends; empty when nothing is heard."""
    peak = max(float(samples.max()), -float(samples.min())) if len(samples) else 0.0
    if peak < 1e-4:
        return samples[:0]
    first = _first_above(samples, _QUIET * peak)
    last = len(samples) - 1 - _first_above(samples[::-1], _QUIET * peak)
    kept = round(_KEPT * rate)
    return samples[max(0, first - kept) : last + kept + 1]


def _first_above(samples: Samples, level: float) -> int:
    """Index of the first sample that is louder than `level`, which one must be; only as far as needed."""
    start = 0
    while True:
        loud = np.abs(samples[start : start + _LOOK]) > level
        if loud.any():
            return start + int(loud.argmax())
        start += _LOOK


def softened(samples: Samples, rate: int) -> Samples:
    """`samples` with edges that do not click."""
    count = min(round(_FADE * rate), len(samples) // 2)
    if not count:
        return samples
    soft = samples.copy()
    ramp = np.linspace(0.0, 1.0, count, dtype=np.float32)
    soft[:count] *= ramp
    soft[-count:] *= ramp[::-1]
    return soft
