"""The stages of a live session."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.clock import Clock
from streamlation_desktop.core.errors import SourceError
from streamlation_desktop.core.events import CaptionUpdated, EventBus, Progressed
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk
from streamlation_desktop.engines.base import VoiceActivityDetector
from streamlation_desktop.media.source import MediaSource
from streamlation_desktop.pipeline.channel import Channel, Overflow
from streamlation_desktop.pipeline.live.arrivals import Arrivals
from streamlation_desktop.pipeline.live.captioning import CaptionStep, LineUpdate
from streamlation_desktop.pipeline.live.ear import LiveEar, SpeechUpdate
from streamlation_desktop.pipeline.live.endpointer import Endpointer, EndpointSettings, SpeechPart
from streamlation_desktop.pipeline.live.keeping import KeepStep
from streamlation_desktop.pipeline.live.lines import LineWriter
from streamlation_desktop.pipeline.live.load import LoadPolicy
from streamlation_desktop.pipeline.live.meter import CaptionMeter
from streamlation_desktop.pipeline.live.sentences import LiveSentences
from streamlation_desktop.pipeline.live.translating import LiveResult, TranslateStep
from streamlation_desktop.pipeline.pipeline import Pipeline
from streamlation_desktop.session.free_memory import FreeMemory
from streamlation_desktop.session.live_figures import LiveFigures, stages_of
from streamlation_desktop.session.live_language import hear_language, known_language
from streamlation_desktop.session.live_ledger import LedgerKeeper
from streamlation_desktop.session.live_recognition import LiveRecognition
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.live_resume import EarlierRun
from streamlation_desktop.session.live_source import LiveIngest
from streamlation_desktop.session.live_tracks import LiveTracks
from streamlation_desktop.session.live_trial import PolicyTrial
from streamlation_desktop.storage.ledger import LedgerSession

AUDIO_AHEAD = 10.0
"""Seconds of sound that may wait; of a live source, what is older is dropped, so that no lag grows beyond it."""
_TEXT_AHEAD = 10_000
_STATS_SECONDS = 1.0
_DRAIN_SECONDS = 20.0
"""How long a stopped session may take to finish what was said."""


@dataclass(slots=True)
class LivePipeline:
    """Ingest, recognize, caption, translate, keep: a thread each."""

    request: LiveRequest
    events: EventBus
    clock: Clock
    source: MediaSource
    source_token: CancelToken
    recognition: LiveRecognition
    tracks: LiveTracks
    earlier: EarlierRun
    age: float = 0.0
    """Seconds by which the session is older than the source."""
    heard_until: float = 0.0
    failure: SourceError | None = None
    """Why the source ended, if it failed."""
    _work: CancelToken = field(default_factory=CancelToken)
    _arrivals: Arrivals = field(default_factory=Arrivals)
    _trial: PolicyTrial | None = field(default=None)
    _meters: dict[LanguageCode, CaptionMeter] = field(default_factory=dict)

    def run(self, record: LedgerSession, detector: Callable[[], VoiceActivityDetector]) -> None:
        """Run until the source ends or its token is cancelled, and finish what was said.

        Raises:
            StreamlationError: a stage failed.
            Cancelled: it took too long to finish.
        """
        is_timed = self.source.info.is_live or self.request.pace == "realtime"
        ingest = self._ingest()
        audio: Channel[AudioChunk] = Channel(
            self._work,
            limit=AUDIO_AHEAD,
            cost=lambda chunk: chunk.span.duration,
            overflow=Overflow.DROP_OLDEST if is_timed else Overflow.BLOCK,
        )
        reading = Pipeline(self._work)
        reading.add("ingest", lambda chunks: chunks, ingest, audio)
        try:
            language, read = self._start(reading, audio, detector)
            load = self.recognition.load_policy(language, is_timed=is_timed)
            ear = self._ear(language, load, detector, is_timed=is_timed)
            stages = self._stages(chain(read, audio) if read else audio, audio, ear, language, record)
            stages.start()
            figures = LiveFigures(language, self._meters, load, audio, self.source)
            self._watch((reading, stages), figures)
        finally:
            self._work.cancel()
            if self._trial is not None:
                self._trial.close()
        self.failure = ingest.failure

    def _start(
        self, reading: Pipeline, audio: Channel[AudioChunk], detector: Callable[[], VoiceActivityDetector]
    ) -> tuple[LanguageCode, list[AudioChunk]]:
        """Load the translators and begin to read, in this order where the language is known; what was read for it."""
        model, sources = self.recognition.model(), self.request.job.sources
        language = known_language(self.earlier, sources, model.languages)
        if language is not None:
            self.tracks.open(language, self.earlier)
            reading.start()
            return language, []
        reading.start()
        language, read = hear_language(audio, detector(), model, sources, self.events)
        self.tracks.open(language, self.earlier)
        return language, read

    def _ear(
        self,
        language: LanguageCode,
        load: LoadPolicy,
        detector: Callable[[], VoiceActivityDetector],
        *,
        is_timed: bool,
    ) -> LiveEar:
        endpointer = Endpointer(detector(), EndpointSettings(longest=self.recognition.model().longest_utterance))
        stream = self.recognition.open_stream(language, load.level)
        self._trial = self.recognition.trial(language) if is_timed else None
        on_speech = self._trial.note if self._trial else _ignore
        change = self.recognition.change
        return LiveEar(
            endpointer, stream, language, load, self.clock, change, on_speech, lambda: self.recognition.renew(load)
        )

    def _watch(self, pipelines: Sequence[Pipeline], figures: LiveFigures) -> None:
        """Tell how it goes until all is done, or a stopped session takes too long to finish."""
        patience, memory = _DRAIN_SECONDS, FreeMemory()
        while not all(pipeline.join(_STATS_SECONDS) for pipeline in reversed(pipelines)):
            for stage in stages_of(pipelines):
                self.events.publish(stage)
            self.events.publish(figures.stats())
            self.events.publish(Progressed("listen", self.heard_until, None))
            memory.give_back()
            patience -= _STATS_SECONDS if self.source_token.is_cancelled else 0.0
            if patience <= 0:
                self._work.cancel()
        self.events.publish(figures.stats())

    def _ingest(self) -> LiveIngest:
        """The sound; behind an earlier run, a file goes on where that stopped, and a stream is so much later."""
        ingest = LiveIngest(self.source, self.source_token, self.clock, self._arrivals)
        if self.source.info.is_live:
            ingest.offset = round(max(self.age, self.earlier.media_end) * SAMPLE_RATE)
        else:
            ingest.is_paced = self.request.pace == "realtime"
            ingest.start_sample = round(self.earlier.media_end * SAMPLE_RATE)
        return ingest

    def _stages(
        self,
        source: Iterable[AudioChunk],
        audio: Channel[AudioChunk],
        ear: LiveEar,
        language: LanguageCode,
        record: LedgerSession,
    ) -> Pipeline:
        assert self.tracks.spoken is not None
        heard: Channel[SpeechUpdate] = Channel(self._work, limit=_TEXT_AHEAD)
        lines: Channel[LineUpdate] = Channel(self._work, limit=_TEXT_AHEAD)
        results: Channel[LiveResult] = Channel(self._work, limit=_TEXT_AHEAD)
        self._meters = {
            code: CaptionMeter(self._arrivals) for code in (language, *(t.language for t in self.tracks.targets))
        }
        done = len(self.earlier.sentences)
        writer = LineWriter(language, done, self.tracks.first_revision(language))
        sentences = LiveSentences(language, next_id=done)
        caption = CaptionStep(sentences, writer, self._meters[language], self.clock, self._publish)
        translate = TranslateStep(self.tracks.streams, self._meters, self.clock, self._publish, lambda: len(lines))
        keep = KeepStep(
            self.tracks.spoken,
            self.tracks.targets,
            self.recognition.origin,
            LedgerKeeper(record),
            self.events,
            self.tracks.written,
            ordinal=done,
        )
        pipeline = Pipeline(self._work)
        pipeline.add(
            "recognize",
            lambda chunks: self._recognize(chunks, audio, ear),
            source,
            heard,
            media=lambda chunk: chunk.span.duration,
        )
        pipeline.add("caption", caption, heard, lines)
        pipeline.add("translate", translate, lines, results)
        pipeline.add("keep", keep, results)
        return pipeline

    def _recognize(
        self, chunks: Iterable[AudioChunk], audio: Channel[AudioChunk], ear: LiveEar
    ) -> Iterator[SpeechUpdate]:
        try:
            if self.earlier.language and self.earlier.open_words:
                yield SpeechUpdate(self.earlier.language, self.earlier.open_words, (), self.earlier.media_end)
            for chunk in chunks:
                self.heard_until = (chunk.first_sample + len(chunk.samples)) / SAMPLE_RATE
                yield from ear.hear(chunk, audio.waiting_cost if audio.drops_oldest else 0.0)
            yield from ear.finish()
        finally:
            ear.close()

    def _publish(self, state: CaptionState) -> None:
        self.events.publish(CaptionUpdated(state))


def _ignore(_part: SpeechPart) -> None:
    """Nothing is measured in this session."""
