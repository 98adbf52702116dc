from __future__ import annotations

import numpy as np
import pytest

from streamlation_desktop.dubbing.stems import duration_mismatch, find_offset

RATE = 16_000


@pytest.mark.parametrize("shift", [0, 37, 4_000, -2_500])
def test_the_offset_of_a_stem_is_found_to_the_sample(shift: int) -> None:
    noise = np.random.default_rng(1)
    voice = noise.standard_normal(5 * RATE).astype(np.float32)
    reference = voice + 0.5 * noise.standard_normal(5 * RATE).astype(np.float32)
    stem = np.roll(voice, -shift)
    found = find_offset(reference, stem, RATE)
    assert found.seconds == pytest.approx(shift / RATE)
    assert found.is_sure


def test_a_foreign_sound_is_not_taken_for_a_stem() -> None:
    noise = np.random.default_rng(2)
    one, other = noise.standard_normal((2, 5 * RATE)).astype(np.float32)
    assert not find_offset(one, other, RATE).is_sure


def test_a_silent_stem_is_unsure_and_not_moved() -> None:
    silent = np.zeros(RATE, np.float32)
    found = find_offset(np.ones(RATE, np.float32), silent, RATE)
    assert (found.seconds, found.is_sure) == (0.0, False)


def test_durations_that_differ_are_told_with_their_numbers() -> None:
    told = duration_mismatch({"source": 10.0, "voice": 12.5, "background": 10.0}, 0.5)
    assert "voice 12.500 s" in told
    assert "2.500 s apart" in told
    assert duration_mismatch({"source": 10.0, "voice": 10.4}, 0.5) == ""
