from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.support.numbered_video import write_numbered
from tests.support.player_rig import Rig


def test_exact_seeks_show_the_picture_of_that_moment(rig: Rig, film: Path) -> None:
    rig.open(film)
    chance = random.Random(7)
    for target in [0.0, 19.99, 0.0385, 0.0401, 10.0, *(chance.uniform(0, 19.9) for _ in range(25))]:
        rig.seek(target)
        assert rig.number == int(target * 25 + 1e-6), target
        assert rig.player.position == pytest.approx(target)


def test_the_middle_of_a_seek_burst_is_never_shown_after_its_end(rig: Rig, film: Path) -> None:
    rig.open(film)
    for target in (3.0, 9.0, 18.0, 1.0, 12.0):
        rig.player.seek(target)
    rig.wait_for(lambda: rig.seeks[-1] == 12.0, "arrived")
    assert rig.number == 300


def test_a_preview_shows_the_key_frame_before(rig: Rig, film: Path) -> None:
    rig.open(film)
    rig.seek(13.0, exact=False)
    assert rig.number == 250


def test_steps_go_one_picture_on_and_back(rig: Rig, film: Path) -> None:
    rig.open(film)
    rig.seek(4.0)
    for expected in (101, 102):
        rig.player.step(1)
        rig.wait_for(lambda expected=expected: rig.number == expected, f"picture {expected}")  # type: ignore[misc]
    for expected in (101, 100, 99):
        rig.player.step(-1)
        rig.wait_for(lambda expected=expected: rig.number == expected, f"picture {expected}")  # type: ignore[misc]


def test_after_stepping_it_plays_on_from_the_picture_shown(rig: Rig, film: Path) -> None:
    rig.open(film)
    rig.seek(4.0)
    rig.player.step(1)
    rig.wait_for(lambda: rig.number == 101, "the next picture")
    before = len(rig.seeks)
    rig.player.play()
    rig.wait_for(lambda: len(rig.seeks) > before, "arrived")
    assert rig.number == 101
    assert rig.player.position == pytest.approx(4.04, abs=0.005)


def test_uneven_pictures_are_found_by_the_moment_they_are_on_screen(rig: Rig, tmp_path: Path) -> None:
    times = [0.0, 0.1, 0.13, 0.9, 1.0, 3.5, 3.54, 3.6, 7.0]
    rig.open(write_numbered(tmp_path / "uneven.mkv", times))
    for target, expected in ((0.12, 1), (0.5, 2), (0.95, 3), (3.0, 4), (3.5, 5), (3.59, 6), (6.9, 7), (7.0, 8)):
        rig.seek(target)
        assert rig.number == expected, target


@pytest.mark.parametrize(("name", "offset"), [("late.mkv", 100.0), ("late.ts", 50.0)])
def test_media_time_is_zero_at_the_first_picture_whatever_the_time_stamps(
    rig: Rig, tmp_path: Path, name: str, offset: float
) -> None:
    path = write_numbered(tmp_path / name, [n / 25 for n in range(100)], gop=25, sound=4.0, offset=offset)
    rig.open(path)
    rig.seek(2.0)
    assert rig.number == pytest.approx(50, abs=1 if name.endswith("ts") else 0)


def test_opening_can_start_anywhere(rig: Rig, film: Path) -> None:
    rig.open(film, start=7.2)
    assert rig.number == 180


def test_a_seek_past_the_end_shows_the_last_picture(rig: Rig, film: Path) -> None:
    rig.open(film)
    rig.seek(1000.0)
    assert rig.number == 499


def test_what_the_edit_list_cuts_away_is_not_shown(rig: Rig, tmp_path: Path) -> None:
    path = write_numbered(tmp_path / "cut.mp4", [n / 25 for n in range(100)], gop=25, sound=4.0, offset=-2.0)
    rig.open(path)
    assert rig.number == 50
    rig.seek(1.0)
    assert rig.number == 75
