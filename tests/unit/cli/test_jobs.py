"""``streamlation jobs`` on jobs that nobody works on."""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import replace
from pathlib import Path

import pytest

from streamlation_desktop.cli.main import run
from streamlation_desktop.core.jobs import JobState, Stage
from streamlation_desktop.settings.paths import app_paths
from streamlation_desktop.settings.store import load_settings
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.job_assets import JobAssets
from streamlation_desktop.storage.job_records import TrackRecord
from streamlation_desktop.storage.jobs import JobStore
from streamlation_desktop.storage.lease import Lease
from streamlation_desktop.storage.voice_map import MappedVoice, VoiceMap
from tests.support.dubs import ES


@pytest.fixture
def job(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    (tmp_path / "talk.wav").write_bytes(b"RIFF")
    assert run(["dub", str(tmp_path / "talk.wav"), "--to", "es,fr", "--queue"]) == 0
    return capsys.readouterr().out.strip()


def shown(job: str, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    assert run(["jobs", "show", job, "--json"]) == 0
    result: dict[str, object] = json.loads(capsys.readouterr().out)
    return result


def test_a_queued_job_is_listed_with_its_languages(job: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["jobs", "list"]) == 0
    line = capsys.readouterr().out
    assert job in line
    assert "es queued 0 %, fr queued 0 %" in line


def test_a_job_whose_process_has_ended_is_no_longer_told_to_run(job: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Database(app_paths().database) as database:
        store = JobStore(database)
        full = store.find(job).id
        store.set_state(full, JobState.RUNNING, "running")
        lease = Lease(database.path, full)
        assert lease.acquire()
        assert run(["jobs", "list"]) == 0
        lease.release()
        assert run(["jobs", "list"]) == 0
    held, left = capsys.readouterr().out.splitlines()
    assert (held.split()[1], left.split()[1]) == ("running", "stopped")


def test_an_empty_queue_says_so(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["jobs", "list"]) == 0
    assert capsys.readouterr().err.strip() == "no jobs"


def test_the_same_job_is_not_queued_twice(job: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["dub", str(tmp_path / "talk.wav"), "--to", "es,fr", "--queue"]) == 0
    assert capsys.readouterr().out.strip() == job


def test_a_job_is_paused_resumed_and_cancelled_and_its_trail_says_so(
    job: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for action in ("pause", "resume", "cancel"):
        assert run(["jobs", action, job]) == 0
    found = shown(job, capsys)
    assert found["state"] == "cancelled"
    events = found["events"]
    assert isinstance(events, list)
    assert [event["kind"] for event in events] == ["queued", "paused", "resumed", "cancelled"]


def test_a_job_that_is_worked_on_tells_when_its_stage_will_be_done(
    job: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with Database(app_paths().database) as database:
        store = JobStore(database)
        known = store.find(job)
        store.set_state(known.id, JobState.RUNNING, "running")
        store.enter(known.id, ES, Stage.MIXING)
        store.progress(known.id, ES, 0.5)
    for action in (("list",), ("show", job)):
        assert run(["jobs", *action]) == 0
        assert "ETA 0:00" in capsys.readouterr().out


def test_the_rest_of_a_stage_is_told_by_its_pace_so_far() -> None:
    track = TrackRecord(ES, Stage.MIXING, 0.25, 0, None, None, since=100.0)
    assert track.eta(110.0) == pytest.approx(30.0)
    assert replace(track, fraction=0.0).eta(110.0) is None
    assert replace(track, since=None).eta(110.0) is None


def test_what_a_job_is_in_no_state_for_is_told(job: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["jobs", "resume", job]) == 2
    assert "the job is queued" in capsys.readouterr().err
    assert run(["jobs", "retry", job]) == 2
    assert run(["jobs", "edit", job, "de", "0", "Hallo"]) == 2
    assert run(["jobs", "show", "zzz"]) == 2


def test_lines_voices_and_names_are_changed_and_stages_done_again(
    job: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changes = (
        ("edit", job, "es", "3", "Hasta luego."),
        ("voice", job, "es:ana=espeak-ng/es-419"),
        ("voice", job, "es:ben=espeak-ng/es-419+f2"),
        ("voice", job, "es:ben=auto"),
        ("name", job, "ana", "Ana"),
        ("replay", job, "--stage", "mixing", "--language", "fr"),
    )
    for change in changes:
        assert run(["jobs", *change]) == 0, change
    found = shown(job, capsys)
    assert isinstance(found["events"], list)
    told = [(event["kind"], event["language"], event["stage"]) for event in found["events"][1:]]
    assert told[:2] == [("edited", "es", "translating"), ("voice", "es", "dubbing")]
    assert told[-2:] == [("started", "fr", "mixing"), ("replayed", "", "queued")]
    with Database(app_paths().database) as database:
        project, voices = str(tmp_path / "talk.wav"), VoiceMap(database)
        assert voices.chosen(project, ES) == {"ana": MappedVoice("espeak-ng", "es-419")}
        assert voices.name(project, "ana") == "Ana"


def test_a_job_that_fails_for_good_is_a_dead_letter_with_its_reason(
    job: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["jobs", "run", job, "-q"]) == 3
    capsys.readouterr()
    assert run(["jobs", "list", "--dead"]) == 0
    out = capsys.readouterr().out
    assert "source.unsupported" in out
    assert "not a media file" in out


def test_a_deleted_job_is_gone(job: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["jobs", "delete", job]) == 0
    assert run(["jobs", "list"]) == 0
    assert capsys.readouterr().out == ""
    assert (tmp_path / "talk.wav").exists()


def test_files_are_kept_for_48_hours_when_that_is_asked_for_and_what_is_older_goes_at_once(
    job: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "talk.es.srt", tmp_path / "talk.fr.srt"
    with Database(app_paths().database) as database:
        for path, age in ((old, 49), (new, 1)):
            path.write_text("1", encoding="utf-8")
            JobAssets(database).add(job, str(path), ES, hashlib.sha256(b"1").hexdigest())
            moment = time.time() - age * 3600
            database.write(
                lambda db, path=path, moment=moment: (
                    db.conn.execute(  # type: ignore[misc]
                        "UPDATE job_assets SET written = ? WHERE path = ?", (moment, str(path))
                    ).rowcount
                )
            )
    assert run(["jobs", "keep"]) == 0
    before = capsys.readouterr().out
    assert run(["jobs", "keep", "48h"]) == 0
    told = capsys.readouterr().out
    kept = load_settings(app_paths().settings_file, {}).settings.dubbing.keep_hours
    assert run(["jobs", "keep", "all"]) == 0

    assert "stay until they are deleted" in before
    assert f"removed {old}" in told
    assert f"in 47.0 h  {new}" in told
    assert (old.exists(), new.exists(), kept) == (False, True, 48)
    assert load_settings(app_paths().settings_file, {}).settings.dubbing.keep_hours is None


@pytest.mark.parametrize("text", ["48", "soon", "-1h", "0h", "nanh", "9999999d"])
def test_a_time_to_keep_files_that_makes_no_sense_is_refused(text: str) -> None:
    assert run(["jobs", "keep", "--", text]) == 2
    assert not app_paths().settings_file.exists()


def test_a_voice_that_is_not_there_is_refused(job: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["jobs", "voice", job, "es=nobody"]) == 4
    assert "the model nobody is not installed" in capsys.readouterr().err
    assert run(["jobs", "voice", job, "es=espeak-ng/es+f2"]) == 0
    assert f"streamlation jobs run {job}" in capsys.readouterr().err
