"""The two sides of the comparison, on a virtual clock: sound comes in real time, computing takes its CPU time.

Each side runs alone on one thread, so that its CPU time is what it would take on an idle core, however busy the
machine is; while it computes, sound goes on coming in.
"""

from __future__ import annotations

import importlib.util
import sys
import time
import types
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.live.material import Emission, Talk
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk
from streamlation_desktop.engines.adapters.silero import SileroDetector
from streamlation_desktop.engines.streaming.base import StreamingModel, StreamingRecognizer, StreamOptions, StreamTuning
from streamlation_desktop.media.chunker import LIVE_CHUNK
from streamlation_desktop.pipeline.live.arrivals import Arrivals
from streamlation_desktop.pipeline.live.ear import LiveEar
from streamlation_desktop.pipeline.live.endpointer import Endpointer, EndpointSettings
from streamlation_desktop.pipeline.live.load import Level, LoadPolicy
from streamlation_desktop.pipeline.live.meter import CaptionMeter
from streamlation_desktop.session.live_pipeline import AUDIO_AHEAD

EN = LanguageCode("en")
CHUNK = LIVE_CHUNK / SAMPLE_RATE


@dataclass(slots=True)
class Outcome:
    """What one side did with a talk."""

    emissions: list[Emission] = field(default_factory=list)
    cpu_seconds: float = 0.0
    dropped: float = 0.0
    """Seconds of sound that waited too long."""
    revised: float = 0.0
    """Words of the grey tail that were taken back, per settled word."""


@dataclass(slots=True)
class VirtualClock:
    """The time of the talk."""

    at: float = 0.0
    slowness: Callable[[float], float] = lambda _at: 1.0
    """How many times slower than this core the machine is, by the time of the talk."""
    _cpu: float = field(default_factory=time.process_time)

    def now(self) -> float:
        return self.at + self.slowness(self.at) * (time.process_time() - self._cpu)

    def wait_until(self, moment: float, token: object) -> None:
        self.at = max(self.now(), moment)
        self._cpu = time.process_time()


def hear(
    model: StreamingModel,
    talk: Talk,
    policy: str,
    tuning: StreamTuning,
    load: LoadPolicy | None = None,
    slowness: Callable[[float], float] = lambda _at: 1.0,
    on_level: Callable[[Level, float], None] = lambda _level, _at: None,
    smaller: Sequence[StreamingModel] = (),
) -> Outcome:
    """Our side: the ear of a live session, behind a queue that drops what is older than a session keeps."""
    outcome, clock, arrivals = Outcome(), VirtualClock(slowness=slowness), Arrivals()
    endpointer = Endpointer(SileroDetector(), EndpointSettings(longest=model.longest_utterance))
    stream = model.open_stream(StreamOptions(EN, policy=policy, tuning=tuning))
    load = load or LoadPolicy((Level("fixed", tuning),))
    models, at, stale = (model, *smaller), 0, False

    def change(level: Level) -> None:
        nonlocal at, stale
        stale, at = level.model != at, level.model
        on_level(level, clock.now())

    def renew() -> StreamingRecognizer | None:
        nonlocal stale
        if not stale:
            return None
        stale = False
        return models[at].open_stream(StreamOptions(EN, policy=policy, tuning=load.level.tuning))

    ear = LiveEar(endpointer, stream, EN, load, clock, change, lambda _: None, renew)
    meter = CaptionMeter(arrivals)
    started = time.process_time()
    for first in range(0, len(talk.samples), LIVE_CHUNK):
        chunk = AudioChunk(talk.samples[first : first + LIVE_CHUNK], first)
        clock.wait_until(chunk.span.end, None)
        backlog = max(0.0, clock.now() - chunk.span.end - CHUNK)
        if backlog > AUDIO_AHEAD:
            outcome.dropped += CHUNK
            continue
        for update in ear.hear(chunk, backlog):
            outcome.emissions += [Emission(word.text, clock.now()) for word in update.committed]
            meter.note(update.committed, update.tail, clock.now())
    for update in ear.finish():
        outcome.emissions += [Emission(word.text, clock.now()) for word in update.committed]
    outcome.cpu_seconds = time.process_time() - started
    outcome.revised = meter.revised_rate
    return outcome


def load_reference(file: Path) -> types.ModuleType:
    """whisper_streaming's own `whisper_online.py`, without the libraries that only its file reading needs."""
    for name in ("librosa", "soundfile"):
        sys.modules.setdefault(name, types.ModuleType(name))
    spec = importlib.util.spec_from_file_location("whisper_online", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def hear_reference(
    reference: types.ModuleType,
    model: Any,
    talk: Talk,
    slowness: Callable[[float], float] = lambda _at: 1.0,
    min_chunk: float = 1.0,
) -> Outcome:
    """whisper_streaming with its defaults (beam 5, segments trimmed at 15 s, 1 s steps).

    Its voice-activity control needs torch; in its place stands our detector with its settings (0.5 s of silence ends
    an utterance, which calls `finish`, and the next one calls `init`), which costs it less.
    """
    recognizer = reference.FasterWhisperASR.__new__(reference.FasterWhisperASR)
    recognizer.transcribe_kargs, recognizer.original_language, recognizer.model = {}, "en", model
    online = reference.OnlineASRProcessor(recognizer)
    endpointer = Endpointer(SileroDetector(), EndpointSettings(pre_roll=1.0))
    outcome, clock, fresh = Outcome(), VirtualClock(slowness=slowness), 0.0
    started = time.process_time()

    def emit(call: Callable[[], tuple[float | None, float | None, str]]) -> None:
        text = call()[2]
        outcome.emissions += [Emission(word, clock.now()) for word in text.split()]

    size = round(0.04 * SAMPLE_RATE)
    first = 0
    while first < len(talk.samples):
        until = max(first + size, min(len(talk.samples), int(clock.now() * SAMPLE_RATE)))  # all that has come by now
        chunk = AudioChunk(talk.samples[first:until], first)
        first = until
        clock.wait_until(chunk.span.end, None)
        for part in endpointer.push(chunk):
            if part.begins:
                online.init(offset=part.audio.span.start)
            online.insert_audio_chunk(part.audio.samples)
            fresh += part.audio.span.duration
            if part.ends:
                emit(online.finish)
                fresh = 0.0
        if endpointer.is_speaking and fresh >= min_chunk:
            emit(online.process_iter)
            fresh = 0.0
    emit(online.finish)
    outcome.cpu_seconds = time.process_time() - started
    return outcome
