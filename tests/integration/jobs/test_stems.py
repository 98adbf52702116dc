"""Sound that was taken apart beforehand, and what may be wrong with it."""

from __future__ import annotations

import errno
import wave
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from streamlation_desktop.app import build_services
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled
from streamlation_desktop.core.events import Envelope, EventBus, Warned
from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.core.types import SAMPLE_RATE, Samples
from streamlation_desktop.jobs.manifest import Manifest, parse_manifest
from streamlation_desktop.jobs.queue import JobQueue
from streamlation_desktop.jobs.request import Stems
from streamlation_desktop.jobs.submitting import submit
from streamlation_desktop.jobs.workspace import Workspace
from streamlation_desktop.media import sound_writer
from streamlation_desktop.media.full_sound import full_sound, mono_sound
from streamlation_desktop.session.services import Services
from streamlation_desktop.storage.job_records import JobRecord
from streamlation_desktop.storage.jobs import JobStore
from tests.support.dubs import ES, SECONDS, dub_request, make_talk

SHIFT = 0.05
COUNT = round(SECONDS * SAMPLE_RATE)


@pytest.fixture
def services(home: Path) -> Iterator[Services]:
    with build_services() as services:
        yield services


def write(path: Path, samples: Samples) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    return path


def music() -> Samples:
    """A chord that breathes."""
    time = np.arange(COUNT) / SAMPLE_RATE
    chord = sum(np.sin(2 * np.pi * hertz * time) for hertz in (220.0, 277.2, 329.6))
    return (0.05 * chord * (1 + 0.5 * np.sin(time)) + 0.01 * np.random.default_rng(1).standard_normal(COUNT)).astype(
        np.float32
    )


def run(
    services: Services, folder: Path, voice: Samples, background: Samples, *, hears: bool = False
) -> tuple[JobRecord, list[str]]:
    talk, captions = make_talk(folder)
    speech = np.concatenate(list(mono_sound(str(talk), SAMPLE_RATE, CancelToken())))[:COUNT]
    source = write(folder / "talk.wav", np.pad(speech, (0, COUNT - len(speech))) + music())
    stems = Stems(write(folder / "voice.wav", voice), write(folder / "background.wav", background))
    request = replace(dub_request(source, captions, folder / "out"), stems=stems)
    request = replace(request, captions=None) if hears else request
    events, warnings = EventBus(), list[str]()
    events.subscribe(lambda envelope: _collect(warnings, envelope))
    job = submit(services, request)
    queue = JobQueue(services, events)
    queue.run(CancelToken(), [job.id])
    queue.close()
    return JobStore(services.database).get(job.id), warnings


def manifest(folder: Path) -> Manifest:
    return parse_manifest((folder / "out" / "talk.manifest.json").read_bytes())


def speech_of_sample(folder: Path) -> Samples:
    (folder / "speech").mkdir()
    talk, _ = make_talk(folder / "speech")
    speech = np.concatenate(list(mono_sound(str(talk), SAMPLE_RATE, CancelToken())))[:COUNT]
    return np.pad(speech, (0, COUNT - len(speech)))


def test_a_late_background_is_found_moved_and_told_and_kept_at_full_level(services: Services, tmp_path: Path) -> None:
    late = np.pad(music(), (round(SHIFT * SAMPLE_RATE), 0))[:COUNT]
    job, warnings = run(services, tmp_path, speech_of_sample(tmp_path), late)
    assert job.tracks[0].is_done, job.tracks[0].error
    [report] = manifest(tmp_path).languages
    assert report.stem_offsets[1] == pytest.approx(-SHIFT, abs=0.001)
    assert any("background stem is moved by -50 ms" in warning for warning in warnings)
    assert {each.role for each in manifest(tmp_path).inputs} >= {"source", "voice stem", "background stem"}
    mixed = np.concatenate(list(full_sound(str(tmp_path / "out" / "talk.es.mix.m4a"), CancelToken())))
    under = next(line for line in report.lines if line.actual[1] - line.actual[0] > 0.5)
    quiet, speaking = (_chord(mixed, start) for start in (0.05, under.actual[0] + 0.1))
    assert speaking > 0.5 * quiet


def test_a_silent_voice_stem_is_told_and_the_dub_is_made(services: Services, tmp_path: Path) -> None:
    job, warnings = run(services, tmp_path, np.zeros(COUNT, np.float32), music())
    assert job.tracks[0].is_done, job.tracks[0].error
    assert any("voice stem sounds like nothing in the source" in warning for warning in warnings)
    assert any("silent" in warning for warning in warnings)


def test_a_voice_stem_without_speech_is_told(services: Services, tmp_path: Path) -> None:
    music_only = music()
    job, warnings = run(services, tmp_path, music_only, music_only, hears=True)
    assert job.tracks[0].is_done, job.tracks[0].error
    assert "no speech was found in the voice stem: the dub is silent" in warnings
    [report] = manifest(tmp_path).languages
    assert report.lines == []
    assert "no speech was found in the voice stem: the dub is silent" in report.warnings


def test_a_disk_that_fills_while_mixing_leaves_nothing_half_written_and_is_tried_again(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk, captions = make_talk(tmp_path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    job = submit(services, dub_request(talk, captions, tmp_path / "out"))
    events, token = EventBus(), CancelToken()
    queue = JobQueue(services, events)
    events.subscribe(lambda envelope: token.cancel() if "disk is full" in str(envelope.event) else None)
    with monkeypatch.context() as patch:
        patch.setattr(sound_writer, "_encode", full)
        with pytest.raises(Cancelled):
            queue.run(token, [job.id])
    track = JobStore(services.database).get(job.id).tracks[0]
    assert (track.stage, track.is_dead, track.attempts) == (Stage.MIXING, False, 1)
    assert track.error is not None
    assert track.error.code == "storage.full"
    assert list(Workspace.of(services.database, job.id).mixes.iterdir()) == []
    assert not (tmp_path / "out").exists()
    JobStore(services.database).enter(job.id, ES, Stage.MIXING)
    queue.run(CancelToken(), [job.id])
    queue.close()
    assert (tmp_path / "out" / "talk.es.mix.m4a").exists()


def _chord(mixed: Samples, start: float) -> float:
    """Amplitude of the chord's lowest tone for 0.4 s."""
    piece = mixed[round(start * 48_000) : round((start + 0.4) * 48_000), 0]
    tone = np.exp(-2j * np.pi * 220.0 * np.arange(len(piece)) / 48_000)
    return float(np.abs((piece * tone).mean()))


def _collect(warnings: list[str], envelope: Envelope) -> None:
    if isinstance(envelope.event, Warned):
        warnings.append(envelope.event.message)
