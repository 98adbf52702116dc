from __future__ import annotations

import itertools
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QSlider

from streamlation_desktop.gui.player.actions import ACTIONS, KeyMap
from streamlation_desktop.playback.states import PlayerState
from streamlation_desktop.settings.schema import PlayerSettings
from tests.gui.player.conftest import Screen
from tests.support.media_files import write_tones
from tests.support.numbered_video import write_numbered

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def press(screen: Screen, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(screen.widget.surface, key, modifier)


def test_space_plays_and_pauses(screen: Screen, film: Path) -> None:
    screen.open(film)
    press(screen, KEY.Key_Space)
    screen.until(lambda: screen.state is PlayerState.PLAYING)
    press(screen, KEY.Key_Space)
    screen.until(lambda: screen.state is PlayerState.PAUSED)


@pytest.mark.parametrize("key", [KEY.Key_MediaPlay, KEY.Key_MediaTogglePlayPause])
def test_media_keys_play(screen: Screen, film: Path, key: Qt.Key) -> None:
    screen.open(film)
    press(screen, key)
    screen.until(lambda: screen.state is PlayerState.PLAYING)


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (KEY.Key_Right, Qt.KeyboardModifier.NoModifier, 350),
        (KEY.Key_Left, Qt.KeyboardModifier.NoModifier, 250),
        (KEY.Key_Right, SHIFT, 310),
        (KEY.Key_Up, Qt.KeyboardModifier.NoModifier, 900),
        (KEY.Key_Left, CONTROL, 0),
        (KEY.Key_Home, Qt.KeyboardModifier.NoModifier, 0),
        (KEY.Key_End, Qt.KeyboardModifier.NoModifier, 999),
        (KEY.Key_Period, Qt.KeyboardModifier.NoModifier, 301),
        (KEY.Key_Comma, Qt.KeyboardModifier.NoModifier, 299),
    ],
)
def test_keys_move_as_in_mpv(
    screen: Screen, film: Path, key: Qt.Key, modifier: Qt.KeyboardModifier, expected: int
) -> None:
    screen.open(film)
    screen.widget.seek(30.0)
    screen.until(lambda: screen.number == 300)
    press(screen, key, modifier)
    screen.until(lambda: screen.number == expected)


def test_keys_change_speed_volume_and_delay(screen: Screen, film: Path) -> None:
    screen.open(film)
    player = screen.widget.player
    press(screen, KEY.Key_BracketRight)
    assert player.speed == 1.25
    press(screen, KEY.Key_Backspace)
    assert player.speed == 1.0
    with screen.qtbot.waitSignal(screen.widget.volumeChanged) as quieter:
        press(screen, KEY.Key_9)
    assert quieter.args == [pytest.approx(0.95)]
    press(screen, KEY.Key_M)
    assert player.is_muted
    with screen.qtbot.waitSignal(screen.widget.captionDelayChanged) as changed:
        press(screen, KEY.Key_X)
    assert changed.args == [pytest.approx(0.1)]


def test_a_key_of_ones_own_replaces_the_usual_one(screen: Screen, film: Path) -> None:
    screen.open(film)
    screen.widget.set_settings(PlayerSettings(keys={"mute": ("Ctrl+U",), "faster": ("M",)}))
    press(screen, KEY.Key_U, CONTROL)
    assert screen.widget.player.is_muted
    press(screen, KEY.Key_M)
    assert screen.widget.player.speed == 1.25


def test_no_two_actions_have_the_same_usual_key() -> None:
    keys = [key for action in ACTIONS for key in action.keys]
    assert len(keys) == len(set(keys))


def test_the_sheet_names_every_action_once() -> None:
    sheet = KeyMap({"mute": ()}).sheet()
    assert len(sheet) == len(ACTIONS) - 1
    assert all(title and keys for title, keys in sheet)


def test_question_mark_asks_for_the_sheet_though_it_needs_shift(screen: Screen) -> None:
    with screen.qtbot.waitSignal(screen.widget.keysAsked):
        press(screen, KEY.Key_Question, SHIFT)


def test_space_on_a_focused_button_presses_that_button(screen: Screen, film: Path) -> None:
    screen.open(film)
    screen.widget.bar.mute.setFocus()
    QTest.keyClick(screen.widget.bar.mute, KEY.Key_Space)
    assert screen.widget.player.is_muted
    assert screen.state is PlayerState.PAUSED


def test_clicking_the_bar_goes_there(screen: Screen, film: Path) -> None:
    screen.open(film)
    bar = screen.widget.bar.seek_bar
    place = QPoint(bar.width() // 2, bar.height() // 2)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
    expected = bar.time_at(place.x())
    screen.until(lambda: screen.number == int(expected * 10))


def test_dragging_previews_key_frames_and_ends_exactly(screen: Screen, film: Path) -> None:
    screen.open(film)
    bar = screen.widget.bar.seek_bar
    y = bar.height() // 2
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(100, y))
    QTest.mouseMove(bar, QPoint(431, y))
    screen.until(lambda: screen.number == int(bar.time_at(431) * 10) // 50 * 50)
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(431, y))
    screen.until(lambda: screen.number == int(bar.time_at(431) * 10))


