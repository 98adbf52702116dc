"""Starting: quickly, once, for the first time, and after a bad end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from streamlation_desktop.__main__ import window_locations
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.dialogs.first_run import FirstRunDialog
from streamlation_desktop.gui.instance import SingleInstance
from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.main_window import MainWindow
from streamlation_desktop.gui.pages.page import Page
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.machine import Machine, recommended_models
from streamlation_desktop.gui.unclean_end import RunMarker, crash_report
from streamlation_desktop.gui.welcome import run_first
from streamlation_desktop.gui.widgets.language_box import LanguageBox
from tests.gui.conftest import PATIENCE, MakeWindow, finish
from tests.support.qt_input import click_row

HEAVY = ("av", "ctranslate2", "faster_whisper", "onnxruntime", "sentencepiece", "pydantic", "numpy", "huggingface_hub")


def test_nothing_heavy_is_imported_before_the_window_is_painted(home: Path) -> None:
    code = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from streamlation_desktop.gui.main import Window\n"
        "from streamlation_desktop.settings.paths import app_paths\n"
        "app = QApplication([])\n"
        "window = Window(app, app_paths())\n"
        "window.window.show_page('home'); window.window.show(); window.window.grab()\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, env=environment, check=True
    )
    assert done.stdout.strip() == "[]"


def test_arguments_that_are_media_open_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    film = tmp_path / "film é.mkv"
    film.write_bytes(b"")
    monkeypatch.setenv("DISPLAY", ":0")
    assert window_locations([]) == []
    assert window_locations([str(film)]) == [str(film)]
    assert window_locations(["https://host/live.m3u8"]) == ["https://host/live.m3u8"]
    assert window_locations(["gui", str(film)]) == [str(film)]
    assert window_locations(["run", str(film)]) is None
    assert window_locations(["--version"]) is None
    assert window_locations(["missing.mkv"]) is None


def test_without_a_screen_and_arguments_the_command_line_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert window_locations([]) is None or sys.platform != "linux"


def test_a_second_start_hands_its_files_to_the_first(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert not second.forward(["early.mp4"])
    assert first.listen()
    with qtbot.waitSignal(first.asked, timeout=PATIENCE) as asked:
        assert second.forward(["/films/película.mp4", "https://host/a"])
    assert asked.args == [["/films/película.mp4", "https://host/a"]]
    first.close()
    assert not second.forward([])


def test_of_two_that_start_at_once_one_is_the_window(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = SingleInstance(tmp_path / "new"), SingleInstance(tmp_path / "new")
    assert first.begin([])
    assert first.listen()
    with qtbot.waitSignal(first.asked, timeout=PATIENCE) as asked:
        assert not second.begin(["late.mp4"])
    assert asked.args == [["late.mp4"]]
    first.close()
    assert second.begin([])
    second.close()


def test_an_unclean_end_is_noticed_once(tmp_path: Path) -> None:
    marker = RunMarker(tmp_path)
    assert not marker.begin()
    assert RunMarker(tmp_path).begin(), "the first run did not end"
    marker.end()
    assert not RunMarker(tmp_path).begin()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_what_the_system_said_of_a_crash_is_in_the_next_report(tmp_path: Path) -> None:
    crash = (
        "import os, pathlib, signal\n"
        "from streamlation_desktop.gui.unclean_end import RunMarker\n"
        f"marker = RunMarker(pathlib.Path({str(tmp_path)!r}))\n"
        "marker.begin(); marker.watch()\n"
        "os.kill(os.getpid(), signal.SIGSEGV)\n"
    )
    assert subprocess.run([sys.executable, "-c", crash], check=False).returncode == -signal.SIGSEGV
    assert crash_report(tmp_path) == ""
    assert RunMarker(tmp_path).begin()
    assert "Segmentation fault" in crash_report(tmp_path)


def test_after_an_unclean_end_the_window_says_so(home: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    RunMarker(home / "data").begin()
    window = make_window()
    bar = window.window.messages
    qtbot.waitUntil(lambda: not bar.isHidden(), timeout=PATIENCE)
    assert "last time" in bar.title.text()
    bar.action.click()
    assert window.window.current == "diagnostics"


def test_place_and_size_are_remembered(make_window: MakeWindow) -> None:
    first = make_window()
    first.window.resize(830, 570)
    usual = MainWindow(lambda _: iter([QWidget()]), QSettings("", QSettings.Format.IniFormat)).size()
    finish(first)
    second = make_window().window.size()
    assert second.width() < usual.width()
    assert second.height() < usual.height()


def test_the_first_start_asks_for_the_language_and_keeps_it(window: Window, qtbot: QtBot) -> None:
    dialog = run_first(window.conductor, window.memory)
    dialog.box.setCurrentIndex(dialog.box.findData("fr"))
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert window.desk.settings.translation.targets == (LanguageCode("fr"),)
    assert dialog.downloads == [], "the embedded engines need no download"


@pytest.mark.parametrize(
    ("typed", "chosen"), [("espa", "es"), ("Spanish", "es"), ("jap", "ja"), ("xyz", "en"), ("", "en")]
)
def test_the_beginning_of_a_name_chooses_the_language(qtbot: QtBot, typed: str, chosen: str) -> None:
    box = LanguageBox("No translation", "Translate into")
    qtbot.addWidget(box)
    box.offer(())
    box.choose(LanguageCode("en"))
    box.show()
    field = box.lineEdit()
    assert field is not None
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert box.language == LanguageCode(chosen)
    assert box.currentText() == box.itemText(box.currentIndex())


def test_a_script_without_a_font_is_not_told_of_on_the_terminal() -> None:
    code = (
        "from PySide6.QtCore import QLoggingCategory, qCWarning\n"
        "from streamlation_desktop.gui.application import make_application\n"
        "app = make_application()\n"
        "qCWarning(QLoggingCategory('qt.text.font.db'), 'no font')\n"
        "qCWarning(QLoggingCategory('qt.widgets'), 'worth a word')\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, env=environment)
    assert "no font" not in done.stderr
    assert "worth a word" in done.stderr


def test_a_first_start_with_a_file_shows_it_and_offers_the_choices_beside_it(
    make_window: MakeWindow, clip: Path, qtbot: QtBot
) -> None:
    window = make_window(str(clip), is_first=True)
    qtbot.waitUntil(lambda: window.window.current == "player", timeout=PATIENCE)
    bar = window.window.messages
    qtbot.waitUntil(lambda: not bar.isHidden(), timeout=PATIENCE)
    assert window.window.findChild(FirstRunDialog) is None, "nothing is in front of the film"
    bar.action.click()
    dialog = window.window.findChild(FirstRunDialog)
    assert dialog is not None
    dialog.reject()
    assert not window.memory.value("first-run/done", type=bool), "it is offered again at the next start"


def test_a_first_start_without_a_file_asks_at_once(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(is_first=True)
    dialog = window.window.findChild(FirstRunDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: "Recommended: Whisper " in dialog.machine.text(), timeout=PATIENCE)
    assert "real-time factor" in dialog.machine.text()
    assert next(entry.id for entry in dialog._offers).startswith("whisper-")
    dialog.reject()


def test_models_are_downloaded_only_when_their_licences_are_accepted(window: Window, qtbot: QtBot) -> None:
    desk: Desk = window.desk
    dialog = FirstRunDialog(LanguageCode("es"))
    qtbot.addWidget(dialog)
    dialog.show_offers(recommended_models(desk.shelf.models.catalog, None, LanguageCode("es")))
    dialog.better.setChecked(True)
    assert not dialog.start.isEnabled()
    dialog.accepts.setChecked(True)
    assert dialog.start.isEnabled()
    assert [entry.id for entry in dialog.downloads] == ["whisper-base", "opus-mt-en-es"]
    assert "MIT" in dialog.terms.text()


@pytest.mark.parametrize(("language", "model"), [("es", "opus-mt-en-es"), ("en", "m2m100-418m"), ("sv", "m2m100-418m")])
def test_a_translator_is_recommended_whatever_one_understands(window: Window, language: str, model: str) -> None:
    offered = recommended_models(window.desk.shelf.models.catalog, None, LanguageCode(language))

    assert [entry.id for entry in offered] == ["whisper-base", model]


def test_the_largest_comfortable_model_is_recommended() -> None:
    from streamlation_desktop.engines.speed import SpeedEstimate

    speeds = tuple(SpeedEstimate(f"whisper-{name}", factor) for name, factor in (("tiny", 0.1), ("small", 0.4)))
    assert Machine("int8", 4, (*speeds, SpeedEstimate("whisper-medium", 1.4))).recommended == "whisper-small"
    assert Machine("int8", 4, (SpeedEstimate("whisper-tiny", 3.0),)).recommended == "whisper-base"


def test_a_window_that_nobody_sees_opens_what_it_needs_all_the_same(qtbot: QtBot) -> None:
    window = MainWindow(lambda _: iter([Page("nothing")]), QSettings("", QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    window.setUpdatesEnabled(False)
    with qtbot.waitSignal(window.painted, timeout=PATIENCE):
        window.show()


@pytest.mark.parametrize("failing_step", [1, 2])
def test_a_page_whose_making_failed_is_made_anew(qtbot: QtBot, failing_step: int) -> None:
    tries: list[str] = []

    def make(name: str) -> Iterator[QWidget | None]:
        tries.append(name)
        fails = name == "library" and tries.count(name) == 1
        if fails and failing_step == 1:
            raise OSError("the disk does not answer")
        yield None
        if fails:
            raise OSError("the disk does not answer")
        yield Page(name)

    window = MainWindow(make, QSettings("", QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    library, home = (
        window.sidebar.model().index(window.sidebar.names().index(name), 0) for name in ("library", "home")
    )

    with qtbot.capture_exceptions() as failures:
        click_row(window.sidebar, library)
        qtbot.waitUntil(lambda: bool(failures), timeout=PATIENCE)
    assert [str(failure[1]) for failure in failures] == ["the disk does not answer"]
    assert window.made("library") is None

    click_row(window.sidebar, home)
    click_row(window.sidebar, library)
    qtbot.waitUntil(lambda: window.made("library") is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.made("library"), timeout=PATIENCE)
    assert tries.count("library") == 2


def test_letters_for_which_there_is_no_font_write_nothing_to_the_terminal(home: Path) -> None:
    code = (
        "from PySide6.QtGui import QFont, QFontMetrics\n"
        "from streamlation_desktop.gui.application import make_application\n"
        "app = make_application()\n"
        "for script in ('नमस्ते', 'สวัสดี', 'வணக்கம்', 'ආයුබෝවන්'):\n"
        "    QFontMetrics(QFont()).horizontalAdvance(script)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr == ""
