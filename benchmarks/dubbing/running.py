"""Runs dubs in this process, in a home of their own."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from benchmarks.dubbing.material import Talk
from streamlation_desktop.app import build_services
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import EventBus
from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.jobs.context import TrackContext
from streamlation_desktop.jobs.queue import JobQueue
from streamlation_desktop.jobs.request import DubOutput, DubRequest
from streamlation_desktop.jobs.results import DubResult
from streamlation_desktop.jobs.submitting import submit
from streamlation_desktop.jobs.track_runner import TrackRunner
from streamlation_desktop.jobs.workspace import Workspace
from streamlation_desktop.session.services import Services
from streamlation_desktop.session.stage_request import StageWorker
from streamlation_desktop.settings.paths import app_paths
from streamlation_desktop.storage.job_results import JobResults
from streamlation_desktop.storage.jobs import JobStore


def request_for(talk: Talk, output: Path) -> DubRequest:
    """The job that dubs a talk."""
    return DubRequest(
        str(talk.sound), (talk.target,), sources=(talk.source,), captions=talk.captions, output=DubOutput(output)
    )


def dub(home: Path, *requests: DubRequest) -> None:
    """Do jobs, all at once."""
    with open_home(home) as services:
        work(services, requests)


def open_home(home: Path) -> Services:
    """Services of an empty application."""
    os.environ["STREAMLATION_HOME"] = str(home)
    return build_services(app_paths())


def work(services: Services, requests: Sequence[DubRequest], engine: StageWorker | None = None) -> None:
    """Do jobs, their models here or in `engine`; one that fails ends the benchmark."""
    jobs = [submit(services, request).id for request in requests]
    queue = JobQueue(services, EventBus(), engine=engine)
    queue.run(CancelToken(), jobs)
    queue.close()
    for job in jobs:
        for track in JobStore(services.database).get(job).tracks:
            assert track.is_done, track.error


def spoken(services: Services, request: DubRequest) -> DubResult:
    """The clips of a job, up to the stage that speaks."""
    job = submit(services, request)
    context = TrackContext(
        job.id,
        request,
        request.targets[0],
        services,
        JobStore(services.database),
        JobResults(services.database),
        Workspace.of(services.database, job.id),
        EventBus(),
        CancelToken(),
        job.key,
    )
    for stage in (Stage.STT, Stage.TRANSLATING, Stage.DUBBING):
        TrackRunner(context).run(stage)
    dub = JobResults(services.database).latest(DubResult, job.id, request.targets[0], Stage.DUBBING)
    assert dub is not None
    return dub
