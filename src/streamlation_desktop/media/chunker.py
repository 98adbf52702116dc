"""Cuts a stream of sample blocks into chunks of even length, from any sample on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, Samples
from streamlation_desktop.media.counters import SourceCounters
from streamlation_desktop.media.level import audio_level

CHUNK = SAMPLE_RATE // 2
"""Samples per chunk."""
LIVE_CHUNK = SAMPLE_RATE // 10
"""The same of a source whose sound is waited for."""


def chunks(
    blocks: Iterable[Samples], counters: SourceCounters, start_sample: int, size: int = CHUNK
) -> Iterator[AudioChunk]:
    """Yield consecutive chunks of `size` samples; the last one is shorter.

    `blocks` start at sample 0; what comes before `start_sample` is dropped, so that an
    interrupted reading resumes at the exact sample. Keeps the level in `counters` up to date.
    """
    first = start_sample
    to_skip = start_sample
    pending: list[Samples] = []
    held = 0
    for block in blocks:
        skipped = min(to_skip, len(block))
        to_skip -= skipped
        pending.append(block[skipped:])
        held += len(block) - skipped
        if held < size:
            continue
        joined = np.concatenate(pending)
        whole = held - held % size
        for offset in range(0, whole, size):
            yield _measured(joined[offset : offset + size], first, counters)
            first += size
        pending = [joined[whole:]]
        held -= whole
    if held:
        yield _measured(np.concatenate(pending), first, counters)


def _measured(raw: Samples, first: int, counters: SourceCounters) -> AudioChunk:
    samples = np.nan_to_num(raw, nan=0.0, posinf=1.0, neginf=-1.0).clip(-1.0, 1.0)  # floats from a file can be anything
    counters.level = audio_level(samples)
    counters.clipped_samples += counters.level.clipped
    samples.flags.writeable = False
    return AudioChunk(samples, first)
