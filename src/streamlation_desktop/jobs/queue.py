"""Works on the queue: a stage at a time, several jobs at once, until none is left."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, StreamlationError
from streamlation_desktop.core.events import ErrorInfo, EventBus, JobProgressed
from streamlation_desktop.core.jobs import JobState, Stage
from streamlation_desktop.jobs.executor import Executor, LocalThreads
from streamlation_desktop.jobs.keys import request_of
from streamlation_desktop.jobs.manifest_writer import ManifestWriter
from streamlation_desktop.jobs.request import DubRequest
from streamlation_desktop.jobs.retry import delay_before_retry
from streamlation_desktop.jobs.stage_worker import LocalStages
from streamlation_desktop.jobs.workspace import Workspace
from streamlation_desktop.session.services import Services
from streamlation_desktop.session.stage_request import StageRequest, StageWorker
from streamlation_desktop.storage.job_records import JobRecord, TrackRecord
from streamlation_desktop.storage.jobs import JobStore
from streamlation_desktop.storage.lease import Lease

MOST_JOBS = 10
"""At once."""
_LOOK_SECONDS = 0.5
"""How often the database is asked whether another process paused, cancelled or deleted a job."""
_STOP_SECONDS = 1.5
"""How long a stop waits for the calls of models; what they make is lost, and made again."""

log = logging.getLogger(__name__)


def stage_limits() -> dict[Stage, int]:
    """How many tracks may be in a stage at once: models are shared, mixing is one thread's work."""
    cores = os.cpu_count() or 1
    return {
        Stage.QUEUED: 2,
        Stage.STT: 1,
        Stage.TRANSLATING: 1,
        Stage.DUBBING: 2,
        Stage.MIXING: max(1, cores),
        Stage.EXPORTING: 2,
    }


@dataclass(slots=True)
class _Held:
    """A job that this process works on."""

    lease: Lease
    token: CancelToken


