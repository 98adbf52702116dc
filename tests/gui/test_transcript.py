"""Reading, searching, following and correcting the transcript."""

from __future__ import annotations

import itertools
from dataclasses import replace
from math import ceil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue
from streamlation_desktop.gui.item_models.transcript import MEANT, SAID
from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.pages.player import PlayerPage
from streamlation_desktop.playback.states import PlayerState
from tests.gui.conftest import PATIENCE, MakeWindow
from tests.support.qt_input import click_row

SPANISH, ENGLISH = LanguageCode("es"), LanguageCode("en")


@pytest.fixture
def window(history: Path, make_window: MakeWindow) -> Window:
    window = make_window()
    window.desk.change_settings("translation", {"targets": (SPANISH,)})
    return window


@pytest.fixture
def page(window: Window, clip: Path, qtbot: QtBot) -> PlayerPage:
    window.conductor.open(str(clip))
    qtbot.waitUntil(lambda: window.window.current == "player", timeout=PATIENCE)
    shown: PlayerPage = window.window.page("player")
    qtbot.waitUntil(lambda: shown.model.rowCount() >= 3, timeout=PATIENCE)
    return shown


def edit_cell(page: PlayerPage, row: int, column: int, text: str, qtbot: QtBot) -> None:
    """F2, type, Enter."""
    table = page.panel.table
    table.setCurrentIndex(page.model.index(row, column))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QPlainTextEdit)
    assert editor is not None
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_a_click_on_a_line_plays_from_there(page: PlayerPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.panel.jumped, timeout=PATIENCE) as jumped:
        click_row(page.panel.table, page.model.index(2, SAID))
    assert jumped.args == [page.model.lines[2].span.start]
    qtbot.waitUntil(lambda: page.player.position >= page.model.lines[2].span.start - 0.5, timeout=PATIENCE)


def test_a_film_that_fills_the_screen_has_nothing_around_it(page: PlayerPage, window: Window, qtbot: QtBot) -> None:
    main = window.window
    window.conductor.tell("Something was said before")
    around = (main.menuBar(), main.sidebar, main.messages, page.panel, page.title)
    qtbot.keyClick(page.player.surface, Qt.Key.Key_F)
    assert main.isFullScreen()
    assert not any(each.isVisible() for each in around)
    qtbot.keyClick(page.player.surface, Qt.Key.Key_Escape)
    assert not main.isFullScreen()
    assert all(each.isVisible() for each in around)
    qtbot.keyClick(page.player.surface, Qt.Key.Key_F)
    main.show_page("library")
    qtbot.waitUntil(lambda: not main.isFullScreen(), timeout=PATIENCE)
    assert main.sidebar.isVisible(), "another page has its ways to others"


def test_the_window_stays_on_top_while_that_is_wanted(page: PlayerPage, window: Window, qtbot: QtBot) -> None:
    for wanted in (True, False):
        qtbot.keyClick(page.player.surface, Qt.Key.Key_T)
        assert bool(window.window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint) is wanted
        assert window.window.isVisible()


def test_enter_plays_the_line_that_the_arrow_keys_chose(page: PlayerPage, qtbot: QtBot) -> None:
    table = page.panel.table
    table.setCurrentIndex(page.model.index(0, SAID))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.panel.jumped, timeout=PATIENCE) as jumped:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert jumped.args == [page.model.lines[1].span.start]


def test_the_search_finds_words_of_both_languages_and_goes_to_them(page: PlayerPage, qtbot: QtBot) -> None:
    spanish = page.model.lines[1].translations[SPANISH].split()[-1].strip(".?!¿¡")
    qtbot.keyClicks(page.panel.search, spanish)
    assert page.panel.count.text().startswith(str(len(page.model.find(spanish))))
    qtbot.keyClick(page.panel.search, Qt.Key.Key_Return)
    assert page.panel.table.currentIndex().row() in page.model.find(spanish)


def test_what_was_found_is_bold_and_shift_goes_back(page: PlayerPage, qtbot: QtBot) -> None:
    letter = "e"
    qtbot.keyClicks(page.panel.search, letter)
    found = page.model.find(letter)
    assert len(found) > 1
    assert page.model.index(found[0], SAID).data(Qt.ItemDataRole.FontRole).bold() is (
        letter in page.model.lines[found[0]].text.casefold()
    )
    visited = []
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        qtbot.keyClick(page.panel.search, Qt.Key.Key_Return, modifier)
        visited.append(page.panel.table.currentIndex().row())
    assert visited == [found[0], found[1], found[0]]
    page.panel.search.clear()
    assert page.model.index(found[0], SAID).data(Qt.ItemDataRole.FontRole) is None


