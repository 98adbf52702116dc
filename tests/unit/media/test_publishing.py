"""Gaps of encoders that began anew, told by a server's clock."""

from __future__ import annotations

import pytest

from streamlation_desktop.media.publishing import Made, PublishedTimes


def learnt(error: float = 0.6) -> PublishedTimes:
    """Ten segments of a second, made at 1000 and later, each dated to half a second."""
    times = PublishedTimes()
    for number in range(10):
        times.note(Made(1000.0 + number + (0.4 if number % 2 else -0.4), error), number * 1.0)
    return times


@pytest.mark.parametrize(("arrived", "told"), [(0.0, 1.4), (1.7, 1.7), (2.0, 2.0), (6.5, 2.6)])
def test_what_arrival_tells_is_brought_within_what_the_server_tells(arrived: float, told: float) -> None:
    assert learnt().corrected(arrived, Made(1012.0, 0.6), 10.0) == pytest.approx(told)


def test_segment_that_followed_at_once_leaves_no_gap() -> None:
    assert learnt().corrected(3.0, Made(1009.5, 0.6), 10.0) == pytest.approx(0.1)
    assert learnt().corrected(0.0, Made(1009.0, 0.6), 10.0) == 0.0


@pytest.mark.parametrize("at", [1500.0, 10.0], ids=["forth", "back"])
def test_server_whose_clock_was_set_is_not_believed(at: float) -> None:
    assert learnt().corrected(2.0, Made(at, 0.6), 10.0) == 2.0


def test_server_whose_times_say_nothing_is_not_believed() -> None:
    times = PublishedTimes()
    for number in range(10):
        times.note(Made(1000.0 + number % 2 * 7, 0.6), number * 1.0)

    assert times.corrected(2.0, Made(1007.0, 0.6), 10.0) == 2.0


def test_source_that_tells_nothing_or_just_began_is_taken_as_it_comes() -> None:
    assert learnt().corrected(2.0, None, 10.0) == 2.0
    assert PublishedTimes().corrected(2.0, Made(1.0, 0.1), 10.0) == 2.0


def test_what_was_learnt_is_forgotten_where_media_time_no_longer_follows() -> None:
    times = learnt()
    times.forget()

    assert times.corrected(6.5, Made(1012.0, 0.6), 10.0) == 6.5
