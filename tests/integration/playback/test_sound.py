from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from streamlation_desktop.playback import sound_device
from streamlation_desktop.playback.base import Pcm
from streamlation_desktop.playback.sound_output import SoundOutput
from streamlation_desktop.playback.states import SoundChanged
from streamlation_desktop.playback.timing import SystemTime
from tests.support.media_files import write_tones
from tests.support.numbered_video import write_numbered
from tests.support.player_rig import Rig

RATE = 48_000


@pytest.fixture
def rig() -> Iterator[Rig]:
    made = Rig(with_sound=True)
    made.wait_for(lambda: made.player.has_sound_device, "the device")
    yield made
    made.player.close()


@pytest.fixture(scope="session")
def tones(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten seconds; second n is a tone of 300 + 100 n Hz."""
    return write_tones(tmp_path_factory.mktemp("tones") / "tones.flac", 10.0, codec="flac")


def heard(rig: Rig) -> Pcm:
    assert rig.driver is not None
    return rig.driver.heard


def frequency(sound: Pcm) -> float:
    """The loudest one, in Hz."""
    window = sound[:, 0] * np.hanning(len(sound))
    return float(np.abs(np.fft.rfft(window)).argmax()) * RATE / len(sound)


def test_sound_is_played_whole_and_in_order(rig: Rig, tones: Path) -> None:
    rig.open(tones, paused=False)
    rig.play_to(3.0)
    sound = heard(rig)
    assert len(sound) == pytest.approx(3.0 * RATE, abs=0.05 * RATE)
    for second in range(3):
        part = sound[int((second + 0.2) * RATE) : int((second + 0.8) * RATE)]
        assert frequency(part) == pytest.approx(300 + 100 * second, abs=5)


@pytest.mark.parametrize("speed", [0.5, 1.5, 2.0, 3.0])
def test_other_speeds_keep_the_pitch(rig: Rig, tones: Path, speed: float) -> None:
    rig.player.set_speed(speed)
    rig.open(tones, paused=False)
    started = rig.time.now()
    rig.play_to(3.0)
    taken = rig.time.now() - started
    assert taken == pytest.approx(3.0 / speed, rel=0.08)
    middle = heard(rig)[int(1.25 / speed * RATE) : int(1.75 / speed * RATE)]
    assert frequency(middle) == pytest.approx(400, abs=12)


def test_after_a_seek_the_sound_begins_exactly_there(rig: Rig, tones: Path) -> None:
    rig.open(tones)
    rig.seek(4.5)
    rig.player.play()
    rig.play_to(5.4)
    sound = heard(rig)
    change = next(at for at in range(0, len(sound) - 2400, 480) if frequency(sound[at : at + 2400]) > 750)
    assert change / RATE == pytest.approx(0.5, abs=0.06)


def test_mute_and_volume(rig: Rig, tones: Path) -> None:
    rig.open(tones, paused=False)
    rig.player.set_volume(0.5)
    rig.play_to(0.5)
    half = np.abs(heard(rig)[-2400:]).max()
    assert half == pytest.approx(0.5 * 0.3 / np.sqrt(2), abs=0.01)  # mono is spread over two channels
    rig.player.set_muted(True)
    rig.play_to(1.0)
    assert np.abs(heard(rig)[-2400:]).max() == 0.0


def test_another_audio_track_goes_on_at_the_same_place(rig: Rig, tmp_path: Path) -> None:
    path = write_numbered(tmp_path / "two.mkv", [n / 25 for n in range(150)], sound=6.0, languages=("eng", "spa"))
    rig.open(path, paused=False)
    rig.play_to(1.5)
    before = len(rig.seeks)
    rig.player.set_audio_track(1)
    rig.wait_for(lambda: len(rig.seeks) > before, "the other track")
    begun = len(heard(rig))  # the tones of the second track start at the tenth
    rig.play_to(1.9)
    assert frequency(heard(rig)[begun + 4800 :]) == pytest.approx(300 + 100 * 11, abs=10)


def test_the_mixer_hears_media_time_and_changes_what_is_heard(rig: Rig, tones: Path) -> None:
    times: list[float] = []

    def silence(pcm: Pcm, time: float) -> Pcm:
        times.append(time)
        return pcm * 0

    rig.player.set_mixer(silence)
    rig.open(tones)
    rig.seek(2.0)
    rig.player.play()
    rig.play_to(2.4)
    assert times[0] in (0.0, 2.0)
    assert min(time for time in times if time > 1.0) == pytest.approx(2.0)
    assert np.abs(heard(rig)).max() == 0.0


def test_when_the_device_goes_time_goes_on_and_it_is_told(rig: Rig, tones: Path) -> None:
    rig.open(tones, paused=False)
    rig.play_to(1.0)
    assert rig.driver is not None
    rig.driver.is_alive = False
    rig.wait_for(lambda: SoundChanged(has_device=False) in rig.events, "the loss")
    rig.play_to(3.0)
    assert not rig.player.has_sound_device


def test_a_device_that_comes_back_is_used_again(rig: Rig, tones: Path) -> None:
    rig.open(tones, paused=False)
    rig.play_to(0.5)
    lost = rig.driver
    assert lost is not None
    lost.is_alive = False
    rig.wait_for(lambda: SoundChanged(has_device=False) in rig.events, "the loss")
    rig.driver = None
    rig.wait_for(lambda: rig.player.has_sound_device, "the device again")
    rig.play_to(1.5)
    assert frequency(heard(rig)[-9600:]) == pytest.approx(400, abs=10)


def test_no_device_is_opened_for_a_player_that_was_closed_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, answered, opened = threading.Event(), threading.Event(), list[str]()

    def usable() -> bool:
        asked.set()
        return answered.wait(20)

    monkeypatch.setattr(sound_device, "is_usable", usable)
    monkeypatch.setattr(sound_device, "_look_again", lambda: opened.append("devices"))
    monkeypatch.setattr(sound_device, "DeviceDriver", lambda ring: opened.append("stream"))
    sound = SoundOutput(SystemTime(), sound_device.open_device, lambda has: None)
    assert asked.wait(20)
    began = time.monotonic()
    sound.close()
    assert time.monotonic() - began < 0.2
    answered.set()
    assert sound._thread is not None
    sound._thread.join(20)
    assert (opened, sound._thread.is_alive()) == ([], False)
