"""Small changes of a clip: tempo with its pitch kept, and sampling rate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from streamlation_desktop.core.types import Samples
from streamlation_desktop.media.filters import FilterChain, frame_samples


def stretched(samples: Samples, rate: int, tempo: float) -> Samples:
    """Mono `samples` spoken at `tempo`: 1.05 is shorter; the pitch stays.

    The filter leaves out some milliseconds of a short clip's end, of its silence: they are put back.
    """
    if abs(tempo - 1.0) < 1e-3 or not len(samples):
        return samples
    result = _through(samples, rate, rate, ("atempo", f"{tempo:.5f}"))
    return np.pad(result, (0, max(0, round(len(samples) / tempo) - len(result))))


def resampled(samples: Samples, rate: int, wanted: int) -> Samples:
    """Mono `samples` at `wanted` Hz; exactly as long."""
    if rate == wanted or not len(samples):
        return samples
    length = round(len(samples) * wanted / rate)
    result = _through(samples, rate, wanted, ("aresample", str(wanted)))[:length]
    return np.pad(result, (0, length - len(result)))


def resampled_stereo(blocks: Iterable[Samples], rate: int, wanted: int) -> Iterator[Samples]:
    """Blocks ``(n, 2)`` at `wanted` Hz."""
    if rate == wanted:
        yield from blocks
        return
    chain = FilterChain([("aresample", str(wanted))], rate, 2, wanted)
    for block in blocks:
        for frame in chain.feed(block):
            yield frame_samples(frame, 2)
    for frame in chain.finish():
        yield frame_samples(frame, 2)


def _through(samples: Samples, rate: int, wanted: int, step: tuple[str, str]) -> Samples:
    chain = FilterChain([step], rate, 1, wanted)
    parts = [frame_samples(frame, 1) for frame in (*chain.feed(samples), *chain.finish())]
    return np.concatenate(parts) if parts else samples[:0]
