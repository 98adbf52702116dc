from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, Samples
from streamlation_desktop.engines.streaming.measure import (
    PolicyChoice,
    Stopped,
    WayResult,
    choose_way,
    distance,
    measure_ways,
)
from streamlation_desktop.engines.streaming.memory import PolicyMemory
from streamlation_desktop.engines.streaming.rules import AGREEMENT, ATTENTION
from streamlation_desktop.engines.streaming.window import Guess, Listener, SettledWord
from tests.support.live import ScriptedModel, numbered, script

EN = LanguageCode("en")
WORDS = script("one two three four five six seven eight nine ten eleven twelve")


class _DeafWithoutPadding:
    """Hears every second word only, unless its window is full."""

    def __init__(self, inner: Listener) -> None:
        self.inner = inner

    def listen(
        self, samples: Samples, settled: Sequence[SettledWord], context: Sequence[int], *, is_padded: bool
    ) -> Guess:
        guess = self.inner.listen(samples, settled, context, is_padded=is_padded)
        return guess if is_padded else Guess(guess.settled_starts, guess.words[::2])


class _Fickle:
    """Writes something else every time."""

    def __init__(self, inner: Listener) -> None:
        self.inner = inner
        self.times = 0

    def listen(
        self, samples: Samples, settled: Sequence[SettledWord], context: Sequence[int], *, is_padded: bool
    ) -> Guess:
        self.times += 1
        guess = self.inner.listen(samples, settled, context, is_padded=is_padded)
        words = tuple(replace(word, text=f"{word.text}{self.times}{is_padded}") for word in guess.words)
        return Guess(guess.settled_starts, words)


MODEL = ScriptedModel(WORDS, _DeafWithoutPadding)


def test_way_of_listening_that_a_model_does_not_bear_is_not_chosen() -> None:
    choice = measure_ways(MODEL, [numbered(5.5)], EN, lambda _: None)

    assert choice.is_padded
    assert {(r.policy, r.is_padded): r.error == 0 for r in choice.results} == {
        (ATTENTION, False): False,
        (ATTENTION, True): True,
    }


def test_model_that_is_right_in_no_way_is_heard_in_all_of_them() -> None:
    choice = measure_ways(ScriptedModel(WORDS, _Fickle), [numbered(5.5)], EN, lambda _: None)

    assert len(choice.results) == 4
    assert min(result.error for result in choice.results) > 0


def test_quicker_of_two_equal_ways_is_chosen() -> None:
    dear, cheap = WayResult(AGREEMENT, True, 0.10, 0.9, 1.0), WayResult(ATTENTION, False, 0.12, 0.2, 1.0)
    stalling = WayResult(ATTENTION, False, 0.12, 0.1, 4.0)

    assert choose_way([dear, cheap, stalling]) == cheap


def test_way_that_is_right_but_too_slow_here_is_not_chosen() -> None:
    slow, rough = WayResult(AGREEMENT, True, 0.0, 5.0, 1.0), WayResult(ATTENTION, False, 0.3, 0.2, 1.0)

    assert choose_way([slow, rough]) == rough
    assert choose_way([slow]) == slow


def test_measurement_ends_when_the_session_does() -> None:
    def stop(_: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        measure_ways(MODEL, [numbered(5.5)], EN, stop)


def test_choice_is_remembered_by_model_and_language(tmp_path: Path) -> None:
    memory = PolicyMemory(tmp_path / "cache")
    choice = PolicyChoice(ATTENTION, True, (WayResult(ATTENTION, True, 0.0, 0.1, 0.5),))
    memory.remember(MODEL.origin, EN, choice)

    assert memory.recall(MODEL.origin, EN) == choice
    assert memory.recall(MODEL.origin, LanguageCode("fr")) is None
    assert memory.recall(Origin("test", "other"), EN) is None


@pytest.mark.parametrize(
    ("one", "other", "edits"), [("abc", "abc", 0), ("abc", "axc", 1), ("", "ab", 2), ("abcd", "bd", 2)]
)
def test_distance_counts_edits(one: str, other: str, edits: int) -> None:
    assert distance(one, other) == distance(other, one) == edits
