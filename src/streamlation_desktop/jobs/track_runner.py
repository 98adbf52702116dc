"""Takes one language of a job through its stages."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.jobs.context import Stopwatch, TrackContext
from streamlation_desktop.jobs.results import ExportResult, MixResult, TranscriptResult
from streamlation_desktop.jobs.stages.export import export, refuse_existing
from streamlation_desktop.jobs.stages.mix import mix
from streamlation_desktop.jobs.stages.speak import speak
from streamlation_desktop.jobs.stages.transcribe import transcribe
from streamlation_desktop.jobs.stages.translate import translate
from streamlation_desktop.jobs.stem_check import check_stems
from streamlation_desktop.jobs.voices import EVERYBODY
from streamlation_desktop.session.planner import plan_synthesizer
from streamlation_desktop.storage.voice_map import MappedVoice, VoiceMap


@dataclass(frozen=True, slots=True)
class TrackRunner:
    """Runs one stage at a time; what the stages before it gave is taken from the database."""

    context: TrackContext

    def run(self, stage: Stage) -> None:
        """Do one stage.

        Raises:
            StreamlationError: it cannot be done now, or ever.
            Cancelled: the job was stopped.
        """
        context = self.context
        context.begin(stage)
        match stage:
            case Stage.QUEUED:
                refuse_existing(context)
                check_stems(context.request, context.token)
                self._check_voice()
                self._check_separator()
            case Stage.STT:
                transcribe(context)
            case Stage.TRANSLATING:
                translate(context, transcribe(context))
            case Stage.DUBBING:
                transcript = transcribe(context)
                speak(context, transcript, translate(context, transcript))
            case Stage.MIXING:
                self._mix()
            case Stage.EXPORTING:
                self._export()

    def _check_voice(self) -> None:
        """One is needed late: that none speaks the language is told before the work."""
        context = self.context
        chosen = VoiceMap(context.services.database).chosen(context.request.project_name, context.language)
        wanted = chosen.get(EVERYBODY) or MappedVoice("")
        plan_synthesizer(context.services.catalogue().synthesizers, wanted.synthesizer, context.language)

    def _check_separator(self) -> None:
        """The same for what takes voice and background apart."""
        if self.context.request.separate:
            self.context.services.loaders.separator(Path(self.context.request.separate)).close()

    def _mix(self) -> tuple[TranscriptResult, MixResult]:
        context = self.context
        transcript = transcribe(context)
        dub = speak(context, transcript, translate(context, transcript))
        return transcript, mix(context, transcript, dub)

    def _export(self) -> None:
        context, watch = self.context, Stopwatch(time.thread_time)
        transcript, mixed = self._mix()
        exported = export(context, transcript, translate(context, transcript), mixed)
        result = ExportResult(exported.files, watch.cost(context))
        context.results.keep(context.job_id, context.language, Stage.EXPORTING, "", result)
