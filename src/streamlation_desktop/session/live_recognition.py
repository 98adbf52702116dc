"""The recognizer of a live session: chosen, loaded, and made cheaper when the machine does not keep up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from streamlation_desktop.core.events import Degraded, EngineChosen, EventBus, Warned
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin
from streamlation_desktop.engines.base import DeviceChoice
from streamlation_desktop.engines.streaming.base import (
    StreamingModel,
    StreamingRecognizer,
    StreamOptions,
    StreamTuning,
)
from streamlation_desktop.pipeline.live.load import Level, LoadPolicy, ladder
from streamlation_desktop.session.live_pool import SharedStreamingModel
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.live_trial import PolicyTrial
from streamlation_desktop.session.planner import RECOMMENDED, Pace, RecognizerCandidate, plan_recognizer
from streamlation_desktop.session.recognition import known_pace
from streamlation_desktop.session.services import Services

_LIVE_COST = 3.5
"""The longest steps on the shortest window, in units of the time for a whole file: 1.3-1.5 in CPU time for tiny to
small on one core (.45 s for a step of base, .063 for a second of a file), and as much again to spare for peaks."""
_PADDED_STEP, _SHORT_STEP = 18.0, 4.0
"""Seconds of a step on windows of 30 s, and on those that a limit of 7.5 s leaves, in the same units (1.2 and .25 s for
base, .063)."""
_SMALLER = 0.7
"""A model counts as smaller than another below this share of its size."""


@dataclass(slots=True)
class LiveRecognition:
    """Opens streams on the models of one session."""

    request: LiveRequest
    services: Services
    events: EventBus
    device: DeviceChoice
    models: Sequence[RecognizerCandidate]
    """The chosen one, then smaller ones that could take its place."""
    language: LanguageCode | None = None
    _has_warned: bool = field(default=False)
    _is_stale: bool = field(default=False)
    """Another model or another way of listening was decided on since the stream was opened."""
    _at: int = field(default=0)

    @classmethod
    def choose(cls, request: LiveRequest, services: Services, events: EventBus) -> LiveRecognition:
        """Choose and load the recognizer.

        Raises:
            ModelError: the model is missing or damaged.
            EngineError: no model serves the language, or it cannot be loaded.
        """
        job = request.job
        candidates = services.catalogue().streaming
        plan = plan_recognizer(candidates, job.recognizer, job.sources, _live_pace(known_pace(services, job)))
        if not plan.candidate.quality and not job.compute_type:
            services.loaders.tune()
        device = services.loaders.device(job.device, job.compute_type)
        models = (plan.candidate, *_smaller(plan.candidate, candidates, job.sources))
        made = cls(request, services, events, device, models)
        events.publish(EngineChosen("recognize", made.model().origin, device.device, device.compute_type, plan.reason))
        if plan.candidate.quality:
            hint = f"For better captions: streamlation models install {RECOMMENDED}"
            events.publish(
                Warned(f"{plan.candidate.engine} recognizes speech at {plan.candidate.quality} quality", hint)
            )
        return made

    @property
    def origin(self) -> Origin:
        """Of the chosen model."""
        return self.model().origin

    def model(self, number: int = 0) -> StreamingModel:
        """One of the models, loaded."""
        candidate, device = self.models[number], self.device
        return self.services.streams.get(
            (candidate, device), lambda: SharedStreamingModel(self.services.loaders.streaming(candidate, device))
        )

    def open_stream(self, language: LanguageCode, level: Level) -> StreamingRecognizer:
        """A stream in a language, working as the level says; raises as `StreamingModel.open_stream`."""
        self.language = language
        model = self.model(level.model)
        known = self.services.loaders.policies.recall(model.origin, language)
        policy = known.policy if known else ""
        return model.open_stream(StreamOptions(language, self.request.job.vocabulary, policy, level.tuning))

    def load_policy(self, language: LanguageCode, *, is_timed: bool) -> LoadPolicy:
        """How to work, from the best way down; sound that waits for us leaves no reason to go down."""
        levels = self._levels(language)
        if not is_timed:
            return LoadPolicy(levels[:1])
        pace = self.services.loaders.pace(self.models[0]) if self.device.device == "cpu" else None
        return LoadPolicy(levels, at=_first_level(levels, pace))

    def trial(self, language: LanguageCode) -> PolicyTrial | None:
        """A measurement of the ways to listen, where there are several and none was measured."""
        model, memory = self.model(), self.services.loaders.policies
        if len(model.policies) < 2 or memory.recall(model.origin, language) is not None:
            return None
        return PolicyTrial(model, language, memory, self._adopt)

    def renew(self, load: LoadPolicy) -> StreamingRecognizer | None:
        """The stream for the next utterance, where it is another one; asked by the thread that hears."""
        if not self._is_stale or self.language is None:
            return None
        self._is_stale = False
        if len(load.levels) > 1:
            load.levels = self._levels(self.language)
        return self.open_stream(self.language, load.level)

    def change(self, level: Level) -> None:
        """Tell the user of a new level; its model is used from the next utterance on."""
        reason = "this computer does not keep up with the stream"
        if not self._has_warned:
            self._has_warned = True
            self.events.publish(Warned(reason, "Captions go on with less work; a smaller model may do: --model tiny"))
        self.events.publish(Degraded(reason if level.name != "full quality" else "it keeps up again", level.name))
        if level.model != self._at:
            self._at, self._is_stale = level.model, True

    def _adopt(self) -> None:
        """A way of listening was measured, on a thread of its own."""
        self._is_stale = True

    def _levels(self, language: LanguageCode) -> tuple[Level, ...]:
        """From the best way to work down to the cheapest, by what was measured."""
        best = tuning_for(self.request.delay, self.model().tuning)
        known = self.services.loaders.policies.recall(self.origin, language)
        if known is not None:
            best = replace(best, is_padded=known.is_padded)
        return ladder(best, len(self.models), has_window=self.model().longest_utterance is None)


def _first_level(levels: Sequence[Level], pace: float | None) -> int:
    """The best level that should be kept up, the last of the chosen model's where none is."""
    own = [number for number, level in enumerate(levels) if level.model == 0]
    if pace is None:
        return 0
    return next((number for number in own if _expected_load(levels[number].tuning, pace) <= 0.7), own[-1])


