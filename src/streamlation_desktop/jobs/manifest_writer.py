"""Writes the manifest of a job from what its stages kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from streamlation_desktop import __version__
from streamlation_desktop.core.errors import OutputExists
from streamlation_desktop.core.files import write_alone
from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.core.types import Origin
from streamlation_desktop.jobs.manifest import (
    EngineUsed,
    InputFile,
    LanguageReport,
    LineReport,
    Manifest,
    OutputFile,
    SoundReport,
    StageCost,
)
from streamlation_desktop.jobs.naming import DubNames
from streamlation_desktop.jobs.request import TARGET_LOUDNESS, DubRequest
from streamlation_desktop.jobs.results import (
    Cost,
    DubResult,
    ExportResult,
    MixResult,
    SoundFile,
    SpokenLine,
    TranscriptResult,
    TranslationResult,
)
from streamlation_desktop.jobs.workspace import sha256_of_file
from streamlation_desktop.session.services import Services
from streamlation_desktop.storage.job_assets import JobAssets
from streamlation_desktop.storage.job_records import JobRecord, TrackRecord
from streamlation_desktop.storage.job_results import JobResults
from streamlation_desktop.storage.jobs import JOB_WIDE
from streamlation_desktop.storage.voice_map import VoiceMap


class ManifestWriter:
    """The manifest of one job; written anew whenever a language is done."""

    def __init__(self, services: Services, job: JobRecord, request: DubRequest) -> None:
        self._services = services
        self._job = job
        self._request = request
        self._results = JobResults(services.database)
        self._licence = services.catalogue().licence

    def write(self) -> Path:
        """Write it.

        Raises:
            OutputExists: another file is there.
            StorageError: the disk refuses.
        """
        path = DubNames(self._request).manifest
        self.require_free()
        data = self._manifest().to_json()
        assets = JobAssets(self._services.database)
        assets.add(self._job.id, str(path), JOB_WIDE, hashlib.sha256(data).hexdigest())
        write_alone(path, data)
        return path

    def require_free(self) -> None:
        """One that is there already must be this job's; raises as `write`."""
        path = DubNames(self._request).manifest
        if not path.exists() or self._request.output.overwrite:
            return
        own = {asset.path for asset in JobAssets(self._services.database).of(self._job.id)}
        if str(path) not in own:
            raise OutputExists(f"{path} exists", hint="Overwrite it with --overwrite, or choose another -o FOLDER.")

    def _manifest(self) -> Manifest:
        transcript = self._results.latest(TranscriptResult, self._job.id, JOB_WIDE, Stage.STT)
        speakers = {sentence.speaker for sentence in transcript.sentences} if transcript else set()
        names = VoiceMap(self._services.database)
        return Manifest(
            application=f"streamlation-desktop {__version__}",
            job=self._job.id,
            source_language=transcript.language if transcript else "",
            seconds=transcript.media_seconds if transcript else 0.0,
            target_loudness=TARGET_LOUDNESS[self._request.loudness],
            inputs=list(self._inputs(transcript)),
            speakers={each: names.name(self._request.project_name, each) for each in sorted(speakers)},
            languages=[self._language(track, transcript) for track in self._job.tracks],
        )

    def _inputs(self, transcript: TranscriptResult | None) -> Iterator[InputFile]:
        request = self._request
        seconds = transcript.media_seconds if transcript else None
        source = Path(request.location)
        yield InputFile(role="source", path=str(source), sha256=sha256_of_file(source), seconds=seconds)
        if request.stems:
            voice, background = request.stems.voice, request.stems.background
            yield InputFile(role="voice stem", path=str(voice), sha256=sha256_of_file(voice))
            yield InputFile(role="background stem", path=str(background), sha256=sha256_of_file(background))
        if request.captions:
            yield InputFile(role="captions", path=str(request.captions), sha256=sha256_of_file(request.captions))
        if request.glossary:
            yield InputFile(role="glossary", path=str(request.glossary), sha256=sha256_of_file(request.glossary))

    def _language(self, track: TrackRecord, transcript: TranscriptResult | None) -> LanguageReport:
        job, language = self._job.id, track.language
        translation = self._results.latest(TranslationResult, job, language, Stage.TRANSLATING)
        dub = self._results.latest(DubResult, job, language, Stage.DUBBING)
        mixed = self._results.latest(MixResult, job, language, Stage.MIXING)
        exported = self._results.latest(ExportResult, job, language, Stage.EXPORTING)
        status = "complete" if track.is_done else "failed" if track.is_dead else "unfinished"
        parts = (transcript, translation, dub, mixed)
        return LanguageReport(
            language=language,
            status=status,  # type: ignore[arg-type]
            error=f"{track.error.code}: {track.error.message}" if track.error else "",
            engines=list(self._engines(transcript, translation, dub, mixed)),
            lines=[_line(each) for each in dub.lines] if dub else [],
            voice=_sound(mixed.voice) if mixed else None,
            mix=_sound(mixed.mix) if mixed else None,
            voice_gain=mixed.voice_gain if mixed else 0.0,
            stem_offsets=list(mixed.stem_offsets) if mixed else [],
            outputs=_outputs(exported),
            warnings=[message for part in parts if part for message in part.warnings],
            cost=list(_costs(transcript, translation, dub, mixed, exported)),
        )

    def _engines(
        self,
        transcript: TranscriptResult | None,
        translation: TranslationResult | None,
        dub: DubResult | None,
        mixed: MixResult | None,
    ) -> Iterator[EngineUsed]:
        for part in (transcript, mixed):
            for helper in part.helpers if part else ():
                yield self._engine(helper.task, helper.origin)
        for origin in transcript.engines if transcript else ():
            yield self._engine("recognize", origin)
        if translation:
            yield self._engine("translate", translation.engine)
        for origin in dub.voices if dub else ():
            yield self._engine("speak", origin)

    def _engine(self, task: str, origin: Origin) -> EngineUsed:
        return EngineUsed(
            task=task,  # type: ignore[arg-type]
            engine=origin.engine,
            model=origin.model,
            licence=self._licence(origin),
            quality=origin.quality,
        )


