from __future__ import annotations

from pathlib import Path

import pytest

from streamlation_desktop.playback.states import PlayerState
from tests.support.media_files import write_tones
from tests.support.numbered_video import write_numbered
from tests.support.player_rig import Rig


def test_every_picture_is_shown_in_its_turn(rig: Rig, film: Path) -> None:
    rig.open(film, paused=False)
    rig.play_to(2.0)
    rig.wait_for(lambda: rig.number >= 49, "two seconds of pictures")
    assert rig.numbers[:50] == list(range(50))
    assert rig.player.stats.dropped == 0


def test_paused_nothing_moves(rig: Rig, film: Path) -> None:
    rig.open(film, paused=False)
    rig.play_to(1.0)
    rig.player.pause()
    position = rig.player.position
    rig.time.advance(5.0)
    assert rig.player.position == pytest.approx(position, abs=0.001)
    assert rig.player.state is PlayerState.PAUSED


def test_pictures_that_come_too_late_are_left_out(rig: Rig, film: Path) -> None:
    rig.open(film, paused=False)
    rig.play_to(1.0)
    rig.time.advance(0.2)
    rig.wait_for(lambda: rig.number >= 28, "caught up")
    assert rig.player.stats.dropped > 0


def test_the_end_is_told_once_and_playing_starts_again(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_numbered(tmp_path / "short.mp4", [n / 25 for n in range(50)], sound=2.0), paused=False)
    rig.play_to(1.95)
    rig.play_out()
    assert rig.number == 49
    before = len(rig.seeks)
    rig.player.play()
    rig.wait_for(lambda: len(rig.seeks) > before, "the start again")
    assert rig.player.position == pytest.approx(0.0, abs=0.05)


def test_pictures_without_sound_play_to_their_end(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_numbered(tmp_path / "mute.mkv", [n / 25 for n in range(25)]), paused=False)
    rig.play_to(0.95)
    rig.play_out()
    assert rig.numbers == list(range(25))


def test_sound_without_pictures_plays_to_its_end(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_tones(tmp_path / "tones.m4a", 2.0), paused=False)
    rig.play_to(1.9)
    rig.play_out()
    assert rig.sink.pictures == []


def test_a_film_whose_sound_ends_early_plays_on(rig: Rig, tmp_path: Path) -> None:
    rig.open(write_numbered(tmp_path / "half.mp4", [n / 25 for n in range(150)], sound=1.0), paused=False)
    rig.play_to(5.0, step=0.02)
    rig.wait_for(lambda: rig.number >= 124, "pictures after the sound")


def test_faster_media_time_runs_faster(rig: Rig, film: Path) -> None:
    rig.open(film, paused=False)
    rig.player.set_speed(2.0)
    rig.seek(0.0)
    started = rig.time.now()
    rig.play_to(4.0)
    assert rig.time.now() - started == pytest.approx(2.0, abs=0.25)


def test_a_loop_goes_round(rig: Rig, film: Path) -> None:
    rig.open(film, paused=False)
    rig.player.set_loop((1.0, 1.5))
    rig.play_to(1.4)
    before = len(rig.seeks)
    rig.time.advance(0.2)
    rig.wait_for(lambda: len(rig.seeks) > before, "round")
    assert rig.player.position == pytest.approx(1.0, abs=0.1)


def test_another_size_shows_the_paused_picture_anew(rig: Rig, film: Path) -> None:
    rig.open(film)
    rig.sink.size = (112, 100)
    rig.player.viewport_changed()
    rig.wait_for(lambda: rig.sink.pictures[-1].pixels.shape == (32, 112, 4), "the new size")
    assert rig.number == 0


def test_a_screenshot_has_the_full_size(film: Path) -> None:
    rig = Rig((56, 16))
    rig.open(film)
    shot = rig.player.screenshot()
    rig.player.close()
    assert shot is not None
    assert shot.pixels.shape == (64, 224, 4)
