"""How loud the original is while somebody speaks over it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from streamlation_desktop.core.types import TimeSpan

DEPTH_DB = -15.0
ATTACK = 0.12
"""Seconds before a clip in which the original goes down: its start is known ahead."""
RELEASE = 0.4
"""Seconds after a clip in which it comes back."""

Gains = npt.NDArray[np.float32]


def duck_gain(first: float, count: int, rate: int, spans: Sequence[TimeSpan], depth_db: float = DEPTH_DB) -> Gains:
    """Linear gain of `count` frames from media time `first` on, given when clips sound.

    The level moves evenly in decibels, as ears hear it; between clips that are close it stays down
    as far as it gets.
    """
    if not spans:
        return np.ones(count, np.float32)
    times = first + np.arange(count) / rate
    share = np.zeros(count)
    for span in spans:
        before = 1.0 - (span.start - times) / ATTACK
        after = 1.0 - (times - span.end) / RELEASE
        share = np.maximum(share, np.clip(np.minimum(before, after), 0.0, 1.0))
    return np.asarray(10.0 ** (share * depth_db / 20.0), np.float32)
