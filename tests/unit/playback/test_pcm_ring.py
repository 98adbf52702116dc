"""Sound on its way to the device: no hole at the beginning, nothing held back at the end."""

from __future__ import annotations

import numpy as np

from streamlation_desktop.playback.pcm_ring import PcmRing

RATE = 48_000
BLOCK = 1024


def sound(seconds: float) -> np.ndarray:
    return np.full((int(seconds * RATE), 2), 0.5, np.float32)


def heard(ring: PcmRing) -> int:
    return ring.read(np.zeros((BLOCK, 2), np.float32), 100.0)


def test_the_first_is_heard_when_several_blocks_are_there() -> None:
    ring = PcmRing(RATE)
    ring.write(sound(0.05), 7.0, 1.0)
    assert heard(ring) == 0
    assert ring.position(101.0) == 7.0  # nothing was heard, so the time stands
    ring.write(sound(0.1), 7.05, 1.0)
    assert [heard(ring) for _ in range(4)] == [BLOCK] * 4


def test_what_is_short_is_heard_once_nothing_follows() -> None:
    ring = PcmRing(RATE)
    ring.write(sound(0.01), 0.0, 1.0)
    assert heard(ring) == 0
    ring.finish()
    assert heard(ring) == int(0.01 * RATE)
    assert not ring.is_flowing


def test_after_a_seek_it_gathers_anew() -> None:
    ring = PcmRing(RATE)
    ring.write(sound(0.2), 0.0, 1.0)
    assert heard(ring) == BLOCK
    assert ring.is_flowing
    ring.flush()
    assert not ring.is_flowing
    ring.write(sound(0.05), 30.0, 1.0)
    assert heard(ring) == 0
