"""A voice that speaks 10 letters a second stands in for a real one: it says how long each try was."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streamlation_desktop.dubbing.fit import Fitter, Said
from streamlation_desktop.dubbing.slots import Slot


@dataclass
class Voice:
    error: float = 1.0
    """Real duration against the predicted one."""
    asked: list[tuple[str, float]] = field(default_factory=list)

    def say(self, text: str, scale: float) -> Said[str]:
        self.asked.append((text, scale))
        return Said(text, len(text) / 10 * scale * self.error)

    @property
    def fitter(self) -> Fitter[str]:
        return Fitter(self.say, lambda text: len(text) / 10)


def slot(room: float, lead: float = 0.25) -> Slot:
    return Slot(10.0, 10.0 - lead, 10.0 + room)


def test_what_fits_is_said_once_at_its_natural_tempo() -> None:
    voice = Voice()
    fitted = voice.fitter.fit(slot(3.0), ["x" * 20])
    assert (fitted.tempo, fitted.start, fitted.tries) == (1.0, 10.0, 1)


def test_a_line_that_is_predicted_too_long_is_asked_for_faster_at_once() -> None:
    voice = Voice()
    fitted = voice.fitter.fit(slot(1.85), ["x" * 20])
    assert fitted.tries == 1
    assert fitted.scale == pytest.approx(0.925)
    assert fitted.end <= 11.85 + 0.005


def test_a_wrong_prediction_is_mended_by_one_more_try() -> None:
    voice = Voice(error=1.1)
    fitted = voice.fitter.fit(slot(2.0), ["x" * 20])
    assert fitted.tries == 2
    assert fitted.end <= 12.0 + 0.05


def test_a_voice_asked_to_hurry_for_nothing_is_let_breathe() -> None:
    voice = Voice(error=0.8)
    fitted = voice.fitter.fit(slot(1.9), ["x" * 20])
    assert fitted.scale == 1.0
    assert fitted.seconds == pytest.approx(1.6)


def test_what_is_still_too_long_begins_early() -> None:
    voice = Voice()
    fitted = voice.fitter.fit(slot(1.7), ["x" * 20])
    assert 9.75 <= fitted.start < 10.0
    assert fitted.end == pytest.approx(11.7, abs=0.02)


def test_a_shorter_wording_is_taken_when_tempo_cannot_help() -> None:
    voice = Voice()
    fitted = voice.fitter.fit(slot(1.0), ["x" * 20, "y" * 11])
    assert fitted.text == "y" * 11
    assert fitted.wording == 1


def test_a_wording_that_is_no_shorter_is_not_even_said() -> None:
    voice = Voice()
    voice.fitter.fit(slot(1.0), ["x" * 20, "y" * 20])
    assert {text for text, _ in voice.asked} == {"x" * 20}


def test_wordings_are_not_asked_for_when_the_first_fits() -> None:
    def wordings() -> object:
        yield "x" * 5
        raise AssertionError("nobody needs another")

    Voice().fitter.fit(slot(3.0), wordings())  # type: ignore[arg-type]


@settings(deadline=None, max_examples=50)
@given(st.integers(1, 200), st.floats(0.3, 10), st.floats(0.8, 1.25))
def test_the_tempo_stays_natural_whatever_the_slot(letters: int, room: float, error: float) -> None:
    fitted = Voice(error).fitter.fit(slot(room), ["x" * letters])
    assert 0.87 <= fitted.tempo <= 1.15 + 1e-3
    assert 1.0 <= fitted.stretch <= 1.05
    assert 9.75 <= fitted.start <= 10.0
    assert fitted.tries <= 2
