"""The queue with real engines on a short clip."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from streamlation_desktop.core.errors import (
    UsageError,
)
from streamlation_desktop.core.events import EventBus, JobProgressed
from streamlation_desktop.core.jobs import JobState, Stage
from streamlation_desktop.jobs.control import JobControl
from streamlation_desktop.jobs.manifest import parse_manifest
from streamlation_desktop.jobs.request import VoiceChoice
from streamlation_desktop.jobs.results import DubResult
from streamlation_desktop.jobs.submitting import submit
from streamlation_desktop.session.services import Services
from streamlation_desktop.storage.job_results import JobResults
from streamlation_desktop.storage.jobs import JobStore
from streamlation_desktop.storage.voice_map import MappedVoice, VoiceMap
from tests.support.dubs import EN, ES, dub_request
from tests.support.queue_jobs import clips, collect, kinds, submitted, work


def test_a_job_goes_through_every_stage_and_tells(services: Services, talk: tuple[Path, Path], tmp_path: Path) -> None:
    events, seen = EventBus(), list[JobProgressed]()
    events.subscribe(lambda envelope: collect(seen, envelope))
    job = submitted(services, talk, tmp_path)
    work(services, job, events=events)
    stages = list(dict.fromkeys(event.stage for event in seen))
    assert stages == list(Stage)
    done = JobStore(services.database).get(job.id)
    assert (done.state, done.tracks[0].stage) == (JobState.FINISHED, Stage.COMPLETE)


def test_an_edited_line_is_all_that_is_said_anew(services: Services, talk: tuple[Path, Path], tmp_path: Path) -> None:
    job = submitted(services, talk, tmp_path)
    work(services, job)
    before = clips(services, job)
    video = (tmp_path / "talk.es.mp4").read_bytes()
    control = JobControl(services.database)
    with pytest.raises(UsageError, match="no line 9"):
        control.edit(control.store.get(job.id), ES, 9, "Voy a ver a mi hermana.")
    control.edit(control.store.get(job.id), ES, 1, "Voy a ver a mi hermana.")
    work(services, job)
    after = clips(services, job)
    assert before.items() <= after.items()
    [added] = after.keys() - before.keys()
    assert after[added].count(b"RIFF") == 1, "one line is said, into a pack of its own"
    assert ("stt", "started") in kinds(services, job)
    assert kinds(services, job).count(("stt", "started")) == 1
    assert "hermana" in (tmp_path / "talk.es.srt").read_text(encoding="utf-8")
    assert (tmp_path / "talk.es.mp4").read_bytes() != video


def test_another_voice_says_every_line_anew_and_nothing_else_is_done(
    services: Services, talk: tuple[Path, Path], tmp_path: Path
) -> None:
    job = submitted(services, talk, tmp_path)
    work(services, job)
    control = JobControl(services.database)
    control.change_voice(control.store.get(job.id), ES, "", MappedVoice("espeak-ng", "es-419+f2"))
    work(services, job)
    dub = JobResults(services.database).latest(DubResult, job.id, ES, Stage.DUBBING)
    assert dub is not None
    assert {line.voice for line in dub.lines} == {"espeak-ng/espeak-ng/es-419+f2"}
    assert kinds(services, job).count(("translating", "started")) == 1


def test_voices_are_remembered_for_the_project(services: Services, talk: tuple[Path, Path], tmp_path: Path) -> None:
    request = replace(dub_request(*talk, tmp_path), project="series", voices=(VoiceChoice(ES, "espeak-ng", "es-419"),))
    submit(services, request)
    assert VoiceMap(services.database).chosen("series", ES) == {"": MappedVoice("espeak-ng", "es-419")}


def test_a_dub_into_the_spoken_language_speaks_what_was_said(
    services: Services, talk: tuple[Path, Path], tmp_path: Path
) -> None:
    job = submitted(services, talk, tmp_path, EN)
    work(services, job)
    dub = JobResults(services.database).latest(DubResult, job.id, EN, Stage.DUBBING)
    assert dub is not None
    assert dub.lines[0].text == "Where are you going?"


def test_without_a_model_that_tells_speakers_apart_everybody_is_one_and_that_is_told(
    services: Services, talk: tuple[Path, Path], tmp_path: Path
) -> None:
    events, seen = EventBus(), list[str]()
    events.subscribe(lambda envelope: seen.append(str(envelope.event)))
    job = submit(services, replace(dub_request(*talk, tmp_path), diarizer=str(tmp_path / "no-model")))
    work(services, job, events=events)
    assert JobStore(services.database).get(job.id).state is JobState.FINISHED
    assert any("the speakers are not told apart" in each for each in seen)
    [report] = parse_manifest((tmp_path / "talk.manifest.json").read_bytes()).languages
    assert any("the speakers are not told apart" in each for each in report.warnings)
    assert len({line.voice for line in report.lines}) == 1


def test_a_line_that_does_not_fit_is_worded_shorter(
    services: Services, talk: tuple[Path, Path], tmp_path: Path
) -> None:
    captions = tmp_path / "fast.en.srt"
    captions.write_text(
        "1\n00:00:00,500 --> 00:00:01,700\nI would like to know where the train station is.\n\n"
        "2\n00:00:02,300 --> 00:00:04,800\nIt is very easy to use.\n"
    )
    job = submitted(services, (talk[0], captions), tmp_path / "out")
    work(services, job)
    dub = JobResults(services.database).latest(DubResult, job.id, ES, Stage.DUBBING)
    assert dub is not None
    hurried, easy = dub.lines
    assert hurried.text.startswith("Me gustaría saber")
    assert hurried.wording > 0
    assert (easy.wording, hurried.overlap) == (0, 0.0)
