from __future__ import annotations

import pytest

from streamlation_desktop.cast.catch_up import LATER_SECONDS, CatchUp

READ = 100.0


class Device:
    """Plays since it got its picture; its own clock began with 7."""

    def __init__(self, starting: float) -> None:
        self.course = CatchUp()
        self.now = READ + starting
        self.position = 7.0
        self.behind = 50.0
        self.course.loaded()
        self.course.began(READ, self.position, self.behind, self.now)

    def play(self, seconds: float) -> list[float]:
        """Obeys; returns the jumps it was told."""
        jumps = []
        for _ in range(round(seconds * 2)):
            self.now += 0.5
            self.position += 0.5
            if skip := self.course.skip(self.position, self.behind, self.now):
                jumps.append(skip)
                self.position += skip
        return jumps


def test_what_the_beginning_took_is_made_up_once() -> None:
    assert Device(starting=1.7).play(60) == [pytest.approx(1.7)]


def test_beginning_that_took_no_time_needs_no_jump() -> None:
    assert Device(starting=0.3).play(60) == []


def test_device_that_goes_no_farther_than_it_finds_right_is_left_in_peace() -> None:
    device = Device(starting=3.0)
    device.now += 1.0
    device.position += 1.0
    assert device.course.skip(device.position, device.behind, device.now) == pytest.approx(3.0)

    assert device.play(60) == []


def test_wait_of_a_segment_and_more_is_made_up_and_a_short_one_is_not() -> None:
    device = Device(starting=0.0)
    device.play(10)
    device.now += LATER_SECONDS - 0.5  # it stands still
    assert device.play(10) == []
    device.now += 1.0
    assert device.play(10) == [pytest.approx(LATER_SECONDS + 0.5)]


def test_stream_that_comes_earlier_than_before_is_followed() -> None:
    device = Device(starting=0.0)
    device.play(10)
    device.behind -= 4.0

    assert device.play(10) == [pytest.approx(4.0)]


def test_stream_that_comes_later_is_no_reason_to_jump() -> None:
    device = Device(starting=2.0)
    device.play(10)
    device.behind += 5.0

    assert device.play(30) == []


def test_device_that_somebody_put_where_it_is_stays_there() -> None:
    device = Device(starting=0.0)
    device.course.leave()
    device.now += 20.0  # paused

    assert device.play(30) == []
    assert not device.course.is_awaited
