"""Jobs of the queue with real engines, done one after another."""

from __future__ import annotations

import hashlib
from pathlib import Path

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import Envelope, EventBus, JobProgressed
from streamlation_desktop.jobs.queue import JobQueue
from streamlation_desktop.jobs.submitting import submit
from streamlation_desktop.jobs.workspace import Workspace
from streamlation_desktop.session.services import Services
from streamlation_desktop.storage.job_records import JobRecord
from streamlation_desktop.storage.jobs import JobStore
from tests.support.dubs import dub_request


def work(
    services: Services, *jobs: JobRecord, events: EventBus | None = None, token: CancelToken | None = None
) -> None:
    queue = JobQueue(services, events or EventBus())
    try:
        queue.run(token or CancelToken(), [job.id for job in jobs])
    finally:
        queue.close()


def submitted(services: Services, talk: tuple[Path, Path], output: Path, *targets: str) -> JobRecord:
    return submit(services, dub_request(*talk, output, *targets))  # type: ignore[arg-type]


def clips(services: Services, job: JobRecord) -> dict[str, bytes]:
    folder = Workspace.of(services.database, job.id).clips
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def kinds(services: Services, job: JobRecord) -> list[tuple[str, str]]:
    return [(event.stage.value, event.kind) for event in JobStore(services.database).events(job.id)]


def collect(seen: list[JobProgressed], envelope: Envelope) -> None:
    if isinstance(envelope.event, JobProgressed):
        seen.append(envelope.event)


def file_hashes(folder: Path) -> dict[str, str]:
    files = (path for path in folder.iterdir() if path.name != "talk.manifest.json")
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
