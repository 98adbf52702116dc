"""Lays clips on a line, and the line over the original: block by block, with bounded memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from streamlation_desktop.core.types import Samples
from streamlation_desktop.dubbing.duck import DuckCurve

MIX_RATE = 48_000
"""Hz of everything that is mixed."""

Stereo = npt.NDArray[np.float32]
"""Shape ``(n_frames, 2)``."""

_UNDER = 10 ** (-12 / 20)
"""How loud the end of a clip is under the beginning of the next."""
_DIP = 0.05
"""Seconds in which it gets there."""


@dataclass(frozen=True, slots=True)
class ClipOnLine:
    """A clip with its place, in samples at `MIX_RATE`."""

    key: str
    """By which it is loaded."""
    first: int
    overlap: int = 0
    """Samples at its end that lie under the next clip."""


class VoiceLine:
    """The dub alone: silence with clips in it. Blocks must be asked for in order."""

    def __init__(self, clips: Sequence[ClipOnLine], load: Callable[[str], Samples]) -> None:
        """Take the clips.

        Args:
            clips: in order of `first`.
            load: samples of a clip at `MIX_RATE`, with soft edges; each is asked for once.
        """
        self._waiting = iter(clips)
        self._next = next(self._waiting, None)
        self._load = load
        self._sounding: list[tuple[int, Samples]] = []

    def block(self, first: int, count: int) -> Samples:
        """`count` samples from sample `first` on."""
        line = np.zeros(count, np.float32)
        while self._next is not None and self._next.first < first + count:
            self._sounding.append((self._next.first, _dipped(self._load(self._next.key), self._next.overlap)))
            self._next = next(self._waiting, None)
        for start, samples in self._sounding:
            begin, end = max(start, first), min(start + len(samples), first + count)
            if begin < end:
                line[begin - first : end - first] += samples[begin - start : end - start]
        self._sounding = [(start, each) for start, each in self._sounding if start + len(each) > first + count]
        return line


def mixed(
    original: Iterable[Stereo],
    voice: VoiceLine,
    total: int,
    *,
    duck: DuckCurve | None,
    original_gain: float = 1.0,
    voice_gain: float = 1.0,
) -> Iterator[Stereo]:
    """The dub over the original, exactly `total` frames long: silence stands in where the original ends early.

    Args:
        original: consecutive blocks from frame 0 on.
        voice: the dub.
        total: frames.
        duck: how the original steps back; None for a background without speech.
        original_gain: linear.
        voice_gain: linear.
    """
    for first, block in _blocks(original, total):
        gain = voice_gain * voice.block(first, len(block))
        below = (
            block * original_gain if duck is None else block * (original_gain * duck.gain(first, len(block)))[:, None]
        )
        yield (below + gain[:, None]).astype(np.float32)


def voice_blocks(voice: VoiceLine, total: int, gain: float = 1.0, size: int = MIX_RATE) -> Iterator[Stereo]:
    """The dub alone, exactly `total` frames long, the same on both channels."""
    for first in range(0, total, size):
        line = gain * voice.block(first, min(size, total - first))
        yield np.repeat(line[:, None], 2, axis=1).astype(np.float32)


def _blocks(original: Iterable[Stereo], total: int, size: int = MIX_RATE) -> Iterator[tuple[int, Stereo]]:
    first = 0
    for block in original:
        cut = block[: total - first]
        if len(cut):
            yield first, cut
        first += len(cut)
        if first >= total:
            return
    while first < total:
        silence = np.zeros((min(size, total - first), 2), np.float32)
        yield first, silence
        first += len(silence)


def _dipped(samples: Samples, overlap: int) -> Samples:
    if not overlap:
        return samples
    gain = np.ones(len(samples), np.float32)
    start = max(0, len(samples) - overlap)
    slope = min(round(_DIP * MIX_RATE), len(samples) - start)
    gain[start:] = _UNDER
    gain[start : start + slope] = np.linspace(1.0, _UNDER, slope, dtype=np.float32)
    return samples * gain
