from __future__ import annotations

from streamlation_desktop.engines.streaming.base import StreamTuning
from streamlation_desktop.pipeline.live.load import LoadLimits, LoadPolicy, ladder

BEST = StreamTuning(chunk=0.5, window=8.0)


def policy(models: int = 1) -> LoadPolicy:
    return LoadPolicy(ladder(BEST, models))


def pressed(load: LoadPolicy, factor: float, seconds: float, backlog: float = 0.0) -> list[str]:
    """Names of the levels taken while every step takes `factor` of its sound."""
    taken = []
    for _ in range(round(seconds / 0.5)):
        level = load.note(0.5, 0.5 * factor, backlog)
        taken += [level.name] if level else []
    return taken


def test_machine_that_keeps_up_is_left_alone() -> None:
    assert pressed(policy(), 0.6, 600) == []


def test_overload_goes_down_step_by_step_first_the_window_then_the_steps_then_the_model() -> None:
    load = policy(models=2)

    assert pressed(load, 2.0, 60) == ["a shorter window", "longer steps", "the longest steps", "a smaller model"]
    assert load.level.tuning.window < BEST.window


def test_overload_that_grows_fast_goes_to_the_cheapest_level_at_once() -> None:
    load = policy(models=2)

    assert pressed(load, 5.0, 20) == ["a smaller model"]


def test_one_slow_step_changes_nothing() -> None:
    load = policy()
    pressed(load, 0.3, 10)
    load.note(0.5, 1.0, 0.0)

    assert load.level.tuning == BEST


def test_waiting_sound_is_overload_even_when_steps_are_quick() -> None:
    assert pressed(policy(), 0.5, 5, backlog=6.0) == ["a shorter window"]


def test_it_goes_up_again_when_the_load_is_gone() -> None:
    load = policy()
    pressed(load, 2.0, 5)

    assert pressed(load, 0.1, 120) == ["full quality"]


def test_level_that_was_too_much_is_tried_less_and_less_often() -> None:
    load = policy()
    changes = 0
    for _ in range(2400):  # 20 minutes in which only the best level is too much
        changes += load.note(0.5, 1.0 if load.at == 0 else 0.1, 0.0) is not None

    assert 4 < changes <= 24


def test_one_overload_of_all_levels_does_not_keep_the_best_away_for_long() -> None:
    load = policy(models=2)
    pressed(load, 2.0, 60)

    assert pressed(load, 0.1, 100) == ["the longest steps", "longer steps", "a shorter window", "full quality"]


def test_limits_leave_room_between_down_and_up() -> None:
    limits = LoadLimits()

    assert limits.low < limits.high / 2
