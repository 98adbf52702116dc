"""The caption tracks of a job, opened when the spoken language is known."""

from __future__ import annotations

from collections.abc import Sequence

from streamlation_desktop.core.errors import EngineError, ModelError
from streamlation_desktop.core.events import Warned
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.core.types import Origin, Translation
from streamlation_desktop.pipeline.tracks import CaptionTrack
from streamlation_desktop.session.job import JobContext
from streamlation_desktop.session.result import TrackResult
from streamlation_desktop.session.translating import TargetTranslator
from streamlation_desktop.storage.chunks import Committed
from streamlation_desktop.subtitles.builder import CueBuilder
from streamlation_desktop.subtitles.document import UNDETERMINED
from streamlation_desktop.subtitles.norms import norms_for
from streamlation_desktop.translation.glossary import Glossary, read_glossary

_FASTEST = 30.0
"""Frames per second; two frames of faster video would be too short a gap to be seen."""

SEVERAL = LanguageCode("mul")
"""ISO 639-2 for a track in several languages."""


class TrackOpener:
    """Makes the transcript's track and one per target."""

    def __init__(self, context: JobContext, source: SourceInfo, recognizer: Origin) -> None:
        """Read the glossary, so that a bad one is told before any work.

        Raises:
            UsageError: the glossary makes no sense.
            SourceError: it cannot be read.
        """
        self._context = context
        known = source.video.frame_rate if source.video else None
        self._frame_rate = min(known, _FASTEST) if known else None
        self._recognizer = recognizer
        path = context.request.glossary
        self._glossary = read_glossary(path) if path else Glossary(())
        self.glossary_text = path.read_text(encoding="utf-8") if path else ""

    def open(self, spoken: LanguageCode, committed: Committed) -> Sequence[CaptionTrack]:
        """Open the tracks; a target that nothing translates is told, and the others go on.

        Raises:
            OutputExists: the transcript's file is there already.
        """
        context = self._context
        several = len(context.request.sources) > 1
        language = SEVERAL if several else spoken
        transcript = self._track(language, committed)
        result = context.result
        result.spoken = TrackResult(language, transcript.cues, (self._recognizer,), transcript.sentences)
        result.wants_spoken = not context.request.targets or spoken in context.request.targets
        tracks = [transcript]
        for target in context.request.targets:
            if target != language:
                tracks += self._target(spoken, target, committed)
        if result.wants_spoken or result.failures:
            context.refuse_existing([language])
        return tracks

    def open_silent(self) -> None:
        """Nobody spoke: say so, and let the files be empty rather than missing."""
        result = self._context.result
        self._context.events.publish(Warned("no speech was found", "Is it the right audio track? Try --no-vad."))
        result.translated = [TrackResult(target, (), (self._recognizer,)) for target in self._context.request.targets]
        if not result.translated:
            language = next(iter(self._context.request.sources), UNDETERMINED)
            result.translated = [TrackResult(language, (), (self._recognizer,))]

    def _target(self, spoken: LanguageCode, target: LanguageCode, committed: Committed) -> list[CaptionTrack]:
        context = self._context
        translate = TargetTranslator(context, target, self._glossary)
        try:
            for source in context.request.sources or (spoken,):
                if source != target:
                    translate.prepare(source)
        except (EngineError, ModelError) as error:
            context.result.failures.append(error)
            context.events.publish(Warned(str(error), error.hint))
            return []
        track = self._track(target, committed)
        track.translate = translate
        context.result.translated.append(TrackResult(target, track.cues, (self._recognizer, *translate.origins)))
        return [track]

    def _track(self, language: LanguageCode, committed: Committed) -> CaptionTrack:
        replayed: dict[int, tuple[Translation, ...]] = {
            captions.ordinal: captions.translations for captions in committed.captions if captions.language == language
        }
        return CaptionTrack(language, CueBuilder(norms_for(language, self._frame_rate)), replayed=replayed)
