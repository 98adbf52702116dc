"""Several live sessions on one loaded model."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

import numpy as np

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, Origin, Samples
from streamlation_desktop.engines.base import LanguageGuess
from streamlation_desktop.engines.streaming.base import Heard, StreamingRecognizer, StreamOptions, StreamTuning
from streamlation_desktop.session.live_pool import SharedStreamingModel

EN = LanguageCode("en")


class OneAtATime:
    """A model that notes whose step it makes, and fails when two are made at once."""

    def __init__(self) -> None:
        self.steps: list[int] = []
        self.opened = 0
        self.before_step: Callable[[], None] = lambda: None
        self._busy = threading.Lock()

    origin = Origin("test", "")
    languages = frozenset({EN})
    policies = ("only",)
    longest_utterance = None
    takes_turns = True
    tuning = StreamTuning()

    def detect(self, samples: Samples, among: Sequence[LanguageCode]) -> LanguageGuess:
        return LanguageGuess(EN, 1.0)

    def open_stream(self, options: StreamOptions) -> StreamingRecognizer:
        self.opened += 1
        return _Stream(self, self.opened)

    def step(self, number: int) -> None:
        assert self._busy.acquire(blocking=False), "two steps at once"
        self.before_step()
        self.steps.append(number)
        self._busy.release()

    def close(self) -> None:
        pass


class _Stream:
    def __init__(self, model: OneAtATime, number: int) -> None:
        self.model, self.number = model, number

    def start(self, first_sample: int) -> None:
        pass

    def accept(self, samples: Samples) -> None:
        pass

    def step(self) -> Heard:
        self.model.step(self.number)
        return Heard()

    def settle(self) -> Heard:
        return self.step()

    def flush(self) -> Heard:
        return self.step()

    def tune(self, tuning: StreamTuning) -> None:
        pass

    def close(self) -> None:
        pass


def test_four_sessions_on_one_model_get_the_same_number_of_steps() -> None:
    model = OneAtATime()
    shared = SharedStreamingModel(model)
    streams = [shared.open_stream(StreamOptions(EN)) for _ in range(4)]
    model.before_step = lambda: wait_until(lambda: len(shared._turn._waiting) == 3 or len(model.steps) >= 160)

    def work(stream: StreamingRecognizer) -> None:
        for _ in range(50):
            stream.accept(np.zeros(SAMPLE_RATE // 2, np.float32))
            stream.step()

    threads = [threading.Thread(target=work, args=(stream,), daemon=True) for stream in streams]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert len(model.steps) == 200
    counts = [model.steps[:160].count(number) for number in (1, 2, 3, 4)]  # while all four want the model
    assert counts == [40, 40, 40, 40]


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.0005)
