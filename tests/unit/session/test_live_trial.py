"""The measurement beside the first session in a language."""

from __future__ import annotations

import threading
from pathlib import Path

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk
from streamlation_desktop.engines.streaming.memory import PolicyMemory
from streamlation_desktop.pipeline.live.endpointer import SpeechPart
from streamlation_desktop.session.live_trial import PolicyTrial
from tests.support.live import ScriptedModel, numbered, script

EN = LanguageCode("en")
WORDS = script(" ".join(f"word{number}" for number in range(60)), length=0.2)
UTTERANCE = 7.2
"""Seconds; ends between two words."""


def measured(model: ScriptedModel, memory: PolicyMemory, utterances: int, *, is_over: bool = False) -> int:
    """How often a choice was told of."""
    told: list[int] = []
    trial = PolicyTrial(model, EN, memory, lambda: told.append(1))
    if is_over:
        trial.close()
    for number in range(utterances):
        first = round(number * UTTERANCE * SAMPLE_RATE)
        trial.note(SpeechPart(AudioChunk(numbered(UTTERANCE, first), first), begins=True, ends=True))
    for thread in threading.enumerate():
        if thread.name == "live-measure":
            thread.join(60)
            assert not thread.is_alive()
    return len(told)


def test_after_enough_speech_the_best_way_is_remembered(tmp_path: Path) -> None:
    model, memory = ScriptedModel(WORDS), PolicyMemory(tmp_path)
    assert measured(model, memory, 3) == 1

    choice = memory.recall(model.origin, EN)
    assert choice is not None
    assert not choice.is_padded
    assert [result.error for result in choice.results] == [0]  # the quickest was right: no other was tried


def test_little_speech_measures_nothing(tmp_path: Path) -> None:
    model, memory = ScriptedModel(WORDS), PolicyMemory(tmp_path)
    assert measured(model, memory, 2) == 0

    assert memory.recall(model.origin, EN) is None


def test_end_of_the_session_ends_the_measurement(tmp_path: Path) -> None:
    model, memory = ScriptedModel(WORDS), PolicyMemory(tmp_path)
    assert measured(model, memory, 3, is_over=True) == 0

    assert memory.recall(model.origin, EN) is None
