"""How the window ends: by signals, badly, and what the next start makes of it. The window runs as a real process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.state.phase import Phase
from streamlation_desktop.settings.safe_mode import SAFE_MODE_VARIABLE
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.history import History
from tests.gui.conftest import PATIENCE, MakeWindow, finish
from tests.support.children import children

SECONDS = PATIENCE / 1000

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@contextmanager
def running_window(home: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """The program with its window, once that has begun."""
    config = home / "config"
    config.mkdir(parents=True, exist_ok=True)
    (config / "window.ini").write_text("[first-run]\ndone=true\n", encoding="utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "streamlation_desktop", "gui", *arguments]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(lambda: marker(home).exists())
            yield process
        finally:
            process.kill()


def marker(home: Path) -> Path:
    return home / "data" / "window.running"


def wait_for(condition) -> None:  # type: ignore[no-untyped-def]
    end = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_window_in_order(home: Path, number: signal.Signals) -> None:
    with running_window(home) as process:
        process.send_signal(number)
        assert process.wait(SECONDS) == 0
    assert not marker(home).exists()
    assert (home / "config" / "window.ini").read_text(encoding="utf-8").count("geometry") == 1, "its place is kept"


def test_after_a_kill_the_interrupted_session_goes_on(
    home: Path, sentence: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    with running_window(home, str(sentence)) as process:
        database = home / "data" / "streamlation.db"
        wait_for(database.exists)
        wait_for(lambda: records(database))
        process.kill()
        process.wait(SECONDS)
    assert marker(home).exists()
    wait_for(lambda: all(record.is_interrupted for record in records(database)))

    window = make_window()
    bar = window.window.messages
    qtbot.waitUntil(lambda: not bar.isHidden(), timeout=PATIENCE)
    assert "did not end in order" in bar.title.text()
    assert "sessions: 1" in bar.title.text()
    assert bar.other.text() == "Start in safe mode"
    bar.action.click()
    assert window.window.current == "sessions"
    qtbot.waitUntil(
        lambda: [one.phase for one in window.desk.sessions.sessions.values()] == [Phase.DONE], timeout=PATIENCE
    )


def test_what_is_opened_at_the_start_is_not_offered_to_be_gone_on_with(
    home: Path, sentence: Path, make_window: MakeWindow, qtbot: QtBot
) -> None:
    with running_window(home, str(sentence)) as process:
        database = home / "data" / "streamlation.db"
        wait_for(database.exists)
        wait_for(lambda: records(database))
        process.kill()
        process.wait(SECONDS)
    wait_for(lambda: all(record.is_interrupted for record in records(database)))

    window = make_window(str(sentence))
    qtbot.waitUntil(lambda: window.window.current == "player", timeout=PATIENCE)
    bar = window.window.messages
    with qtbot.waitSignal(window.desk.sessions.ended, timeout=PATIENCE):
        pass
    assert bar.isHidden() or "sessions" not in bar.title.text()
    assert len(window.desk.sessions.sessions) == 1


def records(path: Path):  # type: ignore[no-untyped-def]
    with Database(path) as database:
        return History(database).list()


def test_safe_mode_is_offered_after_a_bad_end(home: Path, make_window: MakeWindow, qtbot: QtBot) -> None:
    marker(home).parent.mkdir(parents=True)
    marker(home).touch()
    window = make_window()
    bar = window.window.messages
    qtbot.waitUntil(lambda: not bar.isHidden(), timeout=PATIENCE)
    with qtbot.waitSignal(window.conductor.restart_wanted, timeout=PATIENCE) as asked:
        bar.other.click()
    assert asked.args == [True]


def test_in_safe_mode_the_window_says_so_and_keeps_no_settings(
    home: Path, make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SAFE_MODE_VARIABLE, "1")
    window = make_window()
    bar = window.window.messages
    qtbot.waitUntil(lambda: not bar.isHidden(), timeout=PATIENCE)
    assert bar.title.text() == "Safe mode"
    settings = window.desk.settings
    assert (settings.compute.device, settings.player.hardware, settings.interface.translate_on_open) == (
        "cpu",
        False,
        False,
    )
    candidates = window.desk.shelf.services.catalogue().recognizers
    assert candidates
    assert all(candidate.quality for candidate in candidates), "built in, all of them"
    window.desk.change_settings("interface", {"theme": "dark"})
    assert window.desk.settings.interface.theme == "dark"
    window.desk.close()
    assert not (home / "config" / "settings.toml").exists()
    with qtbot.waitSignal(window.conductor.restart_wanted, timeout=PATIENCE) as asked:
        bar.action.click()
    assert asked.args == [False]


def test_the_end_of_the_desktop_session_is_an_end_in_order(window: Window, home: Path) -> None:
    assert marker(home).exists()
    window.leave()
    assert not marker(home).exists()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_closing_the_window_ends_the_check_of_the_machine(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def checking() -> list[bytes]:
        return [command for _, command in children() if b"doctor" in command]

    endless = [sys.executable, "-c", "import time; time.sleep(600)", "engine-process"]
    monkeypatch.setattr("streamlation_desktop.gui.state.child.engine_command", lambda: endless)
    window.window.show_page("diagnostics")
    qtbot.waitUntil(lambda: bool(checking()), timeout=PATIENCE)
    finish(window)
    wait_for(lambda: not checking())


def test_a_window_that_closes_while_the_player_is_being_made_leaves_no_thread(window: Window) -> None:
    def threads() -> list[str]:
        return [thread.name for thread in threading.enumerate() if thread not in before]

    before = set(threading.enumerate())
    for _ in range(2):
        window.window._advance("player")
    assert "captions" in threads()
    assert window.window.made("player") is None
    finish(window)
    wait_for(lambda: not {"captions", "player-sound", "mpris"} & set(threads()))
