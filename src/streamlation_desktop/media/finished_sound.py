"""Encodes sound at a target loudness: measured after encoding, and encoded again where that missed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.types import Samples
from streamlation_desktop.media.full_sound import FULL_RATE, full_sound
from streamlation_desktop.media.loudness import Loudness, levelled, measure
from streamlation_desktop.media.sound_writer import SoundTags, write_sound

_TRIES = 3
_CEILING = -1.5
"""dBTP before encoding: AAC raises peaks a little."""
_TOLERANCE = 0.3
"""LU."""
_MOST_GAIN = 40.0
"""dB; what is quieter than that is noise."""


@dataclass(frozen=True, slots=True)
class Target:
    """What the finished file is to be."""

    loudness: float
    """LUFS, integrated."""
    true_peak: float = -1.0
    """dBTP, at most."""


def finish_sound(
    blocks: Callable[[], Iterator[Samples]],
    before: Loudness,
    target: Target,
    output: Path,
    token: CancelToken,
    *,
    bitrate: int,
    tags: SoundTags,
) -> Loudness:
    """Encode 48 kHz stereo blocks into `output` at the target; returns what a player will measure.

    Args:
        blocks: gives the sound from its start; called once for each try.
        before: loudness of that sound.
        target: what it is brought to; silence stays as it is.
        output: ``.m4a``; appears when it is complete.
        token: ends it.
        bitrate: bits per second.
        tags: what the file says of itself.

    Raises:
        DiskFull, NotWritable: the disk refuses.
        Cancelled: the token was cancelled.
    """
    gain = 0.0 if before.is_silent else min(target.loudness - before.integrated, _MOST_GAIN)
    ceiling = _CEILING
    for _ in range(_TRIES):
        loud = _raised(blocks(), before, gain, ceiling)
        write_sound(loud, FULL_RATE, output, token, bitrate=bitrate, tags=tags)
        heard = measure(full_sound(str(output), token), FULL_RATE)
        missed = 0.0 if heard.is_silent else target.loudness - heard.integrated
        excess = heard.true_peak - target.true_peak
        if abs(missed) <= _TOLERANCE and excess <= 0:
            break
        gain = min(gain + missed, _MOST_GAIN)
        ceiling -= max(0.0, excess) + (0.1 if excess > 0 else 0.0)
    return heard


def _raised(blocks: Iterator[Samples], before: Loudness, gain: float, ceiling: float) -> Iterator[Samples]:
    """Through the limiter only where peaks would reach it."""
    if before.true_peak + gain <= ceiling:
        factor = 10 ** (gain / 20)
        return ((block * factor).astype(np.float32) for block in blocks)
    return levelled(blocks, FULL_RATE, gain, ceiling)
