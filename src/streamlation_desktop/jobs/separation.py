"""The background of a source without its voices, window by window, where no stems were given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from streamlation_desktop.core.types import Samples
from streamlation_desktop.engines.speech_base import StemSeparator

_WINDOW, _FADE = 20.0, 1.0
"""Seconds that are taken apart at once, and over which windows flow into each other."""


def background(separator: StemSeparator, blocks: Iterable[Samples]) -> Iterator[Samples]:
    """Stereo blocks ``(n, 2)`` at the separator's rate, without the voices; as many samples in all."""
    window, fade = (round(seconds * separator.sample_rate) for seconds in (_WINDOW, _FADE))
    tail = np.zeros((0, 2), np.float32)
    for piece, is_last in _windows(blocks, window, fade):
        clean = np.stack([stems.background for stems in separator.separate([piece[:, 0], piece[:, 1]])], axis=1)
        common = min(len(tail), len(clean))
        if common:
            slope = np.linspace(0.0, 1.0, common, dtype=np.float32)[:, None]
            clean[:common] = tail[:common] * (1.0 - slope) + clean[:common] * slope
        kept = len(clean) if is_last else len(clean) - fade
        yield clean[:kept]
        tail = clean[kept:]


def _windows(blocks: Iterable[Samples], window: int, fade: int) -> Iterator[tuple[Samples, bool]]:
    """Pieces of `window` samples, each beginning `fade` samples before the end of the last."""
    pending = np.zeros((0, 2), np.float32)
    for block in blocks:
        pending = np.concatenate((pending, block))
        while len(pending) > window:
            yield pending[:window], False
            pending = pending[window - fade :]
    if len(pending):
        yield pending, True
