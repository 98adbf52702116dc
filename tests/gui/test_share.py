"""Somebody shows the open film on a phone: a link with its code, a real server, and nothing left when it is stopped."""

from __future__ import annotations

import json
import socket
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from streamlation_desktop.gui.dialogs.cast import CastDialog
from streamlation_desktop.gui.dialogs.local_api import LocalApiDialog
from streamlation_desktop.gui.dialogs.share import ShareDialog
from streamlation_desktop.gui.main import Window
from streamlation_desktop.web import companion_host
from tests.gui.conftest import PATIENCE, MakeWindow


@pytest.fixture
def window(history: Path, make_window: MakeWindow, clip: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Window:
    """The translated clip is open in it."""
    monkeypatch.setattr(companion_host, "network_address", lambda: "127.0.0.1")
    window = make_window()
    window.desk.change_settings("translation", {"targets": ("es",)})
    window.conductor.open(str(clip))
    qtbot.waitUntil(lambda: window.window.current == "player", timeout=PATIENCE)
    page = window.window.page("player")
    qtbot.waitUntil(lambda: page.media is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: bool(page.cast_order().cues and page.cast_order().spoken_cues), timeout=PATIENCE)
    return window


def fetched(url: str, token: str = "", timeout: float = 30) -> bytes:
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"} if token else {})
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=timeout) as answer:
        content: bytes = answer.read()
    return content


def test_what_is_open_is_shown_on_a_phone_until_it_is_stopped(window: Window, qtbot: QtBot) -> None:
    window.conductor.screens.cast()
    devices = window.window.findChild(CastDialog)
    assert devices is not None
    qtbot.mouseClick(devices.phone, Qt.MouseButton.LeftButton)
    dialog = window.window.findChild(ShareDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(dialog.link.text()), timeout=PATIENCE)
    url = dialog.link.text()
    assert dialog.code.pixmap().width() >= 200
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == url

    assert b"<html" in fetched(url)
    info = json.loads(fetched(url + "info.json"))
    assert info["title"] == window.window.page("player").media.title
    assert {"en", "es"} <= set(info["languages"]), "both languages, side by side if wanted"
    assert info["media"]["type"].startswith(("video/", "application/"))
    assert "Nobody watches yet" in dialog.viewers.text()

    with qtbot.waitSignal(window.conductor.screens.sharer.closed, timeout=PATIENCE):
        qtbot.mouseClick(dialog.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: is_gone(url), timeout=PATIENCE)


def is_gone(url: str) -> bool:
    try:
        fetched(url, timeout=2)
    except OSError:  # refused, or taken while the door was closing and never answered
        return True
    return False


def test_without_anything_open_the_window_says_what_to_do(make_window: MakeWindow) -> None:
    window = make_window()
    window.conductor.screens.share()
    assert "Open a film" in window.window.messages.title.text()


def test_programs_of_this_computer_are_let_in_while_the_switch_is_on(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    window.conductor.screens.switch_api()
    dialog = window.window.findChild(LocalApiDialog)
    assert dialog is not None
    dialog.port.setValue(0)
    dialog.switch.setFocus()
    qtbot.keyClick(dialog.switch, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(dialog.token.text()), timeout=PATIENCE)
    url = dialog.address.text()
    assert url.startswith("http://127.0.0.1:")
    with pytest.raises(urllib.error.HTTPError, match="401"):
        fetched(url + "/api/v1/jobs")
    assert json.loads(fetched(url + "/api/v1/jobs", dialog.token.text())) == {"jobs": []}
    qtbot.keyClick(dialog.switch, Qt.Key.Key_Space)
    assert dialog.token.text() == ""
    qtbot.waitUntil(lambda: is_gone(url + "/health"), timeout=PATIENCE)


def test_a_port_that_is_taken_is_told(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        dialog = LocalApiDialog(window.conductor.screens.api)
        qtbot.addWidget(dialog)
        dialog.port.setValue(taken.getsockname()[1])
        dialog.switch.setChecked(True)
        qtbot.waitUntil(lambda: bool(dialog.notice.text()), timeout=PATIENCE)
    assert not dialog.switch.isChecked()
