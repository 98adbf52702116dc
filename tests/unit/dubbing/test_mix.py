from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from streamlation_desktop.core.types import Samples, TimeSpan
from streamlation_desktop.dubbing.duck import DuckCurve
from streamlation_desktop.dubbing.mix import MIX_RATE, ClipOnLine, VoiceLine, mixed, voice_blocks


def ones(seconds: float) -> Samples:
    return np.ones(round(seconds * MIX_RATE), np.float32)


def original(seconds: float, size: int = 7_000) -> Iterator[Samples]:
    sound = np.full((round(seconds * MIX_RATE), 2), 0.5, np.float32)
    for first in range(0, len(sound), size):
        yield sound[first : first + size]


def line(*clips: tuple[float, float]) -> VoiceLine:
    placed = [ClipOnLine(f"{length}", round(start * MIX_RATE)) for start, length in clips]
    return VoiceLine(placed, lambda key: ones(float(key)))


def test_a_clip_lies_at_its_sample_however_the_blocks_are_cut() -> None:
    for size in (1_000, 48_000, 77_777):
        sound = np.concatenate(list(voice_blocks(line((0.5, 0.25)), 2 * MIX_RATE, size=size)))
        assert np.flatnonzero(sound[:, 0])[[0, -1]].tolist() == [24_000, 35_999]


def test_a_clip_is_loaded_when_it_is_needed_and_let_go_after() -> None:
    loaded: list[str] = []
    clips = [ClipOnLine(str(number), number * MIX_RATE) for number in range(5)]

    def load(key: str) -> Samples:
        loaded.append(key)
        return ones(0.5)

    voice = VoiceLine(clips, load)
    voice.block(0, MIX_RATE)
    assert loaded == ["0"]
    voice.block(MIX_RATE, MIX_RATE)
    assert loaded == ["0", "1"]


def test_the_mix_is_as_long_as_was_asked_for() -> None:
    for seconds in (0.5, 3.0):
        blocks = mixed(original(seconds), line((0.2, 0.2)), 2 * MIX_RATE, duck=None)
        assert sum(map(len, blocks)) == 2 * MIX_RATE


def test_the_end_of_a_clip_that_runs_over_is_turned_down() -> None:
    voice = VoiceLine([ClipOnLine("2.0", 0, overlap=MIX_RATE)], lambda key: ones(float(key)))
    sound = voice.block(0, 2 * MIX_RATE)
    assert sound[MIX_RATE // 2] == 1.0
    assert sound[-1] == pytest.approx(10 ** (-12 / 20))


def test_the_original_steps_back_before_the_dub_and_comes_back_after() -> None:
    gain = DuckCurve([TimeSpan(2.0, 3.0)], 1_000).gain(0, 5_000)
    decibels = 20 * np.log10(gain)
    assert decibels[1_879] == pytest.approx(0.0, abs=0.01)
    assert decibels[2_000:3_000] == pytest.approx(-15.0, abs=0.01)
    assert decibels[3_400] == pytest.approx(0.0, abs=0.05)


def test_between_near_clips_the_original_stays_down() -> None:
    gain = DuckCurve([TimeSpan(1.0, 2.0), TimeSpan(2.5, 3.0)], 1_000).gain(2_000, 500)
    assert 20 * np.log10(gain) == pytest.approx(-15.0, abs=0.01)


def test_the_curve_is_the_same_in_one_block_and_in_many() -> None:
    curve = DuckCurve([TimeSpan(1.0, 2.0), TimeSpan(4.0, 5.0), TimeSpan(8.0, 8.5)], 1_000)
    parts = np.concatenate([curve.gain(first, 130) for first in range(0, 9_880, 130)])
    assert np.allclose(parts, curve.gain(0, 9_880))


def test_a_background_stem_is_not_ducked() -> None:
    sound = np.concatenate(list(mixed(original(1.0), line((0.2, 0.2)), MIX_RATE, duck=None)))
    assert sound[0, 0] == pytest.approx(0.5)
    assert sound[12_000, 0] == pytest.approx(1.5)
