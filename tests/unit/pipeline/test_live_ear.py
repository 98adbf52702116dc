"""When a live session runs its model: not for silence, and at once where a pause says that nothing follows."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from streamlation_desktop.core.clock import SystemClock
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, Samples
from streamlation_desktop.engines.streaming.base import Heard, StreamTuning
from streamlation_desktop.pipeline.live.ear import LiveEar
from streamlation_desktop.pipeline.live.endpointer import Endpointer
from streamlation_desktop.pipeline.live.load import Level, LoadPolicy
from tests.support.live import LoudnessDetector

SIZE = SAMPLE_RATE // 10
SILENCE, SPEECH = 0.0, 0.5


@dataclass
class Recorder:
    """A stream that notes what is asked of it, and how much speech it had been given by then."""

    calls: list[tuple[str, float]] = field(default_factory=list)
    heard: list[Samples] = field(default_factory=list)
    closed: int = 0

    def start(self, first_sample: int) -> None:
        self.heard.clear()

    def accept(self, samples: Samples) -> None:
        self.heard.append(samples)

    def step(self) -> Heard:
        return self._note("step")

    def settle(self) -> Heard:
        return self._note("settle")

    def flush(self) -> Heard:
        return self._note("flush")

    def tune(self, tuning: StreamTuning) -> None:
        """The level never changes here."""

    def close(self) -> None:
        self.closed += 1

    def _note(self, call: str) -> Heard:
        self.calls.append((call, sum(float((np.abs(each) > 0.1).sum()) for each in self.heard) / SAMPLE_RATE))
        return Heard()


def ear_on(stream: Recorder, waiting: list[Recorder] | None = None) -> LiveEar:
    load = LoadPolicy((Level("fixed", StreamTuning(chunk=0.5)),))
    return LiveEar(
        Endpointer(LoudnessDetector()),
        stream,
        LanguageCode("en"),
        load,
        SystemClock(),
        lambda _: None,
        lambda _: None,
        lambda: waiting.pop() if waiting else None,
    )


def hear(ear: LiveEar, *parts: tuple[float, float], backlog: float = 0.0, start: float = 0.0) -> None:
    sound = np.concatenate([np.full(round(length * SAMPLE_RATE), level, np.float32) for length, level in parts])
    for first in range(0, len(sound), SIZE):
        at = first + round(start * SAMPLE_RATE)
        for _ in ear.hear(AudioChunk(sound[first : first + SIZE], at), backlog):
            pass


def test_pause_settles_what_was_said_before_the_utterance_is_over() -> None:
    stream = Recorder()
    hear(ear_on(stream), (1.0, SILENCE), (1.3, SPEECH), (1.0, SILENCE))

    kinds = [call for call, _ in stream.calls]
    assert kinds[-2:] == ["settle", "flush"]
    assert kinds.count("settle") == 1
    assert stream.calls[-2][1] > 1.28


def test_silence_behind_a_settled_pause_is_heard_by_nobody() -> None:
    stream = Recorder()
    hear(ear_on(stream), (1.0, SILENCE), (1.3, SPEECH), (1.0, SILENCE))

    given = sum(map(len, stream.heard)) / SAMPLE_RATE
    assert given < 0.4 + 1.3 + 0.4  # the lead, the speech, and the pause until it was settled


def test_speech_behind_a_short_pause_is_heard_with_the_pause_before_it() -> None:
    stream = Recorder()
    hear(ear_on(stream), (1.0, SPEECH), (0.4, SILENCE), (0.6, SPEECH), (0.2, SILENCE))

    assert "flush" not in [call for call, _ in stream.calls]
    assert sum(map(len, stream.heard)) / SAMPLE_RATE >= 2.1


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(0.2, 2.0), st.floats(0.1, 0.9)), min_size=1, max_size=4))
def test_no_speech_of_an_utterance_is_kept_from_the_stream(parts: list[tuple[float, float]]) -> None:
    stream = Recorder()
    said = [(length, level) for speech, pause in parts for length, level in ((speech, SPEECH), (pause, SILENCE))]
    ear = ear_on(stream)
    hear(ear, *said)
    for _ in ear.finish():
        pass

    spoken = sum(length for length, level in said if level == SPEECH)
    heard = sum(seconds for call, seconds in stream.calls if call == "flush")
    assert abs(heard - spoken) < 0.07 * len(parts)


def test_pause_costs_no_step_while_it_may_be_one() -> None:
    stream = Recorder()
    hear(ear_on(stream), (0.8, SPEECH), (0.9, SILENCE))

    assert [call for call, _ in stream.calls] == ["step", "settle", "flush"]


def test_backlog_is_caught_up_with_before_the_model_runs() -> None:
    stream = Recorder()
    hear(ear_on(stream), (1.5, SPEECH), backlog=1.0)

    assert stream.calls == []


def test_other_stream_takes_over_between_two_utterances() -> None:
    first, second, waiting = Recorder(), Recorder(), list[Recorder]()
    ear = ear_on(first, waiting)
    hear(ear, (1.0, SPEECH))
    waiting.append(second)
    hear(ear, (0.5, SPEECH), (1.0, SILENCE), (1.0, SPEECH), (1.0, SILENCE), start=1.0)

    assert first.closed == 1
    assert first.calls[-1] == ("flush", 1.5)
    assert second.calls[-1] == ("flush", 1.0)
