"""The original steps back where the dub speaks: known beforehand from the clips' times, so it looks ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from streamlation_desktop.core.types import Samples, TimeSpan


@dataclass(frozen=True, slots=True)
class DuckSettings:
    """How the original is turned down."""

    depth: float = -15.0
    """dB."""
    attack: float = 0.12
    """Seconds before a clip in which it goes down."""
    release: float = 0.4
    """Seconds after a clip in which it comes back."""
    hold: float = 0.3
    """Seconds between release and attack that are worth coming back for."""


class DuckCurve:
    """Gain of the original over time."""

    def __init__(self, spans: Sequence[TimeSpan], rate: int, settings: DuckSettings = DuckSettings()) -> None:
        """Lay the curve.

        Args:
            spans: when clips are heard, in order of start.
            rate: Hz of the blocks.
            settings: how deep and how fast.
        """
        times: list[float] = []
        for span in _merged(spans, settings.attack + settings.release + settings.hold):
            times += [span.start - settings.attack, span.start, span.end, span.end + settings.release]
        self._times = np.array(times or [0.0])
        self._decibels = np.array([0.0, settings.depth, settings.depth, 0.0] * (len(times) // 4) or [0.0])
        self._rate = rate

    def gain(self, first: int, count: int) -> Samples:
        """Linear gain of `count` samples from sample `first` on."""
        start, end = first / self._rate, (first + count) / self._rate
        left = max(0, int(np.searchsorted(self._times, start)) - 1)
        right = int(np.searchsorted(self._times, end, side="right")) + 1
        instants = (first + np.arange(count)) / self._rate
        decibels = np.interp(instants, self._times[left:right], self._decibels[left:right])
        gain: Samples = np.power(10.0, decibels / 20.0).astype(np.float32)
        return gain


def _merged(spans: Sequence[TimeSpan], distance: float) -> list[TimeSpan]:
    merged: list[TimeSpan] = []
    for span in spans:
        if merged and span.start - merged[-1].end < distance:
            merged[-1] = TimeSpan(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
