"""Loudness after EBU R 128: measured, and brought to a target, through libavfilter."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from streamlation_desktop.core.types import Samples
from streamlation_desktop.media.filters import FilterChain, frame_samples

SILENCE = -70.0
"""LUFS that count as silence: the absolute gate of R 128."""
_OVERSAMPLED = 192_000
"""Hz at which peaks between samples are seen."""


@dataclass(frozen=True, slots=True)
class Loudness:
    """Of a whole programme."""

    integrated: float
    """LUFS; `SILENCE` or less for silence."""
    true_peak: float
    """dBTP."""

    @property
    def is_silent(self) -> bool:
        """True when nothing is loud enough to be measured."""
        return self.integrated <= SILENCE


class LoudnessMeter:
    """Measures blocks of stereo sound."""

    def __init__(self, rate: int) -> None:
        self._chain = FilterChain([("ebur128", "peak=true:metadata=1:framelog=quiet")], rate, 2)
        self._last: dict[str, str] = {}

    def feed(self, block: Samples) -> None:
        """The next block, ``(n, 2)``."""
        for frame in self._chain.feed(block):
            self._last = dict(frame.metadata) or self._last

    def result(self) -> Loudness:
        """Of all that was fed; call it once, at the end."""
        for frame in self._chain.finish():
            self._last = dict(frame.metadata) or self._last
        integrated = float(self._last.get("lavfi.r128.I", SILENCE))
        peak = float(self._last.get("lavfi.r128.true_peak", 0.0))
        return Loudness(max(integrated, SILENCE), 20 * math.log10(peak) if peak > 0 else -math.inf)


def measure(blocks: Iterable[Samples], rate: int) -> Loudness:
    """Loudness of a whole programme, ``(n, 2)`` blocks."""
    meter = LoudnessMeter(rate)
    for block in blocks:
        meter.feed(block)
    return meter.result()


def levelled(blocks: Iterable[Samples], rate: int, gain: float, ceiling: float) -> Iterator[Samples]:
    """The blocks `gain` dB louder, with peaks held below `ceiling` dBTP; as many frames as went in.

    Peaks are held by a limiter that looks ahead, at four times the rate, where peaks between samples are seen.
    """
    limit = 10 ** (ceiling / 20)
    chain = FilterChain(
        [
            ("volume", f"volume={gain:.4f}dB:precision=float"),
            ("aresample", str(_OVERSAMPLED)),
            ("alimiter", f"limit={limit:.6f}:level=false:latency=true:attack=5:release=80"),
            ("aresample", str(rate)),
        ],
        rate,
        2,
    )
    for block in blocks:
        for frame in chain.feed(block):
            yield frame_samples(frame, 2)
    for frame in chain.finish():
        yield frame_samples(frame, 2)
