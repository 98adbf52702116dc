"""Finding, opening, grouping and deleting what was translated."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.dialogs.export import ExportDialog
from streamlation_desktop.gui.dialogs.purge import PurgeBox
from streamlation_desktop.gui.item_models.history import PICTURE
from streamlation_desktop.gui.item_models.hits import fitting
from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.pages.library import LibraryPage
from streamlation_desktop.media.source import probe_source
from streamlation_desktop.session.captions import ExportRequest
from streamlation_desktop.storage.lease import Lease
from streamlation_desktop.storage.retention import plan_purge
from streamlation_desktop.storage.search import Fragment
from streamlation_desktop.subtitles.formats.registry import read_subtitles
from tests.gui.conftest import PATIENCE, MakeWindow
from tests.support.qt_input import click_row


@pytest.fixture
def window(history: Path, make_window: MakeWindow) -> Window:
    return make_window()


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> LibraryPage:
    window.window.show_page("library")
    shown: LibraryPage = window.window.page("library")
    qtbot.waitUntil(lambda: shown.model.rowCount() == 1, timeout=PATIENCE)
    return shown


def test_a_search_in_any_language_leads_to_the_moment(page: LibraryPage, window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.filters.search, "going")
    qtbot.waitUntil(lambda: page.hits.rowCount() > 0, timeout=PATIENCE)
    with qtbot.waitSignal(page.open_wanted, timeout=PATIENCE) as opened:
        click_row(page.found, page.hits.index(0))
    found = page.hits.at(0)
    assert found is not None
    assert opened.args == [found[0].location, found[1], found[0].id]
    qtbot.waitUntil(lambda: window.window.current == "player", timeout=PATIENCE)
    shown = window.window.page("player")
    qtbot.waitUntil(lambda: shown.media is not None, timeout=PATIENCE)
    assert shown.media.position == found[1]


def test_a_double_click_on_what_was_found_opens_it_once(page: LibraryPage, qtbot: QtBot) -> None:
    opened: list[object] = []
    page.open_wanted.connect(lambda *asked: opened.append(asked))
    qtbot.keyClicks(page.filters.search, "going")
    qtbot.waitUntil(lambda: page.hits.rowCount() > 0, timeout=PATIENCE)
    click_row(page.found, page.hits.index(0), double=True)
    assert len(opened) == 1


def test_a_film_is_found_by_its_title_and_nothing_found_is_said(page: LibraryPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.filters.search, "zebra")
    qtbot.waitUntil(page.nothing.isVisible, timeout=PATIENCE)
    page.filters.search.clear()
    qtbot.keyClicks(page.filters.search, "CLIP")
    qtbot.waitUntil(lambda: page.hits.rowCount() == 1, timeout=PATIENCE)
    assert page.hits.index(0).data() == "clip.mp4"
    with qtbot.waitSignal(page.open_wanted, timeout=PATIENCE) as opened:
        click_row(page.found, page.hits.index(0))
    assert opened.args[1] < 0, "it goes on where it was left"


@pytest.mark.parametrize("lead", [0, 3, 40])
def test_a_long_sentence_is_cut_where_that_is_seen_and_keeps_what_was_found(qapp: QApplication, lead: int) -> None:
    font = QFont()
    found = (Fragment("before " * lead, False), Fragment("printed", True), Fragment(" and more" * 40, False))
    width = QFontMetrics(font).horizontalAdvance("before " * 12)
    shown = fitting(found, font, width)
    text = "".join(fragment.text for fragment in shown)
    assert [fragment.text for fragment in shown if fragment.is_match] == ["printed"]
    assert text.endswith("…")
    assert text.startswith("…") == (lead == 40)
    assert QFontMetrics(font).horizontalAdvance(text) <= width
    assert fitting(found, font, 100_000) == found


def focus(widget: QWidget) -> bool:
    """Give it the keyboard; True once it has it, for which its window must be the active one."""
    widget.window().activateWindow()
    widget.setFocus()
    return widget.hasFocus()


def has_rows(page: LibraryPage, count: int) -> bool:
    return page.model.rowCount() == count


def test_a_language_narrows_the_list_and_what_is_found(page: LibraryPage, qtbot: QtBot) -> None:
    for typed, expected in (("Deutsch", 0), ("español", 1), ("English", 1)):
        page.filters.language.setCurrentIndex(page.filters.language.findText(typed, Qt.MatchFlag.MatchContains))
        qtbot.waitUntil(partial(has_rows, page, expected), timeout=PATIENCE)
    page.filters.language.setCurrentIndex(page.filters.language.findData("de"))
    qtbot.keyClicks(page.filters.search, "going")
    qtbot.waitUntil(page.nothing.isVisible, timeout=PATIENCE)


def test_a_session_shows_a_picture_of_its_film(page: LibraryPage, qtbot: QtBot) -> None:
    page.model.index(0).data(PICTURE)
    qtbot.waitUntil(lambda: page.model.index(0).data(PICTURE) is not None, timeout=PATIENCE)
    assert page.model.index(0).data(PICTURE).width() == 320


def test_deleting_says_what_goes_and_what_stays(page: LibraryPage, window: Window) -> None:
    plan = plan_purge(window.desk.shelf.services.database, page.model.records)
    box = PurgeBox(plan, page)
    assert "1" in box.text()
    assert page.model.records[0].title in box.informativeText()
    assert "stay" in box.informativeText()
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)


def test_what_is_deleted_is_gone_and_the_film_stays(
    page: LibraryPage, clip: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Yes)
    page.list.setCurrentIndex(page.model.index(0))
    page.delete.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 0, timeout=PATIENCE)
    assert clip.exists()


def test_delete_everything_means_all_whatever_the_filters_show(
    page: LibraryPage, window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.filters.state.setCurrentIndex(page.filters.state.findData("open"))
    qtbot.waitUntil(partial(has_rows, page, 0), timeout=PATIENCE)
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Yes)
    qtbot.mouseClick(page.delete_all, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.desk.shelf.history.list(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not page.delete_all.isEnabled(), timeout=PATIENCE)


def test_what_is_chosen_stays_so_when_the_list_is_read_anew(page: LibraryPage, qtbot: QtBot) -> None:
    click_row(page.list, page.model.index(0))
    with qtbot.waitSignal(page.model.modelReset, timeout=PATIENCE):
        page.refresh()
    assert page.list.selectionModel().isSelected(page.model.index(0))
    assert page.list.currentIndex().row() == 0
    assert page.delete.isEnabled()


def test_what_is_at_work_is_not_deleted_and_that_is_told(
    page: LibraryPage, window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = page.model.records[0]
    lease = Lease(window.desk.shelf.services.database.path, record.job_key)
    assert lease.acquire()
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Yes)
    page.list.setCurrentIndex(page.model.index(0))
    qtbot.waitUntil(partial(focus, page.list), timeout=PATIENCE)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(window.window.messages.isVisible, timeout=PATIENCE)
    assert "cannot be deleted" in window.window.messages.title.text()
    lease.release()
    assert window.desk.shelf.history.list() == (record,)


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_the_keyboard_goes_on_from_the_search_to_what_was_found(page: LibraryPage, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.waitUntil(partial(focus, page.filters.search), timeout=PATIENCE)
    qtbot.keyClick(page.filters.search, key)
    qtbot.waitUntil(page.list.hasFocus, timeout=PATIENCE)
    assert page.list.selectionModel().isSelected(page.model.index(0))
    page.filters.search.setFocus()
    qtbot.keyClicks(page.filters.search, "i")
    qtbot.waitUntil(lambda: page.found.isVisible() and page.hits.rowCount() > 1, timeout=PATIENCE)
    qtbot.keyClick(page.filters.search, key)
    qtbot.waitUntil(page.found.hasFocus, timeout=PATIENCE)
    assert page.found.selectionModel().isSelected(page.hits.index(0))
    qtbot.keyClick(page.found, Qt.Key.Key_Down)
    assert page.found.selectionModel().isSelected(page.hits.index(1)), "the list has its keys for itself"
    with qtbot.waitSignal(page.open_wanted, timeout=PATIENCE):
        qtbot.keyClick(page.found, Qt.Key.Key_Return)


def test_a_session_is_put_into_a_project_and_listed_with_it(
    page: LibraryPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Course", True))
    menu = page.filters.projects.menu([page.model.records[0].fingerprint], page)
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: page.filters.projects.count() == 2, timeout=PATIENCE)
    assert page.filters.projects.itemText(1) == "Course (1)"
    page.filters.projects.setCurrentIndex(1)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=PATIENCE)


def test_an_export_writes_every_format_and_overwrites_nothing_silently(
    page: LibraryPage, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    record = page.model.records[0]
    languages = window.desk.shelf.history.show(record.id).cue_languages
    dialog = ExportDialog(record.id, languages, tmp_path, "talk", page)
    qtbot.addWidget(dialog)
    for box in dialog.formats.values():
        box.setChecked(True)
    dialog.bilingual.setChecked(True)
    request: ExportRequest = dialog.request()
    written = window.desk.shelf.captions.export(request)
    assert {path.suffix for path in written} == {".srt", ".vtt", ".ass", ".ttml", ".txt", ".json"}
    both = read_subtitles(tmp_path / "talk.es.srt").cues[0].lines
    assert len(both) >= 2

    again = ExportDialog(record.id, languages, tmp_path, "talk", page)
    qtbot.addWidget(again)
    save = again.buttons.button(again.buttons.StandardButton.Save)
    assert not save.isEnabled()
    assert "talk.en.srt" in again.notice.text()
    again.overwrite.setChecked(True)
    assert save.isEnabled()


def test_the_next_export_begins_with_where_the_last_one_went_and_as_what(
    page: LibraryPage, window: Window, clip: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    record, asked = page.model.records[0], list[tuple[str, list[str]]]()

    def answer(dialog: ExportDialog) -> bool:
        asked.append((dialog.folder.text(), [name for name, box in dialog.formats.items() if box.isChecked()]))
        dialog.folder.setText(str(tmp_path))
        dialog.formats["vtt"].setChecked(True)
        dialog.overwrite.setChecked(True)
        return True

    monkeypatch.setattr(ExportDialog, "exec", answer)
    for _ in range(2):
        window.window.messages.hide()
        window.conductor.export(record.id, record.location)
        qtbot.waitUntil(lambda: not window.window.messages.isHidden(), timeout=PATIENCE)
    assert asked == [(str(clip.parent), ["srt"]), (str(tmp_path), ["srt", "vtt"])]
    assert (tmp_path / "clip.es.vtt").exists()


def test_copies_of_the_film_with_captions_are_written(
    page: LibraryPage, window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: ExportDialog) -> bool:
        dialog.folder.setText(str(tmp_path))
        dialog.formats["srt"].setChecked(False)
        dialog.languages[LanguageCode("en")].setChecked(False)
        assert not dialog.buttons.button(dialog.buttons.StandardButton.Save).isEnabled(), "nothing is wanted"
        dialog.burn_in.setChecked(True)
        dialog.mux.setChecked(True)
        assert dialog.buttons.button(dialog.buttons.StandardButton.Save).isEnabled()
        return True

    monkeypatch.setattr(ExportDialog, "exec", answer)
    window.window.messages.hide()
    window.conductor.export(page.model.records[0].id, page.model.records[0].location)
    qtbot.waitUntil(lambda: "2 file" in window.window.messages.title.text(), timeout=PATIENCE)
    assert probe_source(str(tmp_path / "clip.es.burned.mp4"), CancelToken()).video is not None
    tracks = probe_source(str(tmp_path / "clip.subtitled.mp4"), CancelToken()).subtitles
    assert [track.language for track in tracks] == ["es"]


def test_languages_of_the_dialog_are_those_of_the_session(page: LibraryPage, window: Window, qtbot: QtBot) -> None:
    record = page.model.records[0]
    codes = window.desk.shelf.history.show(record.id).cue_languages
    dialog = ExportDialog(record.id, codes, Path.home(), "talk", page)
    qtbot.addWidget(dialog)
    assert set(dialog.languages) == {LanguageCode("en"), LanguageCode("es")}
