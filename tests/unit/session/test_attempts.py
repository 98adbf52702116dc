"""How often a job goes on after deaths of its engine process."""

from __future__ import annotations

import pytest

from streamlation_desktop.core.errors import InferenceFailed, OutOfMemory
from streamlation_desktop.core.events import CueCommitted, Envelope
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, TimeSpan
from streamlation_desktop.session.attempts import MOST_IN_VAIN, Attempts
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.request import JobRequest

JOB = JobRequest("talk.wav", device="cuda", compute_type="float16")
CUE = Envelope("", 0, 0.0, CueCommitted(Cue(0, TimeSpan(0.0, 1.0), ("Hello",), LanguageCode("en"))))


def test_deaths_in_vain_end_the_job_however_slowly_they_come() -> None:
    attempts = Attempts(JOB)
    for _ in range(MOST_IN_VAIN - 1):
        attempts.after_death("was killed")
    with pytest.raises(InferenceFailed, match="again and again"):
        attempts.after_death("was killed")


def test_a_job_that_gets_on_may_go_on() -> None:
    attempts = Attempts(JOB)
    for _ in range(3 * MOST_IN_VAIN):
        attempts.after_death("was killed")
        attempts.note(CUE)


def test_from_the_second_death_on_it_works_gently_on_the_processor() -> None:
    attempts = Attempts(JOB)
    attempts.after_death("was killed")
    assert attempts.request == JOB
    told = attempts.after_death("was killed")
    assert "small batches" in told.chosen
    assert attempts.request == JobRequest("talk.wav", device="cpu", is_gentle=True)


def test_want_of_memory_is_answered_once() -> None:
    attempts = Attempts(LiveRequest(JOB))
    failure = OutOfMemory("too large")
    attempts.after_want_of_memory(failure)
    assert isinstance(attempts.request, LiveRequest)
    assert attempts.request.job.device == "cpu"
    with pytest.raises(OutOfMemory):
        attempts.after_want_of_memory(failure)


@pytest.mark.parametrize(
    "said", ["recognition failed: CUDA failed with error unspecified launch failure", "cuBLAS failed with status 14"]
)
def test_what_fails_on_the_card_goes_on_without_it_once(said: str) -> None:
    attempts = Attempts(LiveRequest(JOB))
    told = attempts.after_failure_of_card(InferenceFailed(said))
    assert "graphics card" in told.reason
    assert isinstance(attempts.request, LiveRequest)
    assert attempts.request.job.device == "cpu"
    with pytest.raises(InferenceFailed):
        attempts.after_failure_of_card(InferenceFailed(said))


def test_a_failure_that_is_not_the_cards_ends_the_job() -> None:
    with pytest.raises(InferenceFailed, match="no speech"):
        Attempts(JOB).after_failure_of_card(InferenceFailed("the model finds no speech"))
