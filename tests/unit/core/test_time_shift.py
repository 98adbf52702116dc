"""The delay that is chosen from the measured lag of captions."""

from __future__ import annotations

import pytest

from streamlation_desktop.core.time_shift import automatic_delay


@pytest.mark.parametrize(
    ("lag", "delay"), [(None, 3.0), (0.4, 3.0), (2.0, 3.0), (2.1, 3.5), (7.3, 8.5), (29.0, 30.0), (400.0, 30.0)]
)
def test_the_delay_covers_the_lag_and_a_margin_within_its_bounds(lag: float | None, delay: float) -> None:
    assert automatic_delay(lag) == delay


def test_captions_that_come_later_lengthen_it_at_once() -> None:
    assert automatic_delay(8.2, current=8.0) == 9.5


def test_a_small_gain_changes_nothing_and_a_large_one_shortens_it() -> None:
    assert automatic_delay(6.5, current=9.0) == 9.0
    assert automatic_delay(3.0, current=9.0) == 4.0


def test_without_a_measurement_the_delay_in_use_stays() -> None:
    assert automatic_delay(None, current=8.0) == 8.0
