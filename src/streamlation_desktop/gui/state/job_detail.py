"""All about one dubbing job, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.item_models.dub_lines import DubbedLine
from streamlation_desktop.jobs.keys import request_of
from streamlation_desktop.jobs.results import DubResult, MixResult, TranslationResult
from streamlation_desktop.storage.job_assets import JobAssets
from streamlation_desktop.storage.job_records import JobEvent, JobRecord
from streamlation_desktop.storage.job_results import JobResults
from streamlation_desktop.storage.jobs import JobStore
from streamlation_desktop.storage.voice_map import VoiceMap

if TYPE_CHECKING:
    from streamlation_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class JobDetail:
    """What the page shows of a job."""

    job: JobRecord
    events: tuple[JobEvent, ...]
    lines: dict[LanguageCode, tuple[DubbedLine, ...]]
    names: dict[str, str]
    """Of the speakers, by label."""
    files: tuple[str, ...]
    warnings: tuple[str, ...]


def read_detail(database: Database, job_id: str) -> JobDetail:
    """Read it; takes some milliseconds, so call it from a pool.

    Raises:
        UsageError: the job is gone.
        StorageError: the database refuses.
    """
    store, results = JobStore(database), JobResults(database)
    job = store.get(job_id)
    lines = {track.language: _lines(results, job_id, track.language) for track in job.tracks}
    project, names = request_of(job).project_name, VoiceMap(database)
    speakers = {line.speaker for each in lines.values() for line in each if line.speaker}
    return JobDetail(
        job,
        store.events(job_id),
        lines,
        {speaker: names.name(project, speaker) for speaker in sorted(speakers)},
        tuple(asset.path for asset in JobAssets(database).of(job_id)),
        tuple(dict.fromkeys(warning for track in job.tracks for warning in _warnings(results, job_id, track.language))),
    )


def _lines(results: JobResults, job_id: str, language: LanguageCode) -> tuple[DubbedLine, ...]:
    dub = results.latest(DubResult, job_id, language, Stage.DUBBING)
    edits = results.edits(job_id, language)
    return tuple(
        DubbedLine(
            line.line,
            line.start,
            line.end,
            line.speaker,
            edits.get(line.line, line.text),
            line.voice,
            line.tempo,
            line.line in edits,
        )
        for line in (dub.lines if dub else ())
    )


def _warnings(results: JobResults, job_id: str, language: LanguageCode) -> tuple[str, ...]:
    found: list[str] = []
    for kind, stage in (
        (TranslationResult, Stage.TRANSLATING),
        (DubResult, Stage.DUBBING),
        (MixResult, Stage.MIXING),
    ):
        result = results.latest(kind, job_id, language, stage)
        found += [f"{language}: {warning}" for warning in getattr(result, "warnings", ())]
    return tuple(found)
