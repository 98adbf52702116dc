"""What is dropped on the window: several files at once, and subtitles for the film that is open."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from streamlation_desktop.gui.main import Window
from tests.gui.conftest import PATIENCE
from tests.support.qt_input import drop


@pytest.fixture
def subtitles(tmp_path: Path) -> Path:
    path = tmp_path / "película.srt"
    path.write_text("1\n00:00:00,000 --> 00:00:09,000\nDesde un archivo\n", encoding="utf-8")
    return path


def test_subtitles_that_are_dropped_are_shown_with_the_film(
    window: Window, clip: Path, subtitles: Path, qtbot: QtBot
) -> None:
    window.desk.change_settings("interface", {"translate_on_open": False})
    drop(window.window, subtitles)
    assert "subtitles" in window.window.messages.title.text(), "there is no film yet"
    assert window.desk.sessions.sessions == {}

    drop(window.window, clip, subtitles)  # both together
    qtbot.waitUntil(lambda: window.window.current == "player", timeout=PATIENCE)
    player = window.window.page("player").player
    qtbot.waitUntil(lambda: player.captions.chosen[0] == f"file:{subtitles}", timeout=PATIENCE)

    other = subtitles.with_name("other.vtt")
    other.write_text("WEBVTT\n\n00:00.000 --> 00:09.000\nAnother\n", encoding="utf-8")
    window.window.show_page("home")
    drop(window.window, other)  # for the film that is open
    assert window.window.current == "player"
    assert player.captions.chosen[0] == f"file:{other}"
    qtbot.waitUntil(lambda: [block.text for block in player._overlay.content] == ["Another"], timeout=PATIENCE)


def test_of_several_files_that_are_dropped_at_home_none_is_forgotten(
    window: Window, clip: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("streamlation_desktop.gui.state.session_center.AT_ONCE", 0)
    films = [Path(shutil.copy(clip, tmp_path / name)) for name in ("a.mp4", "b.mp4")]
    drop(window.window.page("home"), *films)
    qtbot.waitUntil(
        lambda: {one.title for one in window.desk.sessions.sessions.values()} == {"a.mp4", "b.mp4"}, timeout=PATIENCE
    )