def _expected_load(tuning: StreamTuning, pace: float) -> float:
    step = _PADDED_STEP if tuning.is_padded else _SHORT_STEP * (tuning.window + 2.5) / 10
    return step * pace / tuning.chunk


def _live_pace(pace: Pace) -> Pace:
    """What a model costs live, at its cheapest: a window is heard again with every step."""

    def live(candidate: RecognizerCandidate) -> float | None:
        known = pace(candidate)
        return None if known is None else _LIVE_COST * known

    return live


def tuning_for(delay: float | None, best: StreamTuning) -> StreamTuning:
    """How to listen so that captions take `delay` seconds: the more, the longer a word may wait for what follows it."""
    if delay is None:
        return best
    return replace(best, chunk=min(1.0, max(0.3, delay / 4)), theta=min(2.0, max(0.2, delay / 4)))


def _smaller(
    chosen: RecognizerCandidate, candidates: Sequence[RecognizerCandidate], languages: Sequence[LanguageCode]
) -> list[RecognizerCandidate]:
    """Models of the same engine that are clearly smaller, the largest first."""
    sizes = {each: _size(each) for each in candidates if each.engine == chosen.engine and each.folder is not None}
    if chosen not in sizes:
        return []
    fitting = [
        each
        for each, size in sizes.items()
        if size < _SMALLER * sizes[chosen] and set(languages) <= each.languages and not each.quality
    ]
    return sorted(fitting, key=lambda each: -sizes[each])


def _size(candidate: RecognizerCandidate) -> int:
    assert candidate.folder is not None
    weights = candidate.folder / "model.bin"
    return weights.stat().st_size if weights.is_file() else 0
