"""How many jobs the queue works on at once, and which it ends; what the stages do is left out."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from streamlation_desktop.app import build_services
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import EventBus
from streamlation_desktop.core.jobs import JobState, Stage
from streamlation_desktop.jobs.queue import MOST_JOBS, JobQueue
from streamlation_desktop.jobs.request import DubRequest
from streamlation_desktop.jobs.stage_worker import LocalStages
from streamlation_desktop.jobs.submitting import submit
from streamlation_desktop.session.services import Services
from streamlation_desktop.session.stage_request import StageRequest
from streamlation_desktop.storage.job_records import JobRecord
from streamlation_desktop.storage.jobs import JobStore
from tests.support.dubs import ES, FR

LIMITS = {
    Stage.QUEUED: 2,
    Stage.STT: 1,
    Stage.TRANSLATING: 1,
    Stage.DUBBING: 2,
    Stage.MIXING: 3,
    Stage.EXPORTING: 2,
}


@dataclass
class Watch:
    """In place of the stages: waits in each until as many others are in it as may be, or nothing more comes."""

    store: JobStore
    most: Counter[Stage] = field(default_factory=Counter)
    most_jobs: int = 0
    _inside: Counter[Stage] = field(default_factory=Counter)
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def run_stage(self, request: StageRequest, _events: EventBus, _token: CancelToken) -> Stage:
        jobs = sum(job.state is JobState.RUNNING for job in self.store.list())
        with self._changed:
            self._inside[request.stage] += 1
            self.most[request.stage] = max(self.most[request.stage], self._inside[request.stage])
            self.most_jobs = max(self.most_jobs, jobs)
            self._changed.notify_all()
            self._changed.wait_for(lambda: self.most[request.stage] >= LIMITS[request.stage], 10)
            self._inside[request.stage] -= 1
        return request.stage.following


@pytest.fixture
def services(home: Path) -> Iterator[Services]:
    with build_services() as services:
        yield services


def submitted(services: Services, folder: Path, number: int) -> JobRecord:
    source = folder / f"{number}.wav"
    source.write_bytes(b"RIFF%d" % number)
    return submit(services, DubRequest(str(source), (ES, FR)))


def test_ten_jobs_are_worked_on_at_once_and_no_stage_by_more_than_its_limit(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = JobStore(services.database)
    watch = Watch(store)
    monkeypatch.setattr(LocalStages, "run_stage", lambda _, *asked: watch.run_stage(*asked))
    for number in range(MOST_JOBS + 2):
        submitted(services, tmp_path, number)
    queue = JobQueue(services, EventBus(), limits=LIMITS)
    queue.run(CancelToken())
    queue.close()
    assert {job.state for job in store.list()} == {JobState.FINISHED}
    assert watch.most_jobs == MOST_JOBS
    assert watch.most == LIMITS


def test_a_job_whose_last_stage_was_done_when_its_process_died_is_ended(services: Services, tmp_path: Path) -> None:
    store = JobStore(services.database)
    job = submitted(services, tmp_path, 1)
    store.set_state(job.id, JobState.RUNNING, "running")
    for language in (ES, FR):
        store.enter(job.id, language, Stage.COMPLETE)
    queue = JobQueue(services, EventBus())
    queue.run(CancelToken())
    queue.close()
    assert store.get(job.id).state is JobState.FINISHED
    kinds = [event.kind for event in store.events(job.id)]
    assert kinds == ["queued", "running", "complete", "complete", "taken up", "finished"]


def test_a_job_that_is_deleted_while_others_are_worked_on_is_let_go(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = JobStore(services.database)
    gone, kept = (submitted(services, tmp_path, number) for number in range(2))

    def run_stage(_: LocalStages, request: StageRequest, *__: object) -> Stage:
        if request.stage is Stage.MIXING:
            store.delete(gone.id)
        return request.stage.following

    monkeypatch.setattr(LocalStages, "run_stage", run_stage)
    queue = JobQueue(services, EventBus(), limits=dict.fromkeys(LIMITS, 1))
    queue.run(CancelToken())
    queue.close()
    assert [job.id for job in store.list()] == [kept.id]
    assert store.get(kept.id).state is JobState.FINISHED
