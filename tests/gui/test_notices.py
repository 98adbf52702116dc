"""Being told while the window is not in front: notification, badge, title and task bar."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.state.phase import Phase
from tests.gui.conftest import PATIENCE

PROGRAM = """
from PySide6.QtCore import QCoreApplication, QTimer
from streamlation_desktop.gui.taskbar import TaskbarProgress
app = QCoreApplication([])
bar = TaskbarProgress()
for fraction in (0.25, 0.251, 1.0, None):
    bar.show(fraction)
QTimer.singleShot(100, app.quit)
app.exec()
"""
SCRIPT = 'dbus-monitor --session > "$1" & watcher=$!; sleep 1; "$2" -c "$3"; sleep 0.3; kill $watcher'


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What the tray of the system was asked to show; there is none on the offscreen platform."""
    shown: list[tuple[str, str]] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _, title, text, *__: shown.append((title, text)))
    return shown


def test_the_end_of_a_session_is_told_when_the_window_is_not_in_front(
    window: Window, sentence: Path, told: list[tuple[str, str]], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []
    window.window.windowTitleChanged.connect(titles.append)
    monkeypatch.setattr(window.window, "isActiveWindow", lambda: False)
    window.desk.change_settings("translation", {"targets": (LanguageCode("es"),)})
    window.conductor.open(str(sentence))
    sessions = window.desk.sessions
    qtbot.waitUntil(lambda: Phase.DONE in [one.phase for one in sessions.sessions.values()], timeout=PATIENCE)
    assert [title for title, _ in told] == ["Translation done"]
    assert any(re.fullmatch(r"\d+ % – Streamlation", title) for title in titles)
    assert window.window.windowTitle() == "Streamlation"


def test_nothing_is_told_to_who_looks_or_does_not_want_it(
    window: Window, told: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.window, "isActiveWindow", lambda: True)
    assert window.notices is not None
    window.notices.tell("Translation done", "talk")
    monkeypatch.setattr(window.window, "isActiveWindow", lambda: False)
    window.desk.change_settings("interface", {"notify": False})
    assert window.notices is not None
    window.notices.tell("Translation done", "talk")
    assert told == []


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="there is no session bus to be had here")
def test_the_task_bar_is_told_each_percent_once(tmp_path: Path) -> None:
    log = tmp_path / "bus.log"
    command = ["dbus-run-session", "--", "sh", "-c", SCRIPT, "sh", str(log), sys.executable, PROGRAM]
    subprocess.run(command, check=True, timeout=60, stderr=subprocess.DEVNULL)
    said = log.read_text(encoding="utf-8")
    assert said.count("member=Update") == 3
    assert said.count('string "application://org.streamlation.Desktop.desktop"') == 3
    assert re.findall(r"double (\S+)", said) == ["0.25", "1", "0"]
    assert said.count("boolean false") == 1, "at the end it is taken away"