def test_hovering_shows_the_time_and_a_picture(screen: Screen, film: Path) -> None:
    screen.open(film)
    bar = screen.widget.bar.seek_bar
    QTest.mouseMove(bar, QPoint(200, bar.height() // 2))
    preview = screen.widget._preview
    screen.until(lambda: preview.isVisible() and not preview._picture.pixmap().isNull())
    assert ":" in preview._time.text()


def test_every_control_has_a_name_for_the_blind(screen: Screen) -> None:
    controls = [*screen.widget.findChildren(QAbstractButton), *screen.widget.findChildren(QSlider)]
    assert len(controls) >= 11
    assert [control.objectName() for control in controls if not control.accessibleName()] == []


def test_in_a_narrow_window_no_control_lies_on_another(screen: Screen) -> None:
    bar = screen.widget.bar
    assert bar.volume.isVisible()
    screen.widget.resize(330, 300)
    QApplication.processEvents()
    assert not bar.volume.isVisible()
    shown = sorted((each for each in bar._needed() if each.isVisible()), key=lambda each: each.x())
    assert all(left.geometry().right() < right.x() for left, right in itertools.pairwise(shown))
    screen.widget.resize(640, 480)
    QApplication.processEvents()
    assert bar.volume.isVisible()


def test_the_time_is_told_with_hours_for_long_films(screen: Screen) -> None:
    screen.widget.bar.show_time(3725.0, 36_000.0)
    assert screen.widget.bar.time_label.text() == "1:02:05 / 10:00:00"


def test_the_other_audio_track_is_chosen_by_key_and_position_stays(screen: Screen, film: Path) -> None:
    screen.open(film)
    screen.widget.seek(30.0)
    screen.until(lambda: screen.number == 300)
    with screen.qtbot.waitSignal(screen.widget.seeked):
        press(screen, KEY.Key_NumberSign, SHIFT)
    assert screen.widget.commands.audio_track == 1
    assert screen.widget.position == pytest.approx(30.0, abs=0.01)


def test_the_computer_stays_awake_only_while_playing(screen: Screen, film: Path) -> None:
    screen.open(film, paused=False)
    screen.until(lambda: screen.inhibitor.calls == ["inhibit"])
    press(screen, KEY.Key_Space)
    screen.until(lambda: screen.inhibitor.calls == ["inhibit", "release"])


def test_a_screenshot_is_saved_in_full_size_with_captions_and_without(screen: Screen, film: Path) -> None:
    screen.open(film)
    folder = screen.widget._settings.screenshots
    assert folder is not None
    press(screen, KEY.Key_S)
    press(screen, KEY.Key_S, SHIFT)
    screen.until(lambda: len(list(folder.glob("*.png"))) == 2)
    for path in folder.glob("*.png"):
        assert QImage(str(path)).size().toTuple() == (224, 64)


def test_a_folder_that_cannot_be_written_is_told(screen: Screen, film: Path, tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("in the way")
    screen.open(film)
    screen.widget.set_settings(PlayerSettings(screenshots=blocker / "below"))
    press(screen, KEY.Key_S)
    screen.until(lambda: screen.errors)
    assert "cannot write" in screen.errors[0][0]


@pytest.mark.skipif(sys.platform != "linux", reason="a limit on the size of files stands in for a full disk")
def test_a_full_disk_is_told_and_leaves_no_half_picture(screen: Screen, film: Path) -> None:
    import resource

    screen.open(film)
    folder = screen.widget._settings.screenshots
    assert folder is not None
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50, hard))
    try:
        press(screen, KEY.Key_S)
        screen.until(lambda: screen.errors)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    message, hint = screen.errors[0]
    assert "the disk is full" in message
    assert "Free some space" in hint
    assert list(folder.iterdir()) == []
    press(screen, KEY.Key_S)
    screen.until(lambda: list(folder.glob("*.png")))


def test_what_cannot_be_opened_is_told_in_place_of_the_picture(screen: Screen, tmp_path: Path) -> None:
    screen.widget.open(str(tmp_path / "none.mp4"))
    screen.until(lambda: screen.errors)
    assert screen.state is PlayerState.FAILED
    assert "does not exist" in screen.widget.surface.message
    title, text = screen.errors[0]
    assert title == "This file or address cannot be found", "as everywhere else, in the window's language"
    assert "moved" in text


def test_full_screen_by_key_and_back(screen: Screen, film: Path) -> None:
    screen.open(film)
    with screen.qtbot.waitSignal(screen.widget.fullScreenChanged) as changed:
        press(screen, KEY.Key_F)
    assert changed.args == [True]
    assert screen.widget.window().isFullScreen()
    press(screen, KEY.Key_Escape)
    assert not screen.widget.window().isFullScreen()


def test_a_double_click_fills_the_screen_when_both_halves_are_on_the_film(screen: Screen, film: Path) -> None:
    screen.open(film)
    surface, left = screen.widget.surface, Qt.MouseButton.LeftButton
    QTest.mouseDClick(surface, left)  # the second half alone
    assert not screen.widget.window().isFullScreen(), "the first half was on the list from which it was opened"
    QTest.mouseClick(surface, left)
    QTest.mouseDClick(surface, left)
    assert screen.widget.window().isFullScreen()


def test_picture_in_picture_takes_the_film_and_gives_it_back(screen: Screen, film: Path) -> None:
    screen.open(film)
    press(screen, KEY.Key_I)
    inset = screen.widget._modes._inset
    assert inset is not None
    assert screen.widget.surface.window() is inset
    QTest.keyClick(inset, KEY.Key_Escape)
    assert screen.widget.surface.window() is screen.widget
    press(screen, KEY.Key_I)
    QTest.keyClick(screen.widget, KEY.Key_Escape)  # the small window need not have the keyboard
    assert screen.widget.surface.window() is screen.widget
    screen.widget.seek(50.0)
    screen.until(lambda: screen.number == 500)


def test_who_moves_in_a_full_screen_film_by_keys_sees_where_to(screen: Screen, film: Path) -> None:
    screen.open(film)
    press(screen, KEY.Key_Right)
    assert not screen.widget._notice.isVisible(), "the bar tells it"
    press(screen, KEY.Key_F)
    QTest.mouseMove(screen.widget.surface, screen.widget.surface.rect().center())
    screen.until(screen.widget.bar.isHidden)
    press(screen, KEY.Key_Right)
    assert screen.widget._notice.isVisible()
    assert screen.widget._notice.text() == "0:10 / 1:39"


def test_what_a_key_did_is_told_where_nothing_else_shows_it(screen: Screen, film: Path) -> None:
    screen.open(film)
    told = []
    for key in (KEY.Key_M, KEY.Key_M, KEY.Key_L, KEY.Key_L, KEY.Key_L, KEY.Key_NumberSign, KEY.Key_K, KEY.Key_9):
        press(screen, key)
        told.append(screen.widget._notice.text())
    assert told[:6] == ["Sound off", "Sound on", "Loop from 0:00", "Loop: 0:00 – 0:00", "Loop off", told[5]]
    assert told[5].startswith("2 – español")
    assert told[6:] == ["Two languages", "95 %"]


def test_menus_tell_the_keys_that_do_the_same(screen: Screen, film: Path) -> None:
    screen.widget.set_settings(PlayerSettings(keys={"step": ("F9",), "loop": ()}))
    menu = screen.widget.bar.more.menu()
    menu.aboutToShow.emit()
    shown = dict(action.text().partition("\t")[::2] for action in menu.actions())
    assert shown["One picture on"] == "F9"
    assert shown["Loop: from here, to here, off"] == ""


def test_a_right_click_offers_everything(screen: Screen, film: Path) -> None:
    screen.open(film)
    seen: list[str] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        seen.extend(action.text().partition("\t")[0] for action in menu.actions())
        next(action for action in menu.actions() if action.text().startswith("Play or pause")).trigger()
        menu.close()

    QTimer.singleShot(0, screen.widget, look)
    middle = screen.widget.surface.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, screen.widget.surface.mapToGlobal(middle))
    QApplication.sendEvent(screen.widget.surface, event)
    assert {"Speed", "Audio track", "Captions", "Full screen", "Picture in picture", "Always on top"} <= set(seen)
    screen.until(lambda: screen.state is PlayerState.PLAYING)


