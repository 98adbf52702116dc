"""What is broken, missing or full is told in the window, which goes on."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import streamlation_desktop.gui
from streamlation_desktop.gui.dialogs.export import ExportDialog
from streamlation_desktop.gui.dialogs.failure import FailureDialog
from streamlation_desktop.gui.main import Window
from streamlation_desktop.settings.paths import app_paths
from tests.gui.conftest import _ALIVE, PATIENCE, MakeWindow, finish
from tests.support.numbered_video import write_numbered


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow beyond some bytes."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("content", [b"", b"no media at all\n" * 100], ids=["empty", "text"])
def test_a_file_that_is_no_media_is_told_and_another_can_be_opened(
    window: Window, clip: Path, tmp_path: Path, qtbot: QtBot, content: bytes
) -> None:
    broken = tmp_path / "película vacía.mp4"
    broken.write_bytes(content)
    window.conductor.open(str(broken))
    bar = window.window.messages
    qtbot.waitUntil(lambda: bar.isVisible() and bar.action.text() == "Open another", timeout=PATIENCE)
    assert bar.title.text() == "This is not audio or video that can be read"
    page = window.window.page("player")
    assert bar.title.text() in page.player.surface.message
    assert window.window.findChild(FailureDialog) is None, "it is not told a third time"
    assert page.strip.bar.maximum() > 0, "nothing moves that is at rest"
    window.desk.change_settings("interface", {"translate_on_open": False})
    window.conductor.open(str(clip))
    qtbot.waitUntil(lambda: page.player.surface.shown is not None, timeout=PATIENCE)


def test_nothing_stands_before_a_film_without_sound(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    film = write_numbered(tmp_path / "silent.mkv", [n / 10 for n in range(50)])
    window.conductor.open(str(film))
    bar = window.window.messages
    qtbot.waitUntil(lambda: bar.title.text() == "There is no sound to translate", timeout=PATIENCE)
    assert window.window.findChild(FailureDialog) is None
    assert not window.window.page("player").player.has_failed


def test_what_was_told_of_one_film_does_not_stand_before_the_next(
    window: Window, clip: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.desk.change_settings("recognition", {"languages": ("cy",)})
    window.conductor.open(str(clip))
    qtbot.waitUntil(lambda: window.window.findChild(FailureDialog) is not None, timeout=PATIENCE)
    dialog = window.window.findChild(FailureDialog)
    assert dialog is not None
    assert dialog.isVisible()
    window.desk.change_settings("interface", {"translate_on_open": False})
    window.conductor.open(str(write_numbered(tmp_path / "next.mkv", [n / 10 for n in range(50)])))
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=PATIENCE)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_an_export_to_a_full_disk_is_told_and_leaves_no_half_file(
    history: Path, make_window: MakeWindow, clip: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window, folder = make_window(), tmp_path / "captions"
    folder.mkdir()
    record = window.desk.shelf.history.list()[0]

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ExportDialog):
            QTimer.singleShot(20, accept)
            return
        dialog.folder.setText(str(folder))
        dialog.accept()

    QTimer.singleShot(20, accept)
    with full_disk():
        window.conductor.export(record.id, str(clip))
        qtbot.waitUntil(window.window.messages.isVisible, timeout=PATIENCE)
    assert window.window.messages.title.text() == "The disk is full"
    assert list(folder.iterdir()) == []


def test_a_library_of_a_newer_version_is_left_alone_and_every_page_still_opens(
    home: Path, qapp: QApplication, clip: Path, qtbot: QtBot
) -> None:
    database = app_paths().database
    database.parent.mkdir(parents=True)
    with closing(sqlite3.connect(database)) as db:
        db.execute("PRAGMA user_version=9999")
        db.execute("CREATE TABLE invented_later (x)")
    before = database.read_bytes()
    window = Window(qapp, app_paths())
    _ALIVE.append(window)
    window.show()
    messages = window.window.messages
    qtbot.waitUntil(messages.isVisible, timeout=PATIENCE)
    assert "newer version" in messages.title.text()
    for name in window.window.sidebar.names():
        window.window.show_page(name)
        qtbot.waitUntil(window.window.page(name).isVisible, timeout=PATIENCE)
    for action in window.window.actions():
        if action.text() in ("&Undo", "&Find", "&Export captions…", "Make a &dub…", "&Translate again"):
            action.trigger()
    messages.hide()
    window.conductor.open(str(clip))
    assert messages.isVisible(), "what is asked for in vain is told why"
    finish(window)
    assert database.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_settings_that_cannot_be_saved_are_told_and_hold_until_the_end(window: Window, qtbot: QtBot) -> None:
    with full_disk():
        window.desk.change_settings("interface", {"theme": "dark"})
        qtbot.waitUntil(window.window.messages.isVisible, timeout=PATIENCE)
    assert window.window.messages.title.text() == "The disk is full"
    assert window.desk.settings.interface.theme == "dark"


def test_the_window_needs_no_opengl() -> None:
    sources = Path(streamlation_desktop.gui.__file__).parent.rglob("*.py")
    using = [path.name for path in sources if "QtOpenGL" in path.read_text(encoding="utf-8")]
    assert using == [], "a film is painted without it: there are computers that have none"
