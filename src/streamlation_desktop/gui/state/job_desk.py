"""The queue of dubbing jobs, for the window: what is in it, what is done to it, who works on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from streamlation_desktop.core.errors import InferenceFailed
from streamlation_desktop.core.events import JobProgressed
from streamlation_desktop.core.jobs import JobState, Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.job_worker import JobWorker

if TYPE_CHECKING:
    from streamlation_desktop.jobs.control import JobControl
    from streamlation_desktop.jobs.request import DubRequest
    from streamlation_desktop.storage.job_records import JobRecord
    from streamlation_desktop.storage.voice_map import MappedVoice

_EVERY = 1_000
"""Milliseconds between two looks at the queue while somebody works on it, this window or another program."""
_OPEN = (JobState.QUEUED, JobState.RUNNING)
_OVER = (JobState.FINISHED, JobState.FAILED)


class JobDesk(QObject):
    """Everything is in the database; the engine process does the work."""

    changed = Signal()
    """`jobs` is another list now, or a job in it stands elsewhere."""
    ended = Signal(object)
    """A `JobRecord` that has finished, or failed for good."""
    failed = Signal(object)
    """A `StreamlationError`."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.jobs: tuple[JobRecord, ...] = ()
        self.remaining: dict[tuple[str, LanguageCode, Stage], float] = {}
        """Seconds until a stage of a language of a job is done, where that is known."""
        self._is_watched = False
        self._is_asked = False
        self._is_stale = False
        """The queue changed while it was being read."""
        self._worker = JobWorker(desk, self)
        self._worker.progressed.connect(self._advance)
        self._worker.ended.connect(self._on_worker_gone)
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.refresh)

    @property
    def is_working(self) -> bool:
        """True while the queue is worked on from here."""
        return self._worker.is_running

    @property
    def at_work(self) -> int:
        """How many jobs are being done, or wait for it."""
        return sum(job.state in _OPEN for job in self.jobs)

    def watch(self) -> None:
        """Somebody looks at the queue: keep the list fresh."""
        self._is_watched = True
        self.refresh()

    def refresh(self) -> None:
        """Read the queue anew."""
        self._is_stale = self._is_asked
        if self._is_asked or not self._desk.is_ready:
            return
        self._is_asked = True
        self._desk.tasks.run("disk", self, lambda: self._control().store.list(), self._show, self._not_read)

    def work(self) -> None:
        """Have the queue worked on."""
        self._worker.start()
        self._timer.start()
        self.refresh()

    def submit(self, request: DubRequest, done: Callable[[JobRecord], Any]) -> None:
        """Put a job in the queue and begin."""
        from streamlation_desktop.jobs.submitting import submit

        services = self._desk.shelf.services
        self._run(lambda: submit(services, request), done)

    def act(self, name: str, job: JobRecord) -> None:
        """``pause``, ``resume``, ``cancel`` or ``retry`` a job."""
        self._run(lambda: getattr(self._control(), name)(job))

    def replay(self, job: JobRecord, stage: Stage | None, language: LanguageCode | None) -> None:
        """Do again from a stage on; None is the one that failed."""
        self._run(lambda: self._control().replay(job, stage, language))

    def edit(self, job: JobRecord, language: LanguageCode, line: int, text: str) -> None:
        """Have a line of the dub say something else."""
        self._run(lambda: self._control().edit(job, language, line, text))

    def change_voice(self, job: JobRecord, language: LanguageCode, speaker: str, voice: MappedVoice | None) -> None:
        """Give a speaker, or with an empty name everybody, another voice."""
        self._run(lambda: self._control().change_voice(job, language, speaker, voice))

    def rename(self, job: JobRecord, speaker: str, name: str, done: Callable[[], Any]) -> None:
        """Call a speaker by a name; the project remembers it."""
        from streamlation_desktop.jobs.keys import request_of
        from streamlation_desktop.storage.voice_map import VoiceMap

        names = VoiceMap(self._desk.shelf.services.database)
        project = request_of(job).project_name
        self._desk.tasks.run(
            "disk", self, lambda: names.rename(project, speaker, name), lambda _: done(), self.failed.emit
        )

    def delete(self, job: JobRecord, *, with_files: bool) -> None:
        """Forget a job; its finished files go only when asked for."""
        self._desk.tasks.run(
            "engine",  # it may take seconds until the worker lets go
            self,
            lambda: self._control().delete(job, with_files=with_files),
            lambda _: self.refresh(),
            self.failed.emit,
        )

    def close(self) -> None:
        """Work no more; what is done is kept."""
        self._timer.stop()
        self._worker.close()

    def _control(self) -> JobControl:
        from streamlation_desktop.jobs.control import JobControl

        return JobControl(self._desk.shelf.services.database)

    def _run(self, work: Callable[[], Any], done: Callable[[Any], Any] | None = None) -> None:
        def then(result: Any) -> None:
            if done is not None:
                done(result)
            self.work()

        self._desk.tasks.run("disk", self, work, then, self.failed.emit)

    def _show(self, jobs: tuple[JobRecord, ...]) -> None:
        self._is_asked = False
        before = {job.id: job.state for job in self.jobs}
        self.jobs = jobs
        self.changed.emit()
        for job in jobs:
            if job.state in _OVER and before.get(job.id) in _OPEN:
                self.ended.emit(job)
        if not self._worker.is_running and not (self._is_watched and self.at_work):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
        if self._is_stale:
            self.refresh()

    def _not_read(self, error: object) -> None:
        self._is_asked = False
        self._timer.stop()
        self.failed.emit(error)

    def _advance(self, batch: list[JobProgressed]) -> None:
        for happened in batch:
            key = (happened.job, happened.language, happened.stage)
            self.remaining.pop(key, None)
            if happened.eta is not None:
                self.remaining[key] = happened.eta
        self.refresh()

    def _on_worker_gone(self, fault: str) -> None:
        self.remaining.clear()
        self.refresh()
        if fault:
            self.failed.emit(InferenceFailed(fault, hint="What was done is kept."))
