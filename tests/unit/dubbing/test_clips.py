from __future__ import annotations

import numpy as np
import pytest

from streamlation_desktop.dubbing.clips import softened, trimmed
from streamlation_desktop.dubbing.rate import SpeakingRate


def test_silence_at_both_ends_goes() -> None:
    tone = 0.3 * np.sin(np.arange(8_000) / 5).astype(np.float32)
    sound = np.concatenate((np.zeros(5_000, np.float32), tone, np.zeros(9_000, np.float32)))
    assert len(trimmed(sound, 16_000)) == pytest.approx(8_000, abs=400)


def test_nothing_is_left_of_silence() -> None:
    assert len(trimmed(np.zeros(100, np.float32), 16_000)) == 0
    assert len(trimmed(np.zeros(0, np.float32), 16_000)) == 0


def test_edges_do_not_click() -> None:
    soft = softened(np.ones(1_000, np.float32), 16_000)
    assert soft[0] == 0.0
    assert soft[-1] == 0.0
    assert soft[500] == 1.0


def test_a_rate_that_was_measured_predicts_its_own_text() -> None:
    rate = SpeakingRate.measured("one, two, three", 1.2)
    assert rate.seconds("one, two, three") == pytest.approx(1.2)


def test_a_text_without_letters_gives_the_usual_rate() -> None:
    assert SpeakingRate.measured("…", 1.0) == SpeakingRate()
