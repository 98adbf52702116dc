"""Jobs of the queue that are paused, stopped, edited midway, deleted or expire."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from streamlation_desktop.app import build_services
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import (
    Cancelled,
    UsageError,
)
from streamlation_desktop.core.events import Envelope, EventBus, JobProgressed
from streamlation_desktop.core.jobs import JobState, Stage
from streamlation_desktop.jobs.control import JobControl
from streamlation_desktop.jobs.manifest import parse_manifest
from streamlation_desktop.jobs.results import DubResult
from streamlation_desktop.jobs.submitting import submit
from streamlation_desktop.jobs.workspace import Workspace
from streamlation_desktop.session.services import Services
from streamlation_desktop.settings.schema import DubbingSettings
from streamlation_desktop.storage.job_results import JobResults
from streamlation_desktop.storage.jobs import JobStore
from tests.support.dubs import ES, dub_request
from tests.support.queue_jobs import file_hashes, kinds, submitted, work


def test_a_paused_job_stops_and_goes_on_with_the_same_result(
    services: Services, talk: tuple[Path, Path], tmp_path: Path
) -> None:
    calm = submitted(services, talk, tmp_path / "calm")
    work(services, calm)
    job = submitted(services, talk, tmp_path / "paused")
    control = JobControl(services.database)
    events = EventBus()
    paused = threading.Event()

    def pause(envelope: Envelope) -> None:
        event = envelope.event
        if isinstance(event, JobProgressed) and event.stage is Stage.MIXING and not paused.is_set():
            paused.set()
            control.store.set_state(job.id, JobState.PAUSED, "paused")

    events.subscribe(pause)
    work(services, job, events=events)
    assert control.store.get(job.id).state is JobState.PAUSED
    assert not (tmp_path / "paused").exists()
    control.resume(control.store.get(job.id))
    work(services, job)
    assert file_hashes(tmp_path / "paused") == file_hashes(tmp_path / "calm")


def test_a_stopped_queue_keeps_what_is_done(services: Services, talk: tuple[Path, Path], tmp_path: Path) -> None:
    job = submitted(services, talk, tmp_path)
    events, token = EventBus(), CancelToken()

    def stop(envelope: Envelope) -> None:
        if isinstance(envelope.event, JobProgressed) and envelope.event.stage is Stage.DUBBING:
            token.cancel()

    events.subscribe(stop)
    with pytest.raises(Cancelled):
        work(services, job, events=events, token=token)
    assert JobStore(services.database).get(job.id).tracks[0].stage in (Stage.DUBBING, Stage.MIXING)
    again = submitted(services, talk, tmp_path)
    assert again.id == job.id


def test_a_deleted_job_leaves_nothing_but_the_source(
    services: Services, talk: tuple[Path, Path], tmp_path: Path
) -> None:
    job = submitted(services, talk, tmp_path)
    work(services, job)
    control = JobControl(services.database)
    removed = control.delete(control.store.get(job.id), with_files=True)
    assert len(removed) == 6
    assert list(tmp_path.glob("talk*")) == []
    assert not Workspace.of(services.database, job.id).root.exists()
    assert talk[0].exists()
    with pytest.raises(UsageError):
        control.store.find(job.id)


def test_files_expire_but_not_those_that_somebody_changed(
    services: Services, talk: tuple[Path, Path], tmp_path: Path
) -> None:
    job = submitted(services, talk, tmp_path)
    work(services, job)
    (tmp_path / "talk.es.srt").write_text("corrected by hand", encoding="utf-8")
    build_services(dubbing=DubbingSettings()).database.close()
    build_services(dubbing=DubbingSettings(keep_hours=48)).database.close()
    assert len(list(tmp_path.glob("talk*"))) == 6
    JobStore(services.database).database.write(
        lambda db: db.conn.execute("UPDATE job_assets SET written = written - 49 * 3600").rowcount
    )
    build_services(dubbing=DubbingSettings(keep_hours=48)).database.close()
    assert [path.name for path in tmp_path.glob("talk*")] == ["talk.es.srt"]
    assert ("complete", "expired") in kinds(services, job)


def test_intermediates_are_private_and_gone_at_the_end(
    services: Services, talk: tuple[Path, Path], tmp_path: Path
) -> None:
    job = submitted(services, talk, tmp_path)
    work(services, job)
    root = Workspace.of(services.database, job.id).root
    assert sorted(path.name for path in root.iterdir()) == ["clips"]
    assert root.parent.stat().st_mode & 0o077 == 0


def test_of_two_dubs_into_the_same_files_one_is_refused_and_the_other_is_whole(
    services: Services, talk: tuple[Path, Path], tmp_path: Path
) -> None:
    request = dub_request(*talk, tmp_path / "out")
    jobs = [submit(services, replace(request, project=name)) for name in ("one", "other")]
    work(services, *jobs)
    tracks = [JobStore(services.database).get(job.id).tracks[0] for job in jobs]
    assert sorted((track.is_done, track.error.code if track.error else "") for track in tracks) == [
        (False, "storage.exists"),
        (True, ""),
    ]
    [report] = parse_manifest((tmp_path / "out" / "talk.manifest.json").read_bytes()).languages
    assert {each.path: each.sha256 for each in report.outputs} == file_hashes(tmp_path / "out")


def test_a_line_that_is_edited_while_the_dub_is_mixed_is_in_the_result(
    services: Services, talk: tuple[Path, Path], tmp_path: Path
) -> None:
    job = submitted(services, talk, tmp_path)
    events, edited = EventBus(), threading.Event()

    def edit(envelope: Envelope) -> None:
        event = envelope.event
        if isinstance(event, JobProgressed) and event.stage is Stage.MIXING and not edited.is_set():
            edited.set()
            control = JobControl(services.database)
            control.edit(control.store.get(job.id), ES, 1, "Voy a ver a mi hermana.")

    events.subscribe(edit)
    work(services, job, events=events)
    assert JobStore(services.database).get(job.id).tracks[0].is_done
    assert kinds(services, job).count(("dubbing", "started")) == 2
    assert "hermana" in (tmp_path / "talk.es.srt").read_text(encoding="utf-8")
    dub = JobResults(services.database).latest(DubResult, job.id, ES, Stage.DUBBING)
    assert dub is not None
    assert "hermana" in dub.lines[1].text
