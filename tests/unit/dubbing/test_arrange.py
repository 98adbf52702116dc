from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streamlation_desktop.dubbing.arrange import arrange


def test_clips_that_fit_stay_where_they_are() -> None:
    places = arrange([(1.0, 2.0), (3.0, 4.0)], [1.0, 3.0])
    assert [(each.start, each.end, each.overlap) for each in places] == [(1.0, 2.0, 0.0), (3.0, 4.0, 0.0)]


def test_a_clip_waits_for_the_one_before_as_long_as_nobody_notices() -> None:
    _, second = arrange([(1.0, 3.0), (3.0, 4.0)], [1.0, 3.0])
    assert second.start == pytest.approx(3.08)
    assert second.end == pytest.approx(4.08)


def test_what_runs_over_for_longer_is_marked() -> None:
    first, second = arrange([(1.0, 3.5), (3.0, 4.0)], [1.0, 3.0])
    assert second.start == pytest.approx(3.1)
    assert first.overlap == pytest.approx(0.4)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.floats(0.1, 3), st.floats(0.1, 4)), min_size=1, max_size=30))
def test_no_overlap_goes_unmarked_and_none_starts_late(steps: list[tuple[float, float]]) -> None:
    at, wanted = 0.0, []
    for step, length in steps:
        at += step
        wanted.append((at, at + length))
    places = arrange(wanted, [start for start, _ in wanted])
    for (start, _), place in zip(wanted, places, strict=True):
        assert start - 1e-9 <= place.start <= start + 0.1 + 1e-9
    for one, following in pairwise(places):
        assert one.end - following.start <= 0.005 or one.overlap > 0
