from __future__ import annotations

import pytest

from streamlation_desktop.playback.delay import MAX_TRIM, DelayControl, DelayStep, LiveSight


def follow(control: DelayControl, seconds: float, *, lag: float, ahead: float = 5.0) -> tuple[float, float]:
    """Play for so long against an edge that moves at real time; the lag at the end, and the part held."""
    step, held, position, edge = 0.1, 0.0, 100.0 - lag, 100.0
    for _ in range(round(seconds / step)):
        edge += step
        done = control.step(LiveSight(edge, position, ahead))
        held += step * done.hold
        position = done.jump_to if done.jump_to is not None else position + (0 if done.hold else step * done.trim)
    return edge - position, held


def test_a_stream_that_just_began_is_held_until_it_has_its_delay() -> None:
    lag, held = follow(DelayControl(8.0), 20.0, lag=2.0)
    assert lag == pytest.approx(8.0, abs=0.15)
    assert 5.5 < held < 6.5


@pytest.mark.parametrize("lag", [5.5, 11.0])
def test_small_errors_are_made_good_by_tempo_alone(lag: float) -> None:
    control = DelayControl(8.0)
    follow(control, 1.0, lag=8.0)
    found, held = follow(control, 120.0, lag=lag)
    assert found == pytest.approx(8.0, abs=0.5)
    assert held == 0.0


def test_tempo_never_changes_by_more_than_one_can_hear() -> None:
    control = DelayControl(8.0)
    control.step(LiveSight(100.0, 92.0, 5.0))
    for lag in (0.5, 3.0, 8.0, 12.0, 22.0):
        assert abs(control.step(LiveSight(100.0, 100.0 - lag, 5.0)).trim - 1.0) <= MAX_TRIM + 1e-9


def test_at_the_target_nothing_flutters() -> None:
    control = DelayControl(5.0)
    trims = {control.step(LiveSight(100.0, 95.0 + error, 5.0)).trim for error in (0.0, 0.2, -0.2, 0.3, -0.3)}
    assert trims == {1.0}


def test_after_an_outage_it_is_held_until_the_delay_is_there_again() -> None:
    control = DelayControl(8.0)
    follow(control, 1.0, lag=8.0)
    assert control.step(LiveSight(100.0, 100.0, 0.0)).hold
    assert control.step(LiveSight(103.0, 100.0, 3.0)).hold
    assert control.step(LiveSight(107.0, 100.0, 7.0)).hold
    assert control.step(LiveSight(108.0, 100.0, 8.0)) == DelayStep()


def test_what_fell_far_behind_jumps() -> None:
    control = DelayControl(8.0)
    assert control.step(LiveSight(200.0, 100.0, 30.0)).jump_to == 192.0
