from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pytestqt.qtbot import QtBot

from streamlation_desktop.gui.player.sleep_guard import SleepGuard
from streamlation_desktop.gui.player.widget import PlayerWidget
from streamlation_desktop.playback.states import PlayerState
from streamlation_desktop.settings.schema import CaptionSettings, PlayerSettings
from tests.support.numbered_video import number_in, write_numbered

DEADLINE = 15_000


class CountingInhibitor:
    def __init__(self) -> None:
        self.calls: list[str] = []

    def inhibit(self) -> None:
        self.calls.append("inhibit")

    def release(self) -> None:
        self.calls.append("release")


class Screen:
    """A player widget on screen, without sound, and what happened to it."""

    def __init__(self, qtbot: QtBot, settings: PlayerSettings, captions: CaptionSettings) -> None:
        self.qtbot = qtbot
        self.inhibitor = CountingInhibitor()
        self.widget = PlayerWidget(
            settings=settings, captions=captions, open_driver=None, sleep_guard=SleepGuard(self.inhibitor)
        )
        self.errors: list[tuple[str, str]] = []
        self.widget.errorOccurred.connect(lambda message, hint: self.errors.append((message, hint)))
        qtbot.addWidget(self.widget)
        self.widget.resize(640, 480)
        self.widget.show()
        self.widget.surface.setFocus()

    def open(self, path: Path, *, paused: bool = True) -> None:
        with self.qtbot.waitSignal(self.widget.seeked, timeout=DEADLINE):
            self.widget.open(str(path), paused=paused)
        self.until(lambda: self.widget.surface.shown is not None or not self.widget.player.info.video)  # type: ignore[union-attr]

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=DEADLINE)

    @property
    def number(self) -> int:
        shown = self.widget.surface.shown
        return -1 if shown is None else number_in(shown.pixels)

    @property
    def state(self) -> PlayerState:
        return self.widget.player.state


@pytest.fixture
def screen(qtbot: QtBot, tmp_path: Path) -> Iterator[Screen]:
    made = Screen(qtbot, PlayerSettings(screenshots=tmp_path / "shots"), CaptionSettings())
    yield made
    made.widget.close_player()


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """100 s at 10 pictures a second, two audio tracks of 10 s."""
    path = tmp_path_factory.mktemp("films") / "film.mkv"
    return write_numbered(path, [n / 10 for n in range(1000)], gop=50, sound=10.0, languages=("eng", "spa"))