def _line(line: SpokenLine) -> LineReport:
    return LineReport(
        line=line.line,
        speaker=line.speaker,
        voice=line.voice,
        text=line.text,
        cue=(round(line.cue_start, 3), round(line.cue_end, 3)),
        slot=(round(line.slot_earliest, 3), round(line.slot_end, 3)),
        actual=(round(line.start, 3), round(line.end, 3)),
        length_scale=line.scale,
        stretch=round(line.stretch, 4),
        tempo=round(line.tempo, 4),
        wording=line.wording,
        overlap=round(line.overlap, 3),
    )


def _sound(sound: SoundFile) -> SoundReport:
    return SoundReport(loudness=sound.integrated, true_peak=sound.true_peak, seconds=round(sound.seconds, 3))


def _outputs(exported: ExportResult | None) -> list[OutputFile]:
    files = exported.files if exported else ()
    return [OutputFile(kind=each.kind, path=each.path.name, sha256=each.sha256) for each in files]  # type: ignore[arg-type]


def _costs(
    transcript: TranscriptResult | None,
    translation: TranslationResult | None,
    dub: DubResult | None,
    mixed: MixResult | None,
    exported: ExportResult | None,
) -> Iterator[StageCost]:
    parts = ((Stage.STT, transcript), (Stage.TRANSLATING, translation), (Stage.DUBBING, dub), (Stage.MIXING, mixed))
    for stage, part in (*parts, (Stage.EXPORTING, exported)):
        if part is not None:
            yield _cost(stage, part.cost)


def _cost(stage: Stage, cost: Cost) -> StageCost:
    return StageCost(
        stage=stage.value,  # type: ignore[arg-type]
        wall_seconds=cost.wall_seconds,
        cpu_seconds=cost.cpu_seconds,
        gpu_seconds=cost.gpu_seconds,
    )
