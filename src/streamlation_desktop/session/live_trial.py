"""Measures, beside the first session in a language, how its model listens best; it and all later ones profit."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import InferenceFailed
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, Samples
from streamlation_desktop.engines.streaming.base import StreamingModel
from streamlation_desktop.engines.streaming.measure import Stopped, measure_ways
from streamlation_desktop.engines.streaming.memory import PolicyMemory
from streamlation_desktop.pipeline.live.endpointer import SpeechPart

log = logging.getLogger(__name__)

_ENOUGH = 20.0
"""Seconds of speech that are measured with."""
_LONGEST = 25.0
_PATIENCE = 10.0
_REST = 3.0
"""Rest after each step, in units of its time: the session comes first."""


@dataclass(slots=True)
class PolicyTrial:
    """Collects the first utterances of a session; used by the recognizing thread."""

    model: StreamingModel
    language: LanguageCode
    memory: PolicyMemory
    on_choice: Callable[[], None]
    """Told, on the measuring thread, when the choice is remembered."""
    _current: list[Samples] = field(default_factory=list)
    _speech: list[Samples] = field(default_factory=list)
    _ended: CancelToken = field(default_factory=CancelToken)
    _thread: threading.Thread | None = field(default=None)

    def note(self, part: SpeechPart) -> None:
        """Take a part of an utterance; when there is enough, measure on a thread of its own."""
        if self._thread is not None:
            return
        self._current.append(part.audio.samples)
        if not part.ends:
            return
        utterance = np.concatenate(self._current)[: round(_LONGEST * SAMPLE_RATE)]
        self._current.clear()
        self._speech.append(utterance)
        if sum(map(len, self._speech)) >= _ENOUGH * SAMPLE_RATE:
            self._thread = threading.Thread(target=self._measure, name="live-measure", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """The session is over, and with it the measurement: a step that is being made is waited for."""
        self._ended.cancel()
        if self._thread is not None:
            self._thread.join(_PATIENCE)

    def _measure(self) -> None:
        try:
            choice = measure_ways(self.model, self._speech, self.language, self._rest)
        except Stopped:
            return
        except InferenceFailed:
            log.warning("the ways of listening could not be measured", exc_info=True)
            return
        self.memory.remember(self.model.origin, self.language, choice)
        self.on_choice()
        log.info("%s in %s listens by %s from now on", self.model.origin.model, self.language, choice)

    def _rest(self, seconds: float) -> None:
        if self._ended.wait(_REST * seconds):
            raise Stopped
