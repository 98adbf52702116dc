from __future__ import annotations

import numpy as np
import pytest

from streamlation_desktop.core.types import TimeSpan
from streamlation_desktop.playback.base import Pcm
from streamlation_desktop.playback.duck import duck_gain
from streamlation_desktop.playback.mixer import DubMixer

RATE = 48_000


def steady(seconds: float, level: float = 0.3) -> Pcm:
    return np.full((int(seconds * RATE), 2), level, np.float32)


def speech(seconds: float, level: float = 0.4) -> np.ndarray:
    return np.full(int(seconds * RATE), level, np.float32)


def mixed(mixer: DubMixer, seconds: float, block: int = 1024) -> Pcm:
    """The whole of a steady sound, block by block as the player gives it."""
    original = steady(seconds)
    return np.concatenate([mixer(original[at : at + block], at / RATE) for at in range(0, len(original), block)])


def level(sound: Pcm, at: float) -> float:
    return float(sound[int(at * RATE), 0])


@pytest.fixture
def mixer() -> DubMixer:
    made = DubMixer(RATE)
    made.add(1.0, speech(1.0), RATE)
    made.enabled = True
    return made


def test_the_original_goes_down_by_15_db_under_a_clip_and_comes_back(mixer: DubMixer) -> None:
    sound = mixed(mixer, 3.0)
    ducked = 0.3 * 10 ** (-15 / 20)
    assert level(sound, 0.8) == pytest.approx(0.3)
    assert level(sound, 0.999) == pytest.approx(ducked, rel=0.02)
    assert level(sound, 1.5) == pytest.approx(ducked + 0.4, rel=0.01)
    assert ducked < level(sound, 2.2) < 0.3
    assert level(sound, 2.45) == pytest.approx(0.3)


def test_the_way_down_starts_120_ms_before_and_the_way_up_takes_400_ms() -> None:
    gain = duck_gain(0.0, 3 * RATE, RATE, [TimeSpan(1.0, 2.0)])
    moving = np.flatnonzero((gain < 0.9999) & (gain > 10 ** (-15 / 20) * 1.0001)) / RATE
    down, up = moving[moving < 1.5], moving[moving > 1.5]
    assert (down[0], down[-1]) == pytest.approx((0.88, 1.0), abs=0.002)
    assert (up[0], up[-1]) == pytest.approx((2.0, 2.4), abs=0.002)


def test_blocks_join_without_a_step(mixer: DubMixer) -> None:
    sound = mixed(mixer, 3.0)
    whole = DubMixer(RATE)
    whole.add(1.0, speech(1.0), RATE)
    whole.enabled = True
    assert np.abs(sound[4800:] - whole(steady(3.0), 0.0)[4800:]).max() < 1e-5


def test_off_is_the_original_untouched(mixer: DubMixer) -> None:
    mixer.enabled = False
    original = steady(0.5)
    assert mixer(original, 1.0) is original


def test_switching_is_a_short_fade_not_a_click(mixer: DubMixer) -> None:
    mixed(mixer, 1.5)
    mixer.enabled = False
    sound = mixer(steady(0.2), 1.5)[:, 0]
    assert np.abs(np.diff(sound)).max() < 0.001
    assert sound[-1] == pytest.approx(0.3)


def test_volumes_and_offset(mixer: DubMixer) -> None:
    mixer.original_volume, mixer.dub_volume, mixer.offset = 0.0, 0.5, 0.5
    sound = mixed(mixer, 3.0)
    assert level(sound, 1.2) == pytest.approx(0.0, abs=1e-6)
    assert level(sound, 2.0) == pytest.approx(0.2)


def test_loud_sounds_together_never_clip(mixer: DubMixer) -> None:
    mixer.depth_db = 0.0
    mixer.add(1.2, speech(0.5, 0.9), RATE)
    assert np.abs(mixed(mixer, 2.0)).max() <= 1.0


def test_clips_of_another_rate_keep_their_length_and_place() -> None:
    mixer = DubMixer(RATE)
    mixer.add(0.5, np.full(22_050, 0.4, np.float32), 22_050)
    mixer.enabled = True
    mixer.original_volume = 0.0
    sound = mixed(mixer, 2.0)[:, 0]
    loud = np.flatnonzero(np.abs(sound[RATE // 4 :]) > 0.2) + RATE // 4  # after the fade that switches it on
    assert (loud[0] / RATE, loud[-1] / RATE) == pytest.approx((0.5, 1.5), abs=0.005)


def test_a_live_stream_forgets_what_it_passed(mixer: DubMixer) -> None:
    mixer.add(500.0, speech(0.1), RATE)
    mixer.forget_before(400.0)
    assert [clip.start for clip in mixer._clips] == [500.0]
