from __future__ import annotations

from collections.abc import Sequence

import pytest

from streamlation_desktop.cast.live_pace import LivePace

CAPTIONS = 3.0
"""Seconds after the sound."""


def went_out(pace: LivePace, bursts: Sequence[float], captions: Sequence[float]) -> list[float]:
    """When segments of 2 s go out that came so much earlier than at the latest, and were captioned so late."""
    times = []
    for number, (early, late) in enumerate(zip(bursts, captions, strict=True)):
        end = 2.0 * (number + 1)
        pace.came(end, end - early)
        times.append(pace.release(end, end + late))
    return times


def test_segments_of_a_source_that_comes_in_bursts_go_out_evenly_and_no_later_than_their_captions_need() -> None:
    bursts = [1.9, 0.0, 1.2, 0.4, 1.9, 0.0, 0.7, 1.9, 0.1, 1.5]

    times = went_out(LivePace(), bursts, [CAPTIONS] * 10)

    assert times == [pytest.approx(2.0 * (number + 1) + CAPTIONS) for number in range(10)]


def test_stream_stays_as_late_as_the_slowest_captions_of_the_last_minute() -> None:
    captions = [CAPTIONS] * 5 + [7.0] + [CAPTIONS] * 40

    times = went_out(LivePace(), [0.0] * len(captions), captions)

    behind = [time - 2.0 * (number + 1) for number, time in enumerate(times)]
    assert behind[:5] == [CAPTIONS] * 5
    assert behind[5:35] == [7.0] * 30
    assert behind[35:] == [CAPTIONS] * 11


def test_first_segments_go_out_as_late_as_captions_took_before() -> None:
    assert went_out(LivePace(expected=5.0), [0.0, 1.0], [CAPTIONS] * 2) == [7.0, 9.0]


def test_delay_that_was_told_is_kept_whatever_captions_take_and_evenly() -> None:
    times = went_out(LivePace(delay=8.0), [0.0, 1.9, 0.5, 1.9], [CAPTIONS, 20.0, CAPTIONS, 0.0])

    assert times == [10.0, 12.0, 14.0, 16.0]


def test_source_that_stood_still_and_came_back_is_waited_for_only_as_long_as_captions_need() -> None:
    pace = LivePace()
    went_out(pace, [0.0] * 3, [CAPTIONS] * 3)

    after = [(8.0, 15.0), (10.0, 15.0), (12.0, 15.0)]  # ten seconds of silence, then all at once
    for end, made in after:
        pace.came(end, made)
    assert [pace.release(end, made + CAPTIONS) for end, made in after] == [18.0, 20.0, 22.0]


def test_captions_are_waited_for_a_minute_or_as_long_as_was_told() -> None:
    assert LivePace().deadline(100.0) == 160.0
    assert LivePace(delay=4.0).deadline(100.0) == 104.0
