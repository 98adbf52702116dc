"""The real window, offscreen, on a home of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from streamlation_desktop.gui.main import Window
from streamlation_desktop.settings.paths import app_paths
from tests.support.clips import cut
from tests.support.commands import SAMPLE, streamlation

PATIENCE = 90_000
"""Milliseconds for the real engines on a busy machine."""


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first three sentences of the sample."""
    return cut(SAMPLE, tmp_path_factory.mktemp("clip") / "clip.mp4", 7.2)


@pytest.fixture(scope="session")
def sentence(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first sentence of the sample, for tests to which it does not matter what is said."""
    return cut(SAMPLE, tmp_path_factory.mktemp("sentence") / "clip.mp4", 2.2)


@pytest.fixture(scope="session")
def translated_home(clip: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in whose history the clip is, translated into Spanish by the real engines."""
    folder = tmp_path_factory.mktemp("translated")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STREAMLATION_HOME", str(folder / "home"))
        done = streamlation("run", clip, "--to", "es", "-o", folder / "out")
    assert done.code == 0, done.err
    return folder / "home"


@pytest.fixture
def history(home: Path, translated_home: Path) -> Path:
    """The test's home, with the translated clip in its history."""
    shutil.copytree(translated_home, home)
    return home


MakeWindow = Callable[..., Window]
_ALIVE: list[Window] = []
"""As in the program, a window lives until the process ends: Qt's objects are not torn down in Python's order."""


@pytest.fixture
def make_window(qtbot: QtBot, qapp: QApplication) -> Iterator[MakeWindow]:
    """Starts the window, as `gui.main.run` does, with what it is to open; several times, as on several days."""
    made: list[Window] = []

    def start(*locations: str, is_first: bool = False) -> Window:
        window = Window(qapp, app_paths())
        made.append(window)
        _ALIVE.append(window)
        window.memory.setValue("first-run/done", not is_first)
        window.show(locations)
        window.window.activateWindow()
        qtbot.waitUntil(lambda: window.desk.is_ready, timeout=PATIENCE)
        return window

    yield start
    for window in made:
        finish(window)


def finish(window: Window) -> None:
    """Close it as a user does; a second time changes nothing."""
    if not isValid(window.window):
        return
    window.window.close()
    window.close()
    window.window.deleteLater()


@pytest.fixture
def window(make_window: MakeWindow) -> Window:
    """The window, open and ready."""
    return make_window()
