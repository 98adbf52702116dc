"""Opens stems: checked against the source before any work, moved by what they are off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import SourceError, UsageError
from streamlation_desktop.core.types import SAMPLE_RATE, Samples
from streamlation_desktop.dubbing.stems import StemOffset, duration_mismatch, find_offset
from streamlation_desktop.jobs.request import DubRequest
from streamlation_desktop.media.full_sound import FULL_RATE, mono_sound
from streamlation_desktop.media.source import probe_source

_LISTENED = 120
"""Seconds that are compared."""


def check_stems(request: DubRequest, token: CancelToken) -> None:
    """Refuse stems that are not as long as the source.

    Raises:
        UsageError: their durations differ by more than is allowed; the numbers are told.
        SourceError: a file cannot be read, or has no sound.
    """
    if request.stems is None:
        return
    places = {
        "source": request.location,
        "voice": str(request.stems.voice),
        "background": str(request.stems.background),
    }
    infos = {name: probe_source(place, token) for name, place in places.items()}
    for name in ("voice", "background"):
        if not infos[name].audio:
            raise SourceError(f"the {name} stem has no sound: {places[name]}")
    durations = {name: info.duration for name, info in infos.items() if info.duration is not None}
    problem = duration_mismatch(durations, request.stems.tolerance)
    if problem:
        raise UsageError(
            f"the stems do not fit the source: {problem}",
            hint="Export the stems from the same cut, or allow more with --stem-tolerance SECONDS.",
        )


def stem_offsets(request: DubRequest, token: CancelToken) -> tuple[StemOffset, StemOffset] | None:
    """Voice and background against the source's own sound; None where that has none."""
    if request.stems is None or not probe_source(request.location, token).audio:
        return None
    reference = _start(request.location, token)
    voice, background = (_start(str(path), token) for path in (request.stems.voice, request.stems.background))
    return find_offset(reference, voice, SAMPLE_RATE), find_offset(reference, background, SAMPLE_RATE)


def moved(blocks: Iterable[Samples], seconds: float) -> Iterator[Samples]:
    """Stereo blocks at 48 kHz, later by `seconds`, or earlier where that is negative."""
    frames = round(seconds * FULL_RATE)
    if frames > 0:
        yield np.zeros((frames, 2), np.float32)
    skip = max(0, -frames)
    for block in blocks:
        dropped = min(skip, len(block))
        skip -= dropped
        if dropped < len(block):
            yield block[dropped:]


def _start(location: str, token: CancelToken) -> Samples:
    blocks: list[Samples] = []
    for block in mono_sound(location, SAMPLE_RATE, token):
        blocks.append(block)
        if sum(map(len, blocks)) >= _LISTENED * SAMPLE_RATE:
            break
    return np.concatenate(blocks)[: _LISTENED * SAMPLE_RATE] if blocks else np.zeros(0, np.float32)
