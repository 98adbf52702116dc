"""The languages of a live session: who translates, which cues there are, where they are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from streamlation_desktop.core.errors import EngineError, ModelError
from streamlation_desktop.core.events import EventBus, Warned
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, Sentence, Translation
from streamlation_desktop.engines.base import LanguagePair, Translator
from streamlation_desktop.pipeline.live.growing import GrowingTarget
from streamlation_desktop.pipeline.live.keeping import LiveTrack
from streamlation_desktop.pipeline.live.lines import LineWriter
from streamlation_desktop.pipeline.live.targets import SentenceTarget, TargetStream
from streamlation_desktop.pipeline.stages.translate import SentenceTranslator
from streamlation_desktop.session.engine_pool import SharedTranslator
from streamlation_desktop.session.fallback import FallbackTranslator
from streamlation_desktop.session.live_files import RollingFiles
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.live_resume import EarlierRun
from streamlation_desktop.session.result import JobResult, TrackResult
from streamlation_desktop.session.services import Services
from streamlation_desktop.session.translating import TranslatorChoice, open_translator
from streamlation_desktop.subtitles.builder import CueBuilder
from streamlation_desktop.subtitles.norms import norms_for
from streamlation_desktop.translation.glossary import Glossary, read_glossary
from streamlation_desktop.translation.restore import as_sentence


@dataclass(slots=True)
class LiveTracks:
    """Opened when the spoken language is known."""

    request: LiveRequest
    services: Services
    events: EventBus
    recognizer: Origin
    result: JobResult = field(default_factory=JobResult)
    streams: list[TargetStream] = field(default_factory=list)
    spoken: LiveTrack | None = None
    targets: list[LiveTrack] = field(default_factory=list)
    _files: RollingFiles | None = None
    _whole: list[SentenceTranslator] = field(default_factory=list)
    _first_line: int = 0

    def open(self, spoken: LanguageCode, earlier: EarlierRun) -> None:
        """Load the translators, and take up the captions of an earlier run.

        Raises:
            EngineError: not one of the targets can be translated into.
            ModelError: a model is missing or damaged.
            UsageError: the glossary makes no sense.
        """
        job = self.request.job
        self._first_line = len(earlier.sentences)
        glossary = read_glossary(job.glossary) if job.glossary else Glossary(())
        self.spoken = self._track(spoken)
        self.result.spoken = TrackResult(spoken, self.spoken.cues, (self.recognizer,))
        self.result.wants_spoken = not job.targets or spoken in job.targets
        for target in job.targets:
            if target != spoken:
                self._open_target(spoken, target, glossary)
        if self.result.failures and not self.targets:
            raise self.result.failures[0]
        if job.output.folder is not None:
            self._files = RollingFiles(job, self.events, self.result)
        for sentence, known in zip(earlier.sentences, earlier.translations, strict=True):
            self._replay(sentence, known)

    def _replay(self, sentence: Sentence, known: Mapping[LanguageCode, Translation]) -> None:
        assert self.spoken is not None
        self.spoken.cues += self.spoken.builder.add(sentence)
        for track, whole in zip(self.targets, self._whole, strict=True):
            translation = known.get(track.language) or whole([sentence])[0]
            track.cues += track.builder.add(translation)

    def first_revision(self, language: LanguageCode) -> int:
        """Revision of captions that comes before the first one of this run."""
        return dict(self.request.revisions).get(language, 0)

    def written(self, track: LiveTrack) -> None:
        """A track has new cues; raises as `RollingFiles.grow`."""
        if self._files is not None and (track is not self.spoken or self.result.wants_spoken):
            self._files.grow(track)

    def finish(self) -> list[Path]:
        """Write the whole files; raises as `RollingFiles.finish`."""
        if self._files is None:
            return []
        spoken = [self.spoken] if self.spoken and self.result.wants_spoken else []
        return [path for track in (*spoken, *self.targets) for path in self._files.finish(track)]

    def _open_target(self, spoken: LanguageCode, target: LanguageCode, glossary: Glossary) -> None:
        job, pair = self.request.job, LanguagePair(spoken, target)
        choice = TranslatorChoice.of(job)
        try:
            translator = open_translator(self.services, self.events, choice, pair)
        except (EngineError, ModelError) as error:
            self.result.failures.append(error)
            self.events.publish(Warned(str(error), error.hint))
            return

        whole = SentenceTranslator(translator, target, choice.preset.value, glossary, self.services.cache)
        writer = LineWriter(target, self._first_line, self.first_revision(target))
        self._whole.append(whole)
        self.streams.append(_stream(translator, whole, pair, writer, is_free=job.glossary is None))
        track = self._track(target)
        self.targets.append(track)
        self.result.translated.append(TrackResult(target, track.cues, (self.recognizer, translator.origin)))

    def _track(self, language: LanguageCode) -> LiveTrack:
        return LiveTrack(language, CueBuilder(norms_for(language)))


def _stream(
    translator: Translator, whole: SentenceTranslator, pair: LanguagePair, writer: LineWriter, *, is_free: bool
) -> TargetStream:
    """Word by word where the engine can go on from what was shown, and no terms ask for whole sentences."""
    extender = (
        translator.extender if isinstance(translator, SharedTranslator | FallbackTranslator) and is_free else None
    )
    if extender is not None:
        return GrowingTarget(pair, writer, whole, extender, translator.origin)

    def draft(texts: Sequence[str]) -> list[str]:
        return [each.text for each in translator.translate([as_sentence(text, pair.source) for text in texts], pair)]

    return SentenceTarget(pair.target, writer, whole, draft)
