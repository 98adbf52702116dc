"""Where decoded audio lies in media time."""

from __future__ import annotations

import pytest

from streamlation_desktop.media.counters import SourceCounters
from streamlation_desktop.media.timeline import Timeline


def timeline(origin: float = 0.0, max_gap: float = 10.0) -> Timeline:
    return Timeline(SourceCounters(), origin, max_gap)


def test_the_start_of_the_presentation_is_zero() -> None:
    clock = timeline(origin=41_759.0)

    assert clock.place(41_759.0, 0.1) == pytest.approx(0.0)
    assert clock.place(41_759.1, 0.1) == pytest.approx(0.1)
    assert clock.counters.discontinuities == 0


def test_audio_that_starts_later_than_the_picture_keeps_its_offset() -> None:
    clock = timeline()

    assert clock.place(2.0, 0.5) == 2.0
    assert clock.counters.gap_seconds == 2.0


def test_rounded_time_stamps_make_no_gaps() -> None:
    clock = timeline()
    for number in range(1000):
        start = clock.place(round(number * 0.0213333, 2), 0.0213333)
        assert start == pytest.approx(number * 0.0213333)

    assert clock.counters.gap_seconds == 0


def test_missing_media_is_a_gap_and_repeated_media_an_overlap() -> None:
    clock = timeline()
    clock.place(0.0, 1.0)

    assert clock.place(3.0, 1.0) == 3.0
    assert clock.place(3.5, 1.0) == 3.5
    assert clock.cursor == 4.5
    assert clock.counters.gap_seconds == 2.0
    assert clock.counters.discontinuities == 0


@pytest.mark.parametrize("jump", [-3600.0, 50_000.0, -95_443.7])
def test_a_jump_is_closed_up(jump: float) -> None:
    clock = timeline()
    clock.place(0.0, 1.0)

    assert clock.place(1.0 + jump, 1.0) == 1.0
    assert clock.place(2.0 + jump, 1.0) == pytest.approx(2.0)
    assert clock.counters.discontinuities == 1


def test_a_frame_without_a_time_stamp_follows_the_one_before() -> None:
    clock = timeline()
    clock.place(0.0, 1.0)

    assert clock.place(None, 1.0) == 1.0
