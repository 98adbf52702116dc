"""Every way to open media: folder, recent, link, another start, keys."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from streamlation_desktop.gui.dialogs.keys import KeysDialog
from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.pages.diagnostics import DiagnosticsPage
from streamlation_desktop.gui.state.phase import Phase
from streamlation_desktop.playback.states import PlayerState
from tests.gui.conftest import PATIENCE, MakeWindow
from tests.support.data import real_data
from tests.support.qt_input import click_row


@pytest.fixture
def known(history: Path, make_window: MakeWindow) -> Window:
    """A window in whose history the clip is; nothing is translated by itself."""
    window = make_window()
    window.desk.change_settings("translation", {"targets": ("es",)})
    window.desk.change_settings("interface", {"translate_on_open": False})
    return window


def shows(window: Window, path: Path) -> bool:
    page = window.window.made("player")
    return page is not None and page.media is not None and page.media.location == str(path)


def test_a_folder_shows_its_first_film_and_lines_the_others_up(
    window: Window, clip: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "películas"
    folder.mkdir()
    for name in ("a.mp4", "b.mp4", "notes.txt"):
        shutil.copy(clip, folder / name)
    monkeypatch.setattr("streamlation_desktop.gui.state.session_center.AT_ONCE", 0)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    window.window.show_page("home")
    qtbot.mouseClick(window.window.page("home").open_folder, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shows(window, folder / "a.mp4"), timeout=PATIENCE)
    sessions = window.desk.sessions.sessions
    qtbot.waitUntil(lambda: {one.title for one in sessions.values()} == {"a.mp4", "b.mp4"}, timeout=PATIENCE)
    assert "1 more file" in window.window.messages.title.text()


def test_what_was_open_lately_is_a_click_away(known: Window, clip: Path, qtbot: QtBot) -> None:
    page = known.window.page("home")
    qtbot.waitUntil(page.recent.isVisible, timeout=PATIENCE)
    click_row(page.recent, page.recent.model().index(0, 0))
    qtbot.waitUntil(lambda: shows(known, clip), timeout=PATIENCE)
    qtbot.waitUntil(lambda: known.window.page("player").model.rowCount() >= 3, timeout=PATIENCE)  # what is known of it


def test_what_is_open_is_read_in_the_language_that_is_wanted_now_and_plays_on(
    known: Window, clip: Path, qtbot: QtBot
) -> None:
    known.desk.change_settings("translation", {"targets": ()})
    known.conductor.open(str(clip))
    qtbot.waitUntil(lambda: shows(known, clip), timeout=PATIENCE)
    page, opened = known.window.page("player"), list[object]()
    qtbot.waitUntil(lambda: page.player.position > 0.1, timeout=PATIENCE)
    assert page.model.rowCount() == 0, "nothing of it is known as it is said"
    page.player.opened.connect(opened.append)
    known.window.show_page("home")
    box = known.window.page("home").target
    qtbot.waitUntil(lambda: box.findData("es") > 0, timeout=PATIENCE)
    box.setCurrentIndex(box.findData("es"))
    qtbot.waitUntil(lambda: page.model.rowCount() >= 3, timeout=PATIENCE)
    assert page.model.lines[0].translations["es"]
    assert page.player.captions.chosen[0] == "made:es"
    assert not opened, "the film was not opened again"


def test_work_on_the_language_of_before_gives_way(known: Window, clip: Path, qtbot: QtBot) -> None:
    known.desk.change_settings("translation", {"targets": ()})
    known.desk.change_settings("interface", {"translate_on_open": True})
    known.conductor.open(str(clip))
    sessions = known.desk.sessions.sessions
    qtbot.waitUntil(lambda: shows(known, clip) and bool(sessions), timeout=PATIENCE)
    known.desk.change_settings("translation", {"targets": ("es",)})
    qtbot.waitUntil(lambda: [one.phase for one in sessions.values()] == [Phase.CANCELLED], timeout=PATIENCE)
    qtbot.waitUntil(lambda: known.window.page("player").model.rowCount() >= 3, timeout=PATIENCE)  # it is known already


def test_a_film_that_was_seen_to_its_end_begins_anew_though_nothing_was_translated(
    window: Window, clip: Path, qtbot: QtBot
) -> None:
    window.desk.change_settings("interface", {"translate_on_open": False})
    window.conductor.open(str(clip))
    qtbot.waitUntil(lambda: window.window.current == "player", timeout=PATIENCE)
    page = window.window.page("player")
    qtbot.waitUntil(lambda: page.player.surface.shown is not None, timeout=PATIENCE)
    fingerprint, library = page.media.fingerprint, window.desk.shelf.library
    page.player.seek(3.0)
    qtbot.waitUntil(lambda: page.player.position >= 3.0, timeout=PATIENCE)
    page.keep_position()
    qtbot.waitUntil(lambda: library.position(fingerprint) >= 3.0, timeout=PATIENCE)
    page.player.seek(6.5)
    qtbot.waitUntil(lambda: page.player.player.state is PlayerState.ENDED, timeout=PATIENCE)
    page.keep_position()
    qtbot.waitUntil(lambda: library.position(fingerprint) == 0.0, timeout=PATIENCE)


def test_who_wants_no_position_remembered_begins_at_the_start(known: Window, clip: Path, qtbot: QtBot) -> None:
    record = known.desk.shelf.history.list()[0]
    known.desk.shelf.library.set_position(record.fingerprint, 4.0)
    known.desk.change_settings("player", {"remember_position": False})
    known.conductor.open(str(clip))
    qtbot.waitUntil(lambda: shows(known, clip), timeout=PATIENCE)
    page = known.window.page("player")
    assert page.media.position == 0.0
    page.keep_position()
    assert known.desk.shelf.library.position(record.fingerprint) == 4.0

    known.conductor.open_record(str(clip), 7.0, record.id)  # a sentence that was found at the very end
    qtbot.waitUntil(lambda: bool(page.media.position), timeout=PATIENCE)
    assert page.media.position == 7.0


def test_what_was_opened_in_an_old_language_is_translated_again_into_that_of_now(
    known: Window, clip: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("streamlation_desktop.gui.state.session_center.AT_ONCE", 0)
    record = known.desk.shelf.history.list()[0]
    known.desk.change_settings("translation", {"targets": ("de",)})
    known.conductor.open_record(str(clip), 1.0, record.id)
    qtbot.waitUntil(lambda: shows(known, clip), timeout=PATIENCE)
    model = known.window.page("player").model
    qtbot.waitUntil(lambda: model.rowCount() >= 3, timeout=PATIENCE)
    assert model.headerData(3, Qt.Orientation.Horizontal) == "Español"
    known.conductor.translate_again()
    assert model.headerData(3, Qt.Orientation.Horizontal) == "Deutsch"
    assert [one.job.targets for one in known.desk.sessions.sessions.values()] == [("de",)]


def test_the_menu_of_recent_media_is_read_when_it_opens(known: Window, clip: Path, qtbot: QtBot) -> None:
    menu = known.menus._recent
    menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: bool(menu.actions()), timeout=PATIENCE)
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: shows(known, clip), timeout=PATIENCE)


def test_a_link_on_the_clipboard_is_proposed(window: Window, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("https://example.org/film.mp4")
    window.window.activateWindow()
    qtbot.keyClick(window.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    dialog = window.window.findChild(QInputDialog)
    assert dialog is not None
    assert dialog.textValue() == "https://example.org/film.mp4"
    field = dialog.findChild(QLineEdit)
    assert field is not None
    assert field.width() > 40 * field.fontMetrics().averageCharWidth(), "an address is long"
    field.selectAll()
    qtbot.keyClicks(field, " http://127.0.0.1:9/a.mp4 ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    bar = window.window.messages
    qtbot.waitUntil(lambda: bar.title.text() not in ("", "Opening the link…"), timeout=PATIENCE)


def test_the_question_for_a_file_shows_films_and_sound_first(
    window: Window, clip: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: object, _title: str, _folder: str, kinds: str) -> tuple[str, str]:
        asked.append(kinds)
        return str(clip), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    window.window.activateWindow()
    qtbot.keyClick(window.window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    media, everything = asked[0].split(";;")
    assert "*.mkv" in media.split()
    assert "*.MP4" in media.split()
    assert everything.endswith("(*)")
    qtbot.waitUntil(lambda: shows(window, clip), timeout=PATIENCE)


def test_another_start_brings_its_file_to_the_window_that_is_open(known: Window, clip: Path, qtbot: QtBot) -> None:
    known.window.showMinimized()
    known.come([str(clip)])
    qtbot.waitUntil(lambda: shows(known, clip), timeout=PATIENCE)
    assert not known.window.isMinimized()


def test_every_page_has_a_key(window: Window, qtbot: QtBot) -> None:
    window.window.activateWindow()
    for number, name in enumerate(window.window.sidebar.names(), start=1):
        qtbot.keyClick(window.window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        assert window.window.current == name


def test_f1_shows_the_keys_on_every_page(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.window.isActiveWindow, timeout=PATIENCE)
    qtbot.keyClick(window.window.page("home").open_file, Qt.Key.Key_F1)
    assert window.window.findChild(KeysDialog) is not None


def test_the_checks_run_and_the_report_can_be_copied(window: Window, qtbot: QtBot) -> None:
    window.window.show_page("diagnostics")
    page: DiagnosticsPage = window.window.page("diagnostics")
    with qtbot.waitSignal(page.checked, timeout=PATIENCE):
        pass
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    report = QGuiApplication.clipboard().text()
    assert "works: program:" in report
    assert str(Path.home()) not in report


def test_about_names_the_work_of_others(window: Window) -> None:
    window.window.show_page("about")
    notices = window.window.page("about").findChild(QPlainTextEdit)
    assert notices is not None
    for name in ("PySide6", "CTranslate2"):
        assert name.lower() in notices.toPlainText().lower()


@pytest.mark.parametrize("name", ["mp3/bear-id3.mp3", "flac/bear_with_picture.flac"])
def test_sound_alone_shows_its_cover_until_something_else_is_opened(
    known: Window, clip: Path, qtbot: QtBot, name: str
) -> None:
    known.conductor.open(str(real_data("real", "media", "androidx", *name.split("/"))))
    qtbot.waitUntil(lambda: known.window.current == "player", timeout=PATIENCE)
    surface = known.window.page("player").player.surface

    def colours() -> int:
        image = surface.grab().toImage()
        return len({image.pixel(x, y) for x in range(0, image.width(), 8) for y in range(0, image.height() // 2, 8)})

    qtbot.waitUntil(lambda: colours() > 20, timeout=PATIENCE)
    assert surface.shown is None, "it is no film"
    assert surface.message
    known.conductor.open(str(clip))
    qtbot.waitUntil(lambda: surface.shown is not None, timeout=PATIENCE)
    assert surface._cover.isNull()
