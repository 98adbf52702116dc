"""Media keys and the desktop's player controls, over a real session bus of the test's own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from streamlation_desktop.gui.player.mpris import NAME, MediaControls
from streamlation_desktop.gui.player.mpris_view import MediaView
from streamlation_desktop.playback.states import PlayerState
from tests.gui.player.conftest import DEADLINE, Screen

CLIENT = """
import asyncio, json, sys
from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

async def ask(name, interface, member, signature, body):
    bus = await MessageBus().connect()
    for _ in range(200):
        reply = await bus.call(Message(destination=name, path="/org/mpris/MediaPlayer2", interface=interface,
                                       member=member, signature=signature, body=body))
        if reply.message_type is not MessageType.ERROR:
            break
        await asyncio.sleep(0.05)
    plain = lambda value: ({key: plain(each) for key, each in value.items()} if isinstance(value, dict)
                           else [value.signature, plain(value.value)] if hasattr(value, "signature") else value)
    print(json.dumps([plain(each) for each in reply.body]))
    bus.disconnect()

asyncio.run(ask(*json.loads(sys.argv[1])))
"""
PLAYER, PROPERTIES = "org.mpris.MediaPlayer2.Player", "org.freedesktop.DBus.Properties"


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A session bus that ends with the test."""
    if not shutil.which("dbus-daemon"):
        pytest.skip("there is no session bus to be had here")
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert daemon.stdout is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().strip())
    yield
    daemon.terminate()
    daemon.wait(10)
    daemon.stdout.close()


class Asker:
    """Another program, which talks to the player as media keys do."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def ask(self, member: str, signature: str = "", *body: object, interface: str = PLAYER) -> list[Any]:
        """One question; the window goes on meanwhile."""
        order = json.dumps([NAME, interface, member, signature, body])
        process = subprocess.Popen(
            [sys.executable, "-c", CLIENT, order], stdout=subprocess.PIPE, text=True, env=os.environ
        )
        self._qtbot.waitUntil(lambda: process.poll() is not None, timeout=60_000)
        answer, _ = process.communicate()
        return list(json.loads(answer))

    def properties(self) -> dict[str, Any]:
        """All of the player's, with their types."""
        found: dict[str, Any] = self.ask("GetAll", "s", PLAYER, interface=PROPERTIES)[0]
        return found


@pytest.mark.usefixtures("bus")
def test_media_keys_move_the_player_and_widgets_see_what_it_does(screen: Screen, film: Path, qtbot: QtBot) -> None:
    screen.open(film, paused=True)
    keys = Asker(qtbot)
    shown = keys.properties()
    assert shown["PlaybackStatus"] == ["s", "Paused"]
    assert shown["Metadata"][1]["xesam:title"] == ["s", "film"]
    assert shown["Metadata"][1]["xesam:url"] == ["s", film.as_uri()]
    assert shown["Metadata"][1]["mpris:length"] == ["x", round((screen.widget.duration or 0) * 1e6)]
    assert shown["CanSeek"] == ["b", True]

    keys.ask("PlayPause")
    screen.until(lambda: screen.state is PlayerState.PLAYING)
    keys.ask("Pause")
    screen.until(lambda: screen.state is PlayerState.PAUSED)
    keys.ask("SetPosition", "ox", "/org/streamlation/track", 42_000_000)
    screen.until(lambda: screen.number == 420)
    keys.ask("Seek", "x", -2_000_000)
    screen.until(lambda: screen.number == 400)
    assert keys.properties()["Position"] == ["x", 40_000_000]


@pytest.mark.usefixtures("bus")
def test_a_second_player_takes_a_name_of_its_own_and_both_leave_the_bus(qtbot: QtBot) -> None:
    first, second = (MediaControls(lambda: 1.0, (0.5, 3.0)) for _ in range(2))
    first.show(MediaView("Playing", "first"))
    assert Asker(qtbot).properties()["Metadata"][1]["xesam:title"] == ["s", "first"]
    second.show(MediaView("Playing", "second"))
    first.close()
    second.close()
    qtbot.waitUntil(lambda: not first.is_running and not second.is_running, timeout=DEADLINE)


def test_without_a_bus_nothing_happens(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    controls = MediaControls(lambda: 0.0, (0.5, 3.0))
    controls.show(MediaView("Playing", "alone"))
    controls.show(MediaView("Paused", "alone"))
    controls.close()
