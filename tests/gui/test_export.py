"""What is said around an export: how far the captions are, and where the files went."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.dialogs.export import ExportDialog
from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.widgets.within_screen import within_screen
from tests.gui.conftest import PATIENCE, MakeWindow


class Files(QObject):
    """Stands in for the system's file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(Path(url.toLocalFile()))


@pytest.fixture
def window(history: Path, make_window: MakeWindow) -> Window:
    return make_window()


def export(window: Window, clip: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> ExportDialog:
    """Write what the dialog begins with into `folder`."""
    asked: list[ExportDialog] = []

    def answer(dialog: ExportDialog) -> bool:
        dialog.folder.setText(str(folder))
        asked.append(dialog)
        return True

    monkeypatch.setattr(ExportDialog, "exec", answer)
    record = next(one for one in window.desk.shelf.history.list() if one.targets == (LanguageCode("es"),))
    window.conductor.export(record.id, str(clip))
    qtbot.waitUntil(lambda: "written" in window.window.messages.title.text(), timeout=PATIENCE)
    return asked[0]


def test_the_folder_of_what_was_written_is_a_click_away(
    window: Window, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dialog = export(window, clip, tmp_path, monkeypatch, qtbot)
    assert dialog.remark.isHidden()
    files = Files()
    QDesktopServices.setUrlHandler("file", files, "show")  # type: ignore[arg-type]
    try:
        qtbot.mouseClick(window.window.messages.action, Qt.MouseButton.LeftButton)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert files.shown == [tmp_path]


def test_who_exports_what_is_still_being_translated_is_told_so(
    window: Window, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window.desk.change_settings("translation", {"targets": (LanguageCode("de"),)})
    window.conductor.open(str(clip))
    qtbot.waitUntil(lambda: bool(window.desk.sessions.running), timeout=PATIENCE)
    dialog = export(window, clip, tmp_path, monkeypatch, qtbot)
    assert "still being translated" in dialog.remark.text()
    assert not dialog.remark.isHidden()


def test_a_copy_of_the_film_that_is_given_up_leaves_nothing_behind(
    window: Window, clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def answer(dialog: ExportDialog) -> bool:
        dialog.folder.setText(str(tmp_path))
        dialog.burn_in.setChecked(True)
        return True

    monkeypatch.setattr(ExportDialog, "exec", answer)
    record = next(one for one in window.desk.shelf.history.list() if one.targets == (LanguageCode("es"),))
    window.conductor.export(record.id, str(clip))
    messages = window.window.messages
    qtbot.waitUntil(lambda: messages.title.text() == "Writing a copy of the film…", timeout=PATIENCE)
    known = {path.name for path in tmp_path.iterdir() if path.suffix == ".srt"}
    qtbot.mouseClick(messages.action, Qt.MouseButton.LeftButton)
    assert messages.isHidden()
    ended: list[bool] = []
    window.desk.tasks.run("film", window.conductor, lambda: True, ended.append)  # after it, for there is one thread
    qtbot.waitUntil(lambda: bool(ended), timeout=PATIENCE)
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == known, (
        "the captions, which were written before"
    )
    assert known
    assert messages.isHidden(), "what the user stopped is no fault"


def test_a_dialog_asks_for_no_more_than_the_screen_has(window: Window) -> None:
    screen = window.window.screen().availableSize()
    size = within_screen(window.window, 300, 9_000)
    assert size.width() == 300
    assert screen.height() - 100 < size.height() < screen.height()
