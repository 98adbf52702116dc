"""The queue with its models in the engine process."""

from __future__ import annotations

import hashlib
import os
import signal
from pathlib import Path

from streamlation_desktop.app import build_services
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import Degraded, Envelope, EventBus, JobProgressed
from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.jobs.control import JobControl
from streamlation_desktop.jobs.queue import JobQueue
from streamlation_desktop.jobs.submitting import submit
from streamlation_desktop.session.remote import RemoteRunner
from tests.support.dubs import ES, dub_request, make_talk


def hashes(folder: Path) -> dict[str, str]:
    files = [path for path in folder.iterdir() if not path.name.endswith("manifest.json")]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_job_outlives_its_engine_process_and_no_model_is_loaded_here(home: Path, tmp_path: Path) -> None:
    talk, captions = make_talk(tmp_path)
    events, seen, runner = EventBus(), list[object](), RemoteRunner()

    def kill_once(envelope: Envelope) -> None:
        event = envelope.event
        is_first = not any(isinstance(each, JobProgressed) and each.stage is Stage.DUBBING for each in seen)
        seen.append(event)
        if isinstance(event, JobProgressed) and event.stage is Stage.DUBBING and is_first:
            assert runner._child is not None
            os.kill(runner._child.process.pid, signal.SIGKILL)

    events.subscribe(kill_once)
    with build_services() as services:
        jobs = [submit(services, dub_request(talk, captions, tmp_path / name)) for name in ("killed", "calm")]
        queue = JobQueue(services, events, engine=runner)
        for job in jobs:
            queue.run(CancelToken(), [job.id])
        queue.close()
        runner.close()
        assert all(JobControl(services.database).store.get(job.id).track(ES).is_done for job in jobs)
        pools = (services.recognizers, services.translators, services.synthesizers)
        assert not any(pool._engines for pool in pools)
    assert any(isinstance(event, Degraded) and "was killed by signal 9" in event.reason for event in seen)
    assert hashes(tmp_path / "killed") == hashes(tmp_path / "calm")
