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


def test_all_is_heard_in_the_end_though_the_device_is_behind_and_asks_on() -> None:
    """A device plays what it gets a fifth of a second later, and goes on asking when nothing is left."""
    ring, latency, now = PcmRing(RATE), 0.2, 50.0
    ring.set_running(True, now)
    ring.write(sound(0.2), 7.0, 1.0)
    ring.finish()
    left = []
    for _ in range(30):
        ring.read(np.zeros((BLOCK, 2), np.float32), now + latency)
        left.append(ring.unheard(now))
        now += BLOCK / RATE
    assert left[0] > 0.15
    assert left[-1] == 0.0
    position = ring.position(now)
    assert position is not None
    assert abs(position - 7.2) < 0.001
