"""What goes wrong in a job of the queue is told, and costs no more than it must."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from streamlation_desktop.core.errors import (
    LanguageNotSupported,
    ModelNotInstalled,
    OutputExists,
    SourceNotFound,
    UsageError,
)
from streamlation_desktop.core.events import EventBus
from streamlation_desktop.core.jobs import JobState, Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.speech_base import Speech, Synthesizer, Utterance
from streamlation_desktop.jobs.control import JobControl
from streamlation_desktop.jobs.request import DubRequest, VoiceChoice
from streamlation_desktop.jobs.results import DubResult
from streamlation_desktop.jobs.submitting import submit
from streamlation_desktop.jobs.workspace import Workspace
from streamlation_desktop.session.services import Services
from streamlation_desktop.storage.job_results import JobResults
from streamlation_desktop.storage.jobs import JobStore
from streamlation_desktop.storage.voice_map import MappedVoice, VoiceMap
from tests.support.dubs import ES, FR, dub_request
from tests.support.queue_jobs import file_hashes, kinds, submitted, work


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
    before = file_hashes(tmp_path / "out")
    [pack] = Workspace.of(services.database, job.id).clips.iterdir()
    pack.write_bytes(pack.read_bytes()[:-1])
    control = JobControl(services.database)
    control.replay(control.store.get(job.id), Stage.MIXING, None)
    work(services, job)
    assert control.store.get(job.id).state is JobState.FINISHED
    assert file_hashes(tmp_path / "out") == before


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
