from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streamlation_desktop.core.types import TimeSpan
from streamlation_desktop.dubbing.slots import SlotLimits, slots

SPANS = st.lists(st.tuples(st.floats(0, 100), st.floats(0.1, 5)), min_size=1, max_size=20).map(
    lambda pairs: sorted(TimeSpan(start, start + length) for start, length in pairs)
)


def test_a_line_borrows_the_silence_after_it_but_leaves_a_gap() -> None:
    [first, _] = slots([TimeSpan(1.0, 2.0), TimeSpan(3.0, 4.0)], 10.0)
    assert first.end == pytest.approx(3.0 - 0.08)


def test_no_more_than_a_second_and_a_half_is_borrowed() -> None:
    [first, _] = slots([TimeSpan(1.0, 2.0), TimeSpan(30.0, 31.0)], 60.0)
    assert first.end == pytest.approx(3.5)


def test_a_line_may_begin_early_only_where_nobody_speaks() -> None:
    free, tight = slots([TimeSpan(1.0, 2.0), TimeSpan(2.1, 3.0)], 10.0)
    assert free.lead == pytest.approx(0.25)
    assert tight.lead == pytest.approx(0.02)


def test_the_last_line_ends_with_the_media() -> None:
    [only] = slots([TimeSpan(8.0, 9.5)], 10.0)
    assert only.end == pytest.approx(10.0)


def test_two_who_speak_at_once_keep_their_own_time() -> None:
    first, second = slots([TimeSpan(1.0, 4.0), TimeSpan(1.0, 3.0)], 10.0)
    assert first.end == pytest.approx(4.0)
    assert second.room > 2.0


@settings(deadline=None, max_examples=50)
@given(SPANS)
def test_every_slot_holds_its_start_and_none_reaches_into_the_next_line(spans: list[TimeSpan]) -> None:
    limits = SlotLimits()
    made = slots(spans, 200.0, limits)
    for slot, span in zip(made, spans, strict=True):
        assert slot.start == span.start
        assert 0 <= slot.lead <= limits.early + 1e-9
        assert slot.room >= 0
        assert slot.end <= span.end + limits.borrow + 1e-9
