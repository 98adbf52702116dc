"""A talk through the whole of a live session's text: heard, cut into sentences, translated as it grows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.live.material import Talk
from benchmarks.live.sides import EN, VirtualClock
from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import AudioChunk
from streamlation_desktop.engines.adapters.ctranslate2_mt_models import open_opus_mt
from streamlation_desktop.engines.adapters.silero import SileroDetector
from streamlation_desktop.engines.base import DeviceChoice, LanguagePair
from streamlation_desktop.engines.streaming.base import StreamingModel, StreamOptions
from streamlation_desktop.media.chunker import LIVE_CHUNK
from streamlation_desktop.pipeline.live.arrivals import Arrivals
from streamlation_desktop.pipeline.live.captioning import CaptionStep
from streamlation_desktop.pipeline.live.ear import LiveEar, SpeechUpdate
from streamlation_desktop.pipeline.live.endpointer import Endpointer, EndpointSettings
from streamlation_desktop.pipeline.live.growing import GrowingTarget
from streamlation_desktop.pipeline.live.lines import LineWriter
from streamlation_desktop.pipeline.live.load import Level, LoadPolicy
from streamlation_desktop.pipeline.live.meter import CaptionMeter
from streamlation_desktop.pipeline.live.sentences import LiveSentences
from streamlation_desktop.pipeline.live.translating import TranslateStep
from streamlation_desktop.pipeline.stages.translate import SentenceTranslator

ES = LanguageCode("es")


@dataclass(frozen=True, slots=True)
class Captioned:
    """What a viewer of the talk saw."""

    states: list[CaptionState]
    spoken: CaptionMeter
    translated: CaptionMeter

    def settled(self, language: LanguageCode) -> str:
        """The text of all lines in the end."""
        lines = {state.line: state.text for state in self.states if state.language == language and state.text}
        return " ".join(lines[line] for line in sorted(lines))

    def changes(self) -> int:
        """Settled texts that were changed or taken back."""
        before: dict[tuple[LanguageCode, int], str] = {}
        count = 0
        for state in self.states:
            key = (state.language, state.line)
            count += not state.text.startswith(before.get(key, "")) and bool(state.text)
            before[key] = state.text or before.get(key, "")
        return count


class CaptionedTalk:
    """A model and a translator on one thread; the clock counts what both take."""

    def __init__(self, model: StreamingModel, translator: Path) -> None:
        self._model = model
        self._translator = open_opus_mt(translator, sources={EN}, targets={ES}, device=DeviceChoice(intra_threads=1))

    def follow(self, talk: Talk) -> Captioned:
        clock, arrivals = VirtualClock(), Arrivals()
        spoken, translated = CaptionMeter(arrivals), CaptionMeter(arrivals)
        states: list[CaptionState] = []
        caption = CaptionStep(LiveSentences(EN), LineWriter(EN), spoken, clock, states.append)
        whole = SentenceTranslator(self._translator, ES)
        target = GrowingTarget(LanguagePair(EN, ES), LineWriter(ES), whole, self._translator, self._translator.origin)
        translate = TranslateStep((target,), {ES: translated}, clock, states.append, lambda: 0)
        for _ in translate(caption(self._hear(talk, clock, arrivals))):
            pass
        return Captioned(states, spoken, translated)

    def _hear(self, talk: Talk, clock: VirtualClock, arrivals: Arrivals) -> Iterator[SpeechUpdate]:
        model, tuning = self._model, self._model.tuning
        endpointer = Endpointer(SileroDetector(), EndpointSettings(longest=model.longest_utterance))
        stream = model.open_stream(StreamOptions(EN, tuning=tuning))
        load = LoadPolicy((Level("fixed", tuning),))
        ear = LiveEar(endpointer, stream, EN, load, clock, lambda _: None, lambda _: None)
        for first in range(0, len(talk.samples), LIVE_CHUNK):
            chunk = AudioChunk(talk.samples[first : first + LIVE_CHUNK], first)
            clock.wait_until(chunk.span.end, None)
            arrivals.note(chunk, chunk.span.end)
            yield from ear.hear(chunk, max(0.0, clock.now() - chunk.span.end - chunk.span.duration))
        yield from ear.finish()
