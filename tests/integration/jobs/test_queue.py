"""The queue with real engines on a short clip."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from streamlation_desktop.app import build_services
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import (
    Cancelled,
    LanguageNotSupported,
    ModelNotInstalled,
    OutputExists,
    SourceNotFound,
    UsageError,
)
from streamlation_desktop.core.events import Envelope, EventBus, JobProgressed
from streamlation_desktop.core.jobs import JobState, Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.speech_base import Speech, Synthesizer, Utterance
from streamlation_desktop.jobs.control import JobControl
from streamlation_desktop.jobs.manifest import parse_manifest
from streamlation_desktop.jobs.queue import JobQueue, submit
from streamlation_desktop.jobs.request import DubRequest, VoiceChoice
from streamlation_desktop.jobs.results import DubResult
from streamlation_desktop.jobs.workspace import Workspace
from streamlation_desktop.session.services import Services
from streamlation_desktop.settings.schema import DubbingSettings
from streamlation_desktop.storage.job_records import JobRecord
from streamlation_desktop.storage.job_results import JobResults
from streamlation_desktop.storage.jobs import JobStore
from streamlation_desktop.storage.voice_map import MappedVoice, VoiceMap
from tests.support.dubs import EN, ES, FR, dub_request, make_talk


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return make_talk(tmp_path_factory.mktemp("talk"))


@pytest.fixture
def services(home: Path) -> Iterator[Services]:
    with build_services() as services:
        yield services


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


def test_a_job_goes_through_every_stage_and_tells(services: Services, talk: tuple[Path, Path], tmp_path: Path) -> None:
    events, seen = EventBus(), list[JobProgressed]()
    events.subscribe(lambda envelope: _collect(seen, envelope))
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


def test_a_language_that_cannot_be_had_does_not_stop_the_others(
    services: Services, talk: tuple[Path, Path], tmp_path: Path
) -> None:
    job = submitted(services, talk, tmp_path, "ja", ES)
    work(services, job)
    japanese, spanish = JobStore(services.database).get(job.id).tracks
    assert japanese.is_dead
    assert japanese.error is not None
    assert japanese.error.code == "engine.language"
    assert spanish.is_done
    assert (tmp_path / "talk.es.mp4").exists()


def test_without_a_voice_for_a_language_it_is_told_and_nothing_is_written(
    services: Services, talk: tuple[Path, Path], tmp_path: Path
) -> None:
    mute = replace(services, catalogue=lambda: replace(services.catalogue(), synthesizers=()))
    job = submitted(services, talk, tmp_path / "out")
    work(mute, job)
    [track] = JobStore(services.database).get(job.id).tracks
    assert (track.stage, track.is_dead) == (Stage.QUEUED, True), "before any work"
    assert track.error is not None
    assert (track.error.code, track.error.message) == ("engine.language", "no installed voice speaks Spanish")
    assert not (tmp_path / "out").exists()
    JobControl(services.database).retry(JobStore(services.database).get(job.id))
    work(services, job)
    assert JobStore(services.database).get(job.id).state is JobState.FINISHED


def test_a_dead_language_is_done_again_from_the_stage_that_failed(
    services: Services, talk: tuple[Path, Path], tmp_path: Path
) -> None:
    request = dub_request(*talk, tmp_path)
    VoiceMap(services.database).choose(request.project_name, "", ES, MappedVoice("espeak-ng", "gone-since"))
    job = submit(services, request)
    work(services, job)
    control = JobControl(services.database)
    dead = control.store.get(job.id)
    assert (dead.state, dead.tracks[0].stage) == (JobState.FAILED, Stage.DUBBING)
    VoiceMap(services.database).choose(request.project_name, "", ES, MappedVoice("espeak-ng"))
    control.retry(dead)
    work(services, job)
    assert control.store.get(job.id).state is JobState.FINISHED
    assert kinds(services, job).count(("translating", "started")) == 1


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
    assert _hashes(tmp_path / "paused") == _hashes(tmp_path / "calm")


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


def test_a_dub_into_the_spoken_language_speaks_what_was_said(
    services: Services, talk: tuple[Path, Path], tmp_path: Path
) -> None:
    job = submitted(services, talk, tmp_path, EN)
    work(services, job)
    dub = JobResults(services.database).latest(DubResult, job.id, EN, Stage.DUBBING)
    assert dub is not None
    assert dub.lines[0].text == "Where are you going?"


def test_captions_without_a_word_give_a_silent_dub_and_a_warning(
    services: Services, talk: tuple[Path, Path], tmp_path: Path
) -> None:
    silent = tmp_path / "silent.srt"
    silent.write_text("1\n00:00:01,000 --> 00:00:02,000\n[music]\n", encoding="utf-8")
    request: DubRequest = replace(dub_request(*talk, tmp_path, FR), captions=silent)
    job = submit(services, request)
    work(services, job)
    assert JobStore(services.database).get(job.id).state is JobState.FINISHED
    assert (tmp_path / "talk.fr.m4a").exists()


def test_subtitles_that_are_gone_are_told_in_words(services: Services, talk: tuple[Path, Path], tmp_path: Path) -> None:
    captions = tmp_path / "moved.en.srt"
    captions.write_bytes(talk[1].read_bytes())
    job = submitted(services, (talk[0], captions), tmp_path / "out", FR)
    captions.unlink()
    work(services, job)
    [track] = JobStore(services.database).get(job.id).tracks
    assert track.is_dead
    assert track.error is not None
    assert (track.error.code, "no such file" in track.error.message) == (SourceNotFound.code, True)


def test_a_voice_that_is_not_there_is_refused_and_not_remembered(
    services: Services, talk: tuple[Path, Path], tmp_path: Path
) -> None:
    request = dub_request(*talk, tmp_path)
    for voice, error in (
        (VoiceChoice(ES, "nobody"), ModelNotInstalled),
        (VoiceChoice(LanguageCode("tlh"), "espeak-ng"), LanguageNotSupported),
        (VoiceChoice(ES, "espeak-ng", "no-such-voice"), UsageError),
    ):
        with pytest.raises(error):
            submit(services, replace(request, voices=(voice,)))
    assert VoiceMap(services.database).chosen(request.project_name, ES) == {}
    assert JobStore(services.database).list() == ()


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


class Reluctant:
    """eSpeak NG, silent for what has a given word in it."""

    def __init__(self, inner: Synthesizer, word: str) -> None:
        self.inner, self.word = inner, word
        self.origin, self.languages, self.is_repeatable = inner.origin, inner.languages, inner.is_repeatable
        self.voices, self.close = inner.voices, inner.close

    def synthesize(self, utterance: Utterance) -> Speech:
        if self.word in utterance.text:
            return Speech(np.zeros(1000, np.float32), 22_050)
        return self.inner.synthesize(utterance)


@pytest.mark.parametrize(("word", "is_done"), [("hermano", True), (" ", False)])
def test_what_a_voice_cannot_say_is_told_and_a_silent_voice_refused(
    services: Services, talk: tuple[Path, Path], tmp_path: Path, word: str, is_done: bool
) -> None:
    load = services.loaders.synthesizer
    loaders = replace(services.loaders, synthesizer=lambda *spec: Reluctant(load(*spec), word))
    events, seen = EventBus(), list[str]()
    events.subscribe(lambda envelope: seen.append(str(envelope.event)))
    job = submitted(services, talk, tmp_path)
    work(replace(services, loaders=loaders), job, events=events)
    track = JobStore(services.database).get(job.id).tracks[0]
    assert (track.is_done, track.is_dead) == (is_done, not is_done)
    assert any("says nothing for" in each for each in seen)
    dub = JobResults(services.database).latest(DubResult, job.id, ES, Stage.DUBBING)
    assert (len(dub.lines) if dub else 0) == (1 if is_done else 0)


def test_a_clip_that_is_damaged_is_said_again(services: Services, talk: tuple[Path, Path], tmp_path: Path) -> None:
    job = submitted(services, talk, tmp_path / "out")
    work(services, job)
    before = _hashes(tmp_path / "out")
    [pack] = Workspace.of(services.database, job.id).clips.iterdir()
    pack.write_bytes(pack.read_bytes()[:-1])
    control = JobControl(services.database)
    control.replay(control.store.get(job.id), Stage.MIXING, None)
    work(services, job)
    assert control.store.get(job.id).state is JobState.FINISHED
    assert _hashes(tmp_path / "out") == before


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
    assert {each.path: each.sha256 for each in report.outputs} == _hashes(tmp_path / "out")


def test_a_dub_whose_files_are_there_is_refused_before_it_is_a_job(
    services: Services, talk: tuple[Path, Path], tmp_path: Path
) -> None:
    request = replace(dub_request(*talk, tmp_path), voices=(VoiceChoice(ES, "espeak-ng", "es+f2"),))
    (tmp_path / "talk.es.m4a").write_bytes(b"somebody's")
    with pytest.raises(OutputExists, match=r"talk\.es\.m4a exists"):
        submit(services, request)
    assert JobStore(services.database).list() == ()
    assert VoiceMap(services.database).chosen(request.project_name, ES) == {}
    assert submit(services, replace(request, output=replace(request.output, overwrite=True)))


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


def test_a_line_that_does_not_fit_is_worded_shorter(
    services: Services, talk: tuple[Path, Path], tmp_path: Path
) -> None:
    captions = tmp_path / "fast.en.srt"
    captions.write_text(
        "1\n00:00:01,000 --> 00:00:01,700\nThey are waiting for you.\n\n"
        "2\n00:00:01,800 --> 00:00:04,300\nIt is very easy to use.\n"
    )
    job = submitted(services, (talk[0], captions), tmp_path / "out")
    work(services, job)
    dub = JobResults(services.database).latest(DubResult, job.id, ES, Stage.DUBBING)
    assert dub is not None
    hurried, easy = dub.lines
    assert hurried.text.startswith("Te ")  # the first wording begins with "Ellos"
    assert hurried.wording > 0
    assert (easy.wording, hurried.overlap) == (0, 0.0)


def _collect(seen: list[JobProgressed], envelope: Envelope) -> None:
    if isinstance(envelope.event, JobProgressed):
        seen.append(envelope.event)


def _hashes(folder: Path) -> dict[str, str]:
    files = (path for path in folder.iterdir() if path.name != "talk.manifest.json")
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
