"""Where clips are heard at the end of a long dub: decoded again after encoding.

``python -m benchmarks.dubbing.drift [HOURS]``
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.dubbing.mix import MIX_RATE, ClipOnLine, VoiceLine, voice_blocks
from streamlation_desktop.media.full_sound import full_sound
from streamlation_desktop.media.sound_writer import SoundTags, write_sound
from streamlation_desktop.media.source import probe_source

_EVERY = 60
"""Seconds from clip to clip."""


def main() -> None:
    hours = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    total = round(hours * 3600 * MIX_RATE)
    beep = 0.5 * np.sin(2 * np.pi * 1000 * np.arange(MIX_RATE // 10) / MIX_RATE).astype(np.float32)
    clips = [ClipOnLine("beep", first) for first in range(_EVERY * MIX_RATE, total, _EVERY * MIX_RATE)]
    token = CancelToken()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "long.m4a"
        blocks = voice_blocks(VoiceLine(clips, lambda _: beep), total)
        write_sound(blocks, MIX_RATE, path, token, bitrate=128_000, tags=SoundTags())
        seconds = probe_source(str(path), token).duration or 0.0
        errors = list(_errors(path, token))
    print(f"{len(errors)} of {len(clips)} clips heard; first off by {errors[0] * 1000:+.2f} ms,", end=" ")
    print(f"last by {errors[-1] * 1000:+.2f} ms; duration off by {(seconds - total / MIX_RATE) * 1000:+.2f} ms")


def _errors(path: Path, token: CancelToken) -> Iterator[float]:
    position, quiet_since = 0, 0
    for block in full_sound(str(path), token):
        loud = np.flatnonzero(np.abs(block[:, 0]) > 0.1)
        if len(loud) and position + int(loud[0]) - quiet_since > MIX_RATE:
            heard = (position + int(loud[0])) / MIX_RATE
            yield heard - round(heard / _EVERY) * _EVERY
        if len(loud):
            quiet_since = position + int(loud[-1])
        position += len(block)


if __name__ == "__main__":
    main()