class JobQueue:
    """Works on the jobs of the database; several processes may do so, each on jobs of its own."""

    def __init__(
        self,
        services: Services,
        events: EventBus,
        *,
        engine: StageWorker | None = None,
        local: StageWorker | None = None,
        executor: Executor | None = None,
        limits: Mapping[Stage, int] | None = None,
    ) -> None:
        """Nothing is started yet.

        Args:
            services: engines and storage.
            events: told of the progress of every job.
            engine: does the stages that need models, in the engine process for example; the models of `services`
                by default.
            local: does the other stages; threads of this process by default.
            executor: where the work is done; threads of this process by default.
            limits: how many tracks may be in a stage at once.
        """
        self._services = services
        self._events = events
        self._limits = dict(limits or stage_limits())
        self._local: StageWorker = local or LocalStages(services)
        self._engine = engine or self._local
        self._executor = executor or LocalThreads(sum(self._limits.values()))
        self._store = JobStore(services.database)
        self._changed = threading.Condition()
        self._running: dict[tuple[str, str], Stage] = {}
        self._news = threading.Event()
        """Something ended, or all is to stop; what comes during a look at the queue makes it look again."""
        self._held: dict[str, _Held] = {}

    def run(self, token: CancelToken, only: Sequence[str] | None = None) -> None:
        """Work until no job can go on; failures of a job stay with it.

        Args:
            token: stops all; what is done is kept.
            only: ids of the jobs; all by default.

        Raises:
            Cancelled: `token` was cancelled.
            StorageError: the disk or the database refuses.
        """
        forget = token.on_cancel(self._news.set)
        try:
            while self._step(token, only):
                self._news.wait(_LOOK_SECONDS)
        finally:
            forget()
            self._stop()
        token.raise_if_cancelled()

    def close(self) -> None:
        """Release the workers."""
        self._executor.close()

    def _step(self, token: CancelToken, only: Sequence[str] | None) -> bool:
        """Start what can be started; False when nothing is left to wait for."""
        self._news.clear()
        if token.is_cancelled:
            return False
        with self._changed:  # before the database: what is no longer among these stands there as it ended
            running = dict(self._running)
        jobs = {job.id: job for job in self._store.list() if only is None or job.id in only}
        self._heed(jobs)
        busy = {job_id for job_id, _ in running}
        for job_id in [each for each in self._held if each not in busy and self._is_over(each, jobs.get(each))]:
            self._held.pop(job_id).lease.release()
            jobs.pop(job_id, None)
        for job, track in list(self._startable(jobs.values(), running)):
            self._start(job, track)
        return bool(self._held)

    def _heed(self, jobs: Mapping[str, JobRecord]) -> None:
        """Stop what somebody paused, cancelled or deleted."""
        for job_id, held in self._held.items():
            job = jobs.get(job_id)
            if job is None or job.state in (JobState.PAUSED, JobState.CANCELLED):
                held.token.cancel()

    def _is_over(self, job_id: str, job: JobRecord | None) -> bool:
        """True for a job of which nothing runs that was stopped, or whose last language has ended: it is closed."""
        if job is None or self._held[job_id].token.is_cancelled:
            return True
        if any(map(_waits, job.tracks)):
            return False
        self._end(job)
        return True

    def _end(self, job: JobRecord) -> None:
        dead = [track for track in job.tracks if track.is_dead]
        workspace = Workspace.of(self._services.database, job.id)
        workspace.wipe_scratch()
        if not dead:
            workspace.wipe_mixes()
        state = JobState.FAILED if dead else JobState.FINISHED
        self._store.set_state(job.id, state, state.value, ", ".join(track.language for track in dead))

    def _startable(
        self, jobs: Iterable[JobRecord], running: Mapping[tuple[str, str], Stage]
    ) -> Iterator[tuple[JobRecord, TrackRecord]]:
        now, busy = time.time(), Counter(running.values())
        for job in jobs:
            if job.state not in (JobState.QUEUED, JobState.RUNNING) or not self._hold(job):
                continue
            for track in filter(_waits, job.tracks):
                is_free = (track.not_before or 0.0) <= now and (job.id, track.language) not in running
                if is_free and busy[track.stage] < self._limits[track.stage]:
                    busy[track.stage] += 1
                    yield job, track

    def _hold(self, job: JobRecord) -> bool:
        """Take the job for this process, where it is free and there is room."""
        if job.id in self._held:
            return not self._held[job.id].token.is_cancelled
        if len(self._held) >= MOST_JOBS:
            return False
        lease = Lease(self._services.database.path, job.id)
        if not lease.acquire(patience=0):
            return False
        Workspace.of(self._services.database, job.id).wipe_scratch()
        self._held[job.id] = _Held(lease, CancelToken())
        kind = "taken up" if job.state is JobState.RUNNING else "running"  # whoever worked on it died
        self._store.set_state(job.id, JobState.RUNNING, kind)
        return True

    def _start(self, job: JobRecord, track: TrackRecord) -> None:
        with self._changed:
            self._running[job.id, track.language] = track.stage
        self._executor.submit(lambda: self._work(job, track))

    def _work(self, job: JobRecord, track: TrackRecord) -> None:
        try:
            self._do(job, track)
        except Cancelled:
            pass
        except StreamlationError as error:
            self._fail(job, track, ErrorInfo(error.code, str(error), error.hint), self._retry_at(error, track))
        except Exception as error:
            log.exception("job %s failed unexpectedly", job.id)
            self._fail(job, track, ErrorInfo("defect", f"{type(error).__name__}: {error}"), None)
        finally:
            with self._changed:
                del self._running[job.id, track.language]
                self._changed.notify_all()
            self._news.set()

    def _do(self, job: JobRecord, track: TrackRecord) -> None:
        request = request_of(job)
        worker = self._engine if _needs_models(track.stage, request) else self._local
        step = StageRequest(job.id, track.language, track.stage)
        following = worker.run_stage(step, self._events, self._held[job.id].token)
        if self._store.advance(job.id, track.language, track.stage, following) and following is Stage.COMPLETE:
            self._write_manifest(job, request)
            self._events.publish(JobProgressed(job.id, track.language, following, 1.0))

    def _write_manifest(self, job: JobRecord, request: DubRequest) -> None:
        with self._changed:  # two languages may end at once
            ManifestWriter(self._services, self._store.get(job.id), request).write()

    def _retry_at(self, error: StreamlationError, track: TrackRecord) -> float | None:
        delay = delay_before_retry(error, track.attempts + 1)
        return None if delay is None else time.time() + delay

    def _fail(self, job: JobRecord, track: TrackRecord, error: ErrorInfo, not_before: float | None) -> None:
        self._store.fail(job.id, track.language, track.stage, error, not_before)
        self._events.publish(JobProgressed(job.id, track.language, track.stage, 0.0, error=error))

    def _stop(self) -> None:
        """Stop what runs and let go of every job."""
        for held in self._held.values():
            held.token.cancel()
        with self._changed:
            self._changed.wait_for(lambda: not self._running, _STOP_SECONDS)
        for held in self._held.values():
            held.lease.release()
        self._held.clear()


def _waits(track: TrackRecord) -> bool:
    return not track.is_done and not track.is_dead


def _needs_models(stage: Stage, request: DubRequest) -> bool:
    always = stage in (Stage.STT, Stage.TRANSLATING, Stage.DUBBING)
    return always or (bool(request.separate) and stage in (Stage.QUEUED, Stage.MIXING))
