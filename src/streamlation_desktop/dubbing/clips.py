"""Samples of clips: silence off both ends, soft edges, loudness."""

from __future__ import annotations

import numpy as np

from streamlation_desktop.core.types import Samples

_QUIET = 0.01
"""Share of the peak below which the ends count as silence: −40 dB."""
_KEPT = 0.01
"""Seconds of it that stay, so that soft consonants live."""
_FADE = 0.004


def trimmed(samples: Samples, rate: int) -> Samples:
    """`samples` without the silence at both ends; empty when nothing is heard."""
    level = np.abs(samples)
    peak = float(level.max()) if len(level) else 0.0
    if peak < 1e-4:
        return samples[:0]
    loud = level > _QUIET * peak
    first, last = int(loud.argmax()), len(loud) - 1 - int(loud[::-1].argmax())
    kept = round(_KEPT * rate)
    return samples[max(0, first - kept) : last + kept + 1]


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
