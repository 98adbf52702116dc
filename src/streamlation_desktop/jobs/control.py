"""What a user does to jobs: pause, go on, cancel, try again, change a line or a voice, delete."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.errors import AlreadyRunning, UsageError
from streamlation_desktop.core.jobs import WORKING_STAGES, JobState, Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.jobs.keys import request_of
from streamlation_desktop.jobs.results import TranslationResult
from streamlation_desktop.jobs.workspace import Workspace
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.job_assets import JobAssets
from streamlation_desktop.storage.job_records import JobRecord
from streamlation_desktop.storage.job_results import JobResults
from streamlation_desktop.storage.jobs import JobStore
from streamlation_desktop.storage.lease import Lease
from streamlation_desktop.storage.voice_map import MappedVoice, VoiceMap

_LET_GO_SECONDS = 10.0
"""How long a process that works on a job may take to notice that it was cancelled."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class JobControl:
    """Works on the jobs of a database; a process that works on them notices within a second."""

    database: Database

    @property
    def store(self) -> JobStore:
        """The queue."""
        return JobStore(self.database)

    def pause(self, job: JobRecord) -> None:
        """Stop for now."""
        _require(job, JobState.QUEUED, JobState.RUNNING)
        self.store.set_state(job.id, JobState.PAUSED, "paused")

    def resume(self, job: JobRecord) -> None:
        """Go on where it stopped."""
        _require(job, JobState.PAUSED, JobState.RUNNING, JobState.CANCELLED)
        self.store.set_state(job.id, JobState.QUEUED, "resumed")

    def cancel(self, job: JobRecord) -> None:
        """Stop for good; what was done stays until the job is deleted."""
        _require(job, JobState.QUEUED, JobState.RUNNING, JobState.PAUSED)
        self.store.set_state(job.id, JobState.CANCELLED, "cancelled")

    def retry(self, job: JobRecord) -> None:
        """Try what failed again, at once."""
        failed = [track for track in job.tracks if track.error is not None]
        if not failed:
            raise UsageError("nothing of this job has failed", hint="See: streamlation jobs show ID")
        for track in failed:
            self.store.enter(job.id, track.language, track.stage)
        self.store.set_state(job.id, JobState.QUEUED, "retried")

    def replay(self, job: JobRecord, stage: Stage | None, language: LanguageCode | None) -> None:
        """Do again from a stage on; by default from the one that failed.

        Raises:
            UsageError: there is no such stage or language in the job.
        """
        tracks = [track for track in job.tracks if language in (None, track.language)]
        if not tracks or (stage is not None and stage not in WORKING_STAGES):
            raise UsageError("the job has no such language or stage", hint="See: streamlation jobs show ID")
        for track in tracks:
            self.store.enter(job.id, track.language, stage or (track.stage if track.error else Stage.STT))
        self.store.set_state(job.id, JobState.QUEUED, "replayed", stage.value if stage else "")

    def edit(self, job: JobRecord, language: LanguageCode, line: int, text: str) -> None:
        """Have a line say something else; only it is spoken anew.

        Raises:
            UsageError: the job has no such language or line.
        """
        self._require_language(job, language)
        results = JobResults(self.database)
        made = results.latest(TranslationResult, job.id, language, Stage.TRANSLATING)
        if made is not None and line not in [each.sentence.id for each in made.translations]:
            raise UsageError(f"the job has no line {line}", hint="See: streamlation jobs show ID")
        results.edit(job.id, language, line, text)
        self.store.note(job.id, language, Stage.TRANSLATING, "edited", f"line {line}: {text}")
        self._again_from(job, language, Stage.TRANSLATING)

    def change_voice(self, job: JobRecord, language: LanguageCode, speaker: str, voice: MappedVoice | None) -> None:
        """Give a speaker another voice, or with None their own back; nothing is recognized or translated anew."""
        self._require_language(job, language)
        project, known = request_of(job).project_name, VoiceMap(self.database)
        if voice is None:
            known.forget(project, speaker, language)
        else:
            known.choose(project, speaker, language, voice)
        self.store.note(job.id, language, Stage.DUBBING, "voice", f"{speaker or 'everybody'}: {voice or 'their own'}")
        self._again_from(job, language, Stage.DUBBING)

    def delete(self, job: JobRecord, *, with_files: bool) -> list[Path]:
        """Forget a job and its intermediate files; returns the finished files that were removed.

        Raises:
            AlreadyRunning: a process works on it and does not let go.
        """
        if job.state is JobState.RUNNING:
            self.store.set_state(job.id, JobState.CANCELLED, "cancelled")
        lease = Lease(self.database.path, job.id)
        if not lease.acquire(_LET_GO_SECONDS):
            raise AlreadyRunning("the job is being worked on", hint="Cancel it first: streamlation jobs cancel ID")
        try:
            removed = remove_files(self.database, job.id) if with_files else []
            Workspace.of(self.database, job.id).wipe()
            self.store.delete(job.id)
        finally:
            lease.release()
        return removed

    def _again_from(self, job: JobRecord, language: LanguageCode, stage: Stage) -> None:
        if job.track(language).stage.ordinal > stage.ordinal:
            self.store.enter(job.id, language, stage)
        if job.state in (JobState.FINISHED, JobState.FAILED):
            self.store.set_state(job.id, JobState.QUEUED, "changed")

    def _require_language(self, job: JobRecord, language: LanguageCode) -> None:
        if language not in [track.language for track in job.tracks]:
            raise UsageError(f"the job has no {language}", hint="See: streamlation jobs show ID")


def remove_files(database: Database, job_id: str) -> list[Path]:
    """Remove the finished files of a job, and the records of them; source media are never among them."""
    assets, removed = JobAssets(database), []
    for asset in assets.of(job_id):
        with suppress(FileNotFoundError):
            Path(asset.path).unlink()
            removed.append(Path(asset.path))
            log.info("deleted: %s", asset.path)
        assets.forget(asset)
    return removed


def _require(job: JobRecord, *states: JobState) -> None:
    if job.state not in states:
        raise UsageError(f"the job is {job.state.value}", hint="See: streamlation jobs list")
