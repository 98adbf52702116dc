"""The sound of a file in full: 48 kHz stereo, for mixing."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.types import Samples
from streamlation_desktop.media.finite import finite_blocks
from streamlation_desktop.media.normalizer import AudioForm
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.source import connect_source

FULL_RATE = 48_000
"""Hz."""


def full_sound(location: str, token: CancelToken, audio_track: int | None = None) -> Iterator[Samples]:
    """Yield consecutive blocks ``(n, 2)`` at 48 kHz; frame ``n`` is media time ``n / 48 000``.

    Raises:
        SourceError: the file has no sound, or cannot be read.
        Cancelled: the token was cancelled.
    """
    yield from _sound(location, token, audio_track, AudioForm(FULL_RATE, 2))


def stereo_sound(location: str, rate: int, token: CancelToken, audio_track: int | None = None) -> Iterator[Samples]:
    """Yield consecutive blocks ``(n, 2)`` at `rate` Hz; raises as `full_sound`."""
    yield from _sound(location, token, audio_track, AudioForm(rate, 2))


def mono_sound(location: str, rate: int, token: CancelToken, audio_track: int | None = None) -> Iterator[Samples]:
    """Yield consecutive blocks ``(n,)`` at `rate` Hz; raises as `full_sound`."""
    yield from _sound(location, token, audio_track, AudioForm(rate))


def _sound(location: str, token: CancelToken, audio_track: int | None, form: AudioForm) -> Iterator[Samples]:
    connection = connect_source(location, token, SourceOptions(audio_track=audio_track))
    try:
        for block in finite_blocks(connection, form):
            token.raise_if_cancelled()
            yield np.nan_to_num(block, nan=0.0, posinf=1.0, neginf=-1.0)  # floats from a file can be anything
    finally:
        connection.close()
