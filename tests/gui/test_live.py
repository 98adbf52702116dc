"""Somebody pastes the address of a live stream: real server, real engines."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.dialogs.watch_live import WatchLiveDialog
from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.state.live_view import LiveChoice
from streamlation_desktop.gui.state.phase import Phase
from tests.gui.conftest import PATIENCE
from tests.support.commands import SAMPLE
from tests.support.live_servers import RTMP_MODULE, free_port, publisher, rtmp_server

_FLV = ("-c:v", "libx264", "-preset", "ultrafast", "-r", "10", "-s", "320x180", "-g", "10", "-c:a", "aac", "-f", "flv")


@pytest.mark.network
@pytest.mark.expects_warnings
@pytest.mark.skipif(
    not (shutil.which("nginx") and Path(RTMP_MODULE).exists()), reason="needs nginx with libnginx-mod-rtmp"
)
def test_a_pasted_live_stream_plays_behind_its_captions(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    rtmp, http = free_port(), free_port()
    address = f"rtmp://127.0.0.1:{rtmp}/live/talk"
    window.desk.change_settings("translation", {"targets": (LanguageCode("es"),)})
    window.desk.change_settings("recognition", {"languages": (LanguageCode("en"),)})
    with rtmp_server(tmp_path, rtmp, http), publisher(SAMPLE, *_FLV, address):
        window.conductor.open(address)
        qtbot.waitUntil(lambda: window.window.current == "player", timeout=PATIENCE)
        page = window.window.page("player")
        session = window.desk.sessions.sessions[page.media.session]
        qtbot.waitUntil(lambda: page.player.position > 1.0, timeout=PATIENCE)
        qtbot.waitUntil(lambda: bool(page.player.shelf.made(LanguageCode("es")).track.cues), timeout=PATIENCE)
        assert page.player.player.info.is_live
        assert page.live.delay >= 3.0
        qtbot.waitUntil(page.player.bar.seek_bar.isEnabled, timeout=PATIENCE)
        assert page.player.bar.live.isVisible()
        assert page.player.bar.live.text() == "Live"

        page.strip.toggle.click()
        qtbot.waitUntil(lambda: session.phase is Phase.DONE, timeout=PATIENCE)

    records = window.desk.shelf.history.list()
    assert [record.location for record in records] == [address]
    assert records[0].source_language == "en"


def test_the_dialog_wants_an_address_or_a_device(window: Window, qtbot: QtBot) -> None:
    dialog = WatchLiveDialog(window.desk, parent=window.window)
    start = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
    assert not start.isEnabled()

    qtbot.keyClicks(dialog.address, "rtmp://host/live")
    assert start.isEnabled()
    assert dialog.choice() == LiveChoice("rtmp://host/live")
    dialog.record.click()
    record = dialog.choice().record
    assert record is not None
    assert record.suffix == ".mkv"

    dialog.microphone.click()
    assert dialog.address.isHidden()
    assert start.isEnabled() == (dialog.devices.count() > 0)
