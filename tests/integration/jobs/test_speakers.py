"""A dub of two people who are told apart by sherpa-onnx, over a background that it took apart."""

from __future__ import annotations

import wave
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from streamlation_desktop.app import build_services
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import EventBus
from streamlation_desktop.core.types import SAMPLE_RATE, Cue
from streamlation_desktop.jobs.manifest import parse_manifest
from streamlation_desktop.jobs.queue import JobQueue
from streamlation_desktop.jobs.submitting import submit
from streamlation_desktop.media.full_sound import FULL_RATE, mono_sound
from streamlation_desktop.storage.voice_map import VoiceMap
from streamlation_desktop.subtitles.document import SubtitleDocument
from streamlation_desktop.subtitles.formats.registry import write_subtitles
from tests.support.dialogue import DIALOGUE, dialogue
from tests.support.dubs import EN, dub_request

pytest.importorskip("sherpa_onnx", reason="the extra `sherpa` is not installed")

NETWORKS = Path(__file__).parents[3] / "models" / "fixtures" / "sherpa-fixture"
WHISTLE = 6_000.0


def make_talk(folder: Path) -> tuple[Path, Path]:
    """Two people over a whistle, and what they say."""
    sound, spans = dialogue()
    sound = np.pad(sound, (0, 2 * SAMPLE_RATE))
    whistle = 0.02 * np.sin(2 * np.pi * WHISTLE * np.arange(len(sound)) / SAMPLE_RATE)
    talk = folder / "talk.wav"
    with wave.open(str(talk), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes((np.clip(0.8 * sound + whistle, -1, 1) * 32767).astype("<i2").tobytes())
    cues = [Cue(number, span, (text,), EN) for number, (span, text) in enumerate(zip(spans, DIALOGUE, strict=True))]
    captions = folder / "talk.en.srt"
    captions.write_bytes(write_subtitles(SubtitleDocument(tuple(cues), EN), "srt"))
    return talk, captions


def test_each_speaker_has_a_voice_and_the_background_stays_at_its_level(home: Path, tmp_path: Path) -> None:
    request = dub_request(*make_talk(tmp_path), tmp_path / "out")
    request = replace(request, diarizer=str(NETWORKS), speakers=2, separate=str(NETWORKS), loudness="broadcast")
    with build_services() as services:
        VoiceMap(services.database).rename(request.project_name, "speaker 2", "Ana")
        job = submit(services, request)
        queue = JobQueue(services, EventBus())
        queue.run(CancelToken(), [job.id])
        queue.close()
    manifest = parse_manifest((tmp_path / "out" / "talk.manifest.json").read_bytes())
    [spanish] = manifest.languages
    assert manifest.speakers == {"speaker 1": "speaker 1", "speaker 2": "Ana"}
    assert [line.speaker for line in spanish.lines] == ["speaker 1", "speaker 2"] * 2
    assert (
        len({(line.speaker, line.voice) for line in spanish.lines}) == len({line.voice for line in spanish.lines}) == 2
    )
    assert [each.task for each in spanish.engines if each.engine == "sherpa-onnx"] == ["diarize", "separate"]
    for sound in (spanish.voice, spanish.mix):
        assert sound is not None
        assert sound.loudness == pytest.approx(-23.0, abs=0.5)
        assert sound.true_peak <= -1.0
    mixed = np.concatenate(list(mono_sound(str(tmp_path / "out" / "talk.es.mix.m4a"), FULL_RATE, CancelToken())))
    under, after = spanish.lines[0].actual[0] + 0.5, spanish.lines[-1].actual[1] + 0.2
    assert _whistle(mixed, under) == pytest.approx(_whistle(mixed, after), rel=0.3)


def _whistle(sound: np.ndarray, start: float) -> float:
    piece = sound[round(start * FULL_RATE) :][: FULL_RATE // 4]
    tone = np.exp(-2j * np.pi * WHISTLE * np.arange(len(piece)) / FULL_RATE)
    return float(np.abs((piece * tone).mean()))