def test_the_look_of_captions_is_a_click_away(screen: Screen) -> None:
    menu = screen.widget.bar.captions.menu()
    menu.aboutToShow.emit()
    with screen.qtbot.waitSignal(screen.widget.lookAsked):
        next(action for action in menu.actions() if action.text().startswith("Look")).trigger()


@pytest.mark.parametrize("is_cut", [True, False], ids=["cut", "whole"])
def test_a_film_that_was_cut_off_says_so_at_its_end(screen: Screen, tmp_path: Path, is_cut: bool) -> None:
    path = write_numbered(tmp_path / "film.mkv", [n / 10 for n in range(120)], gop=10)
    if is_cut:
        os.truncate(path, path.stat().st_size // 4)
    screen.open(path)
    screen.widget.seek(2.0 if is_cut else 11.0)
    screen.widget.player.play()
    screen.until(lambda: screen.state is PlayerState.ENDED)
    assert [title for title, _ in screen.errors] == (["The film ends early"] if is_cut else [])
    assert all("should be 0:11 long" in text for _, text in screen.errors)


def test_where_there_is_sound_alone_its_title_stands_in_place_of_the_film(screen: Screen, tmp_path: Path) -> None:
    screen.open(write_tones(tmp_path / "a talk.m4a", 2.0))
    assert screen.widget.surface.message == "a talk"


def test_the_time_of_a_long_film_has_room(screen: Screen) -> None:
    bar = screen.widget.bar
    screen.widget.resize(440, 480)
    bar.show_time(0.0, 60.0)
    screen.until(lambda: bar.shot.isVisible())
    bar.show_time(20_739.0, 36_000.0)
    screen.until(lambda: bar.time_label.width() >= bar.time_label.sizeHint().width() and not bar.shot.isVisible())
