from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, NotWritable
from streamlation_desktop.core.types import Samples
from streamlation_desktop.media.finished_sound import Target, finish_sound
from streamlation_desktop.media.full_sound import FULL_RATE, full_sound
from streamlation_desktop.media.loudness import levelled, measure
from streamlation_desktop.media.sound_writer import SoundTags, write_sound
from streamlation_desktop.media.source import probe_source
from streamlation_desktop.media.tempo import resampled, stretched

TAGS = SoundTags("spa", "Spanish dub")


def tone(seconds: float, level: float, hertz: float = 997.0) -> Samples:
    wave = level * np.sin(2 * np.pi * hertz * np.arange(round(seconds * FULL_RATE)) / FULL_RATE)
    return np.repeat(wave[:, None], 2, axis=1).astype(np.float32)


def blocks(sound: Samples, size: int = 10_000) -> Iterator[Samples]:
    for first in range(0, len(sound), size):
        yield sound[first : first + size]


def test_the_reference_tone_measures_as_the_recommendation_says() -> None:
    found = measure(blocks(tone(5, 10 ** (-23 / 20))), FULL_RATE)  # EBU Tech 3341, case 1
    assert found.integrated == pytest.approx(-23.0, abs=0.1)
    assert found.true_peak == pytest.approx(-23.0, abs=0.1)


def test_silence_measures_as_silence() -> None:
    assert measure(blocks(np.zeros((48_000, 2), np.float32)), FULL_RATE).is_silent
    assert measure(iter(()), FULL_RATE).is_silent


def test_levelling_keeps_the_length_and_holds_the_peaks() -> None:
    sound = tone(3, 0.5)
    sound[70_000:70_050] = 0.99
    loud = np.concatenate(list(levelled(blocks(sound), FULL_RATE, 12.0, -1.5)))
    assert len(loud) == len(sound)
    assert measure(blocks(loud), FULL_RATE).true_peak <= -1.0


def test_a_finished_file_has_the_loudness_the_peak_and_the_length_that_were_asked_for(tmp_path: Path) -> None:
    noise = np.random.default_rng(3)
    sound = (
        0.05 * noise.standard_normal((12 * FULL_RATE, 2)) * np.sin(np.arange(12 * FULL_RATE) / 9_000)[:, None]
    ).astype(np.float32)
    output = tmp_path / "voice.m4a"
    before = measure(blocks(sound), FULL_RATE)
    told = finish_sound(lambda: blocks(sound), before, Target(-16.0), output, CancelToken(), bitrate=128_000, tags=TAGS)
    heard = measure(full_sound(str(output), CancelToken()), FULL_RATE)
    assert heard == told
    assert heard.integrated == pytest.approx(-16.0, abs=0.5)
    assert heard.true_peak <= -1.0
    info = probe_source(str(output), CancelToken())
    assert info.duration == pytest.approx(12.0, abs=0.03)
    assert info.audio[0].language == "es"


def test_encoding_delays_nothing(tmp_path: Path) -> None:
    sound = np.zeros((FULL_RATE, 2), np.float32)
    sound[24_000:24_010] = 0.8
    write_sound(blocks(sound), FULL_RATE, tmp_path / "x.m4a", CancelToken(), bitrate=192_000, tags=TAGS)
    heard = np.concatenate(list(full_sound(str(tmp_path / "x.m4a"), CancelToken())))
    assert int(np.abs(heard[:, 0]).argmax()) == pytest.approx(24_005, abs=12)


def test_a_stopped_encoding_leaves_nothing_behind(tmp_path: Path) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        write_sound(blocks(tone(1, 0.1)), FULL_RATE, tmp_path / "x.m4a", token, bitrate=128_000, tags=TAGS)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").write_bytes(b"")
    with pytest.raises(NotWritable):
        write_sound(
            blocks(tone(1, 0.1)), FULL_RATE, tmp_path / "folder" / "x.m4a", CancelToken(), bitrate=128_000, tags=TAGS
        )


def test_stretching_changes_the_length_and_keeps_the_pitch() -> None:
    sound = tone(2, 0.3, 440.0)[:, 0]
    fast = stretched(sound, FULL_RATE, 1.05)
    assert len(fast) == pytest.approx(len(sound) / 1.05, rel=0.01)
    spectrum = np.abs(np.fft.rfft(fast * np.hanning(len(fast))))
    assert spectrum.argmax() * FULL_RATE / len(fast) == pytest.approx(440.0, abs=2.0)


def test_resampling_keeps_the_time() -> None:
    sound = tone(1, 0.3)[:, 0]
    assert len(resampled(sound, 22_050, 48_000)) == round(len(sound) * 48_000 / 22_050)