def test_a_long_text_is_edited_in_a_field_that_shows_it_whole(page: PlayerPage, qtbot: QtBot) -> None:
    edit_cell(page, 0, SAID, "one two three " * 30, qtbot)
    table = page.panel.table
    qtbot.waitUntil(lambda: table.findChild(QPlainTextEdit) is None, timeout=PATIENCE)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QPlainTextEdit)
    assert editor is not None
    assert editor.height() > table.rowHeight(0)
    assert not editor.verticalScrollBar().isVisible()


def test_the_line_at_the_playhead_is_marked(page: PlayerPage) -> None:
    page.panel.follow(page.model.lines[1].span.start + 0.1)
    assert page.model.playing == 1
    assert page.model.index(1, SAID).data(Qt.ItemDataRole.BackgroundRole) is not None


def test_lines_are_copied_in_both_languages(page: PlayerPage, qtbot: QtBot) -> None:
    page.panel.table.selectRow(0)
    qtbot.keyClick(page.panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert page.model.lines[0].text in copied
    assert page.model.lines[0].translations[SPANISH] in copied


def test_a_corrected_translation_is_kept_shown_and_undone(page: PlayerPage, window: Window, qtbot: QtBot) -> None:
    line = page.model.lines[0]
    before = line.translations[SPANISH]

    def is_told(language: str, cues: list[Cue]) -> bool:
        return language == SPANISH and "Buenos dias" in " ".join(cue.text for cue in cues)

    with qtbot.waitSignal(page.feed.cues_read, timeout=PATIENCE, check_params_cb=is_told):
        edit_cell(page, 0, MEANT, "Buenos dias a todos", qtbot)
    shelf = window.desk.shelf
    assert shelf.lines.read(page.feed.record_id)[0].translations[SPANISH] == "Buenos dias a todos"

    undo = next(each for each in page.panel.findChildren(QToolButton) if each.accessibleName() == "Undo")

    def is_undone(language: str, cues: list[Cue]) -> bool:
        return language == SPANISH and not is_told(language, cues)

    with qtbot.waitSignal(page.feed.cues_read, timeout=PATIENCE, check_params_cb=is_undone):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert page.model.lines[0].translations[SPANISH] == before
    assert shelf.lines.edits(page.feed.record_id, SPANISH) == {}


def test_the_name_of_a_speaker_can_be_taken_back(page: PlayerPage, window: Window, qtbot: QtBot) -> None:
    page.panel.named.emit("S1", "Ana")
    assert page.model.names == {"S1": "Ana"}
    window.window.activateWindow()
    qtbot.waitUntil(window.window.isActiveWindow, timeout=PATIENCE)
    qtbot.keyClick(page.panel.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.model.names == {"S1": "S1"}
    lines, record = window.desk.shelf.lines, page.feed.record_id
    qtbot.waitUntil(lambda: lines.speakers(record) == {"S1": "S1"}, timeout=PATIENCE)


def test_a_corrected_source_line_translates_only_itself_again(page: PlayerPage, window: Window, qtbot: QtBot) -> None:
    others = [line.translations[SPANISH] for line in page.model.lines[1:]]
    edit_cell(page, 0, SAID, "Where is the house?", qtbot)
    qtbot.waitUntil(lambda: "casa" in page.model.lines[0].translations[SPANISH].lower(), timeout=PATIENCE)
    assert [line.translations[SPANISH] for line in page.model.lines[1:]] == others
    page.corrections.stack.undo()
    assert "casa" not in page.model.lines[0].translations[SPANISH].lower(), "both go back together"


def test_the_keyboard_is_the_players_once_something_was_opened(page: PlayerPage, window: Window, qtbot: QtBot) -> None:
    """Nobody has to click on the film before the space bar stops it."""
    assert window.window.focusWidget() is page.player.surface


def test_keys_of_the_player_work_while_the_transcript_is_read(page: PlayerPage, window: Window, qtbot: QtBot) -> None:
    click_row(page.panel.table, page.model.index(1, SAID))
    assert window.window.focusWidget() is page.panel.table
    qtbot.waitUntil(lambda: page.player.player.state is PlayerState.PLAYING, timeout=PATIENCE)
    qtbot.keyClick(page.panel.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.player.player.state is PlayerState.PAUSED, timeout=PATIENCE)
    qtbot.keyClick(page.panel.table, Qt.Key.Key_BracketRight)
    assert page.player.player.speed == 1.25
    assert page.panel.table.currentIndex().row() == 1, "letters do not move in the list"

    page.panel.begin_search()
    qtbot.keyClicks(page.panel.search, "m [")
    qtbot.keyClick(page.panel.search, Qt.Key.Key_Up)
    assert page.panel.search.text() == "m ["
    assert page.player.player.speed == 1.25
    assert not page.player.player.is_muted


def test_two_languages_are_a_key_away_in_a_film_that_was_never_opened_before(page: PlayerPage, qtbot: QtBot) -> None:
    captions = page.player.captions
    captions.choose_made(SPANISH)  # as it is opened while nothing is known of what is spoken
    qtbot.keyClick(page.player.surface, Qt.Key.Key_K)
    assert captions.style.bilingual
    assert captions.chosen == ("made:es", "made:en")


def test_what_is_said_is_the_second_language_as_soon_as_it_is_known(page: PlayerPage, qtbot: QtBot) -> None:
    captions = page.player.captions
    captions.choose_made(SPANISH)
    page.feed.refresh_cues(str(SPANISH))
    qtbot.waitUntil(lambda: captions.chosen == ("made:es", "made:en"), timeout=PATIENCE)


def test_only_whole_lines_of_a_long_text_are_shown(page: PlayerPage, qtbot: QtBot) -> None:
    table = page.panel.table
    line = ceil(QFontMetricsF(table.font()).lineSpacing())
    assert 4 * line <= table.rowHeight(0) < 5 * line


def test_the_look_of_the_captions_leads_to_its_preferences(page: PlayerPage, window: Window, qtbot: QtBot) -> None:
    page.player.run("captions")
    page.player.ask_for_look()
    qtbot.waitUntil(lambda: window.window.current == "preferences", timeout=PATIENCE)
    preferences = window.window.page("preferences")
    qtbot.waitUntil(lambda: preferences.is_filled, timeout=PATIENCE)
    qtbot.waitUntil(lambda: preferences.fields["captions", "outline"].isVisible(), timeout=PATIENCE)
    assert not preferences.fields["recognition", "model"].isVisible()


def test_who_scrolls_in_the_transcript_is_not_pulled_back(page: PlayerPage, qtbot: QtBot) -> None:
    table, middle = page.panel.table, QPointF(page.panel.table.viewport().rect().center())
    page.panel.follow(page.model.lines[1].span.start + 0.1)
    assert page.panel.following.isChecked(), "the program's own scrolling is not the user's"
    turn = QWheelEvent(
        middle, table.viewport().mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(table.viewport(), turn)
    assert not page.panel.following.isChecked()
    qtbot.mouseClick(page.panel.following, Qt.MouseButton.LeftButton)
    assert page.panel.following.isChecked()


@pytest.mark.parametrize("width", [300, 700])
def test_the_search_field_has_room_in_a_narrow_panel(page: PlayerPage, qtbot: QtBot, width: int) -> None:
    panel = page.panel
    panel.setParent(None)
    qtbot.addWidget(panel)
    panel.resize(width, 400)
    panel.show()
    room = panel.fontMetrics().horizontalAdvance(panel.search.placeholderText()) + 20
    qtbot.waitUntil(lambda: panel.search.width() >= room, timeout=PATIENCE)
    is_below = panel.following.y() > panel.search.geometry().bottom()
    assert is_below == (width < 400)
    assert panel.width() == width


@pytest.mark.parametrize("is_alone", [True, False])
def test_nothing_of_the_next_line_peeps_out_of_a_row(page: PlayerPage, qtbot: QtBot, is_alone: bool) -> None:
    panel, table = page.panel, page.panel.table
    long = replace(panel.model.lines[1], text="Hh " * 400)
    panel.model.reset([panel.model.lines[0], long], None if is_alone else panel.model.target)
    index = panel.model.index(1, SAID)
    cell = table.visualRect(index)
    picture = table.viewport().grab(cell).toImage()
    ground = picture.pixelColor(1, 0)
    inked = [any(picture.pixelColor(x, y) != ground for x in range(cell.width())) for y in range(cell.height())]
    assert any(inked), "there is text"
    starts = sum(now and not before for before, now in itertools.pairwise(inked))
    assert starts == (3 if is_alone else 4)
    assert not inked[-1]
