"""Somebody plays the open film on the television: a real receiver program, found by its address."""

from __future__ import annotations

import asyncio
import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from streamlation_desktop.cast.controller import CastController
from streamlation_desktop.cast.discovery import Discovery
from streamlation_desktop.core.casting import CastDevice, CastState, CastStatus, CastTiming, DeviceKind
from streamlation_desktop.core.events import CastTelemetry
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.dialogs.cast import CastDialog
from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.state.cast_desk import CastOrder, media_of
from streamlation_desktop.gui.state.finished_dubs import FinishedDub, finished_dubs
from streamlation_desktop.gui.state.live_view import LiveView
from streamlation_desktop.gui.state.opening import OpenMedia
from streamlation_desktop.gui.widgets.cast_strip import CastStrip
from streamlation_desktop.jobs.request import DubRequest
from streamlation_desktop.jobs.submitting import submit
from streamlation_desktop.storage.job_assets import JobAssets
from tests.gui.conftest import PATIENCE, MakeWindow, finish
from tests.support.commands import SAMPLE
from tests.support.fake_chromecast import fake_chromecast
from tests.support.live_ring import live_ring
from tests.support.waiting import until

ES = LanguageCode("es")


@pytest.mark.slow
def test_the_open_film_goes_on_on_the_television_with_its_captions(
    history: Path, make_window: MakeWindow, clip: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = make_window()
    window.desk.change_settings("translation", {"targets": ("es",)})
    window.conductor.open(str(clip))
    qtbot.waitUntil(lambda: window.window.current == "player", timeout=PATIENCE)
    page = window.window.page("player")
    qtbot.waitUntil(lambda: page.media is not None and bool(page.cast_order().cues), timeout=PATIENCE)
    with fake_chromecast(tmp_path) as television:
        qtbot.mouseClick(page.cast, Qt.MouseButton.LeftButton)
        dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, CastDialog))
        qtbot.keyClicks(dialog.address, f"127.0.0.1:{television.device.port}")
        qtbot.mouseClick(dialog.ask, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: dialog.play.isEnabled(), timeout=PATIENCE)
        qtbot.mouseClick(dialog.play, Qt.MouseButton.LeftButton)
        caster = window.conductor.screens.caster
        qtbot.waitUntil(
            lambda: caster.status is not None and caster.status.state is CastState.PLAYING, timeout=PATIENCE
        )
        assert page.cast_strip.isVisible()
        assert "playing" in page.cast_strip.words.text()
        spoken = {cue.text for cue in page.cast_order().cues}
        qtbot.waitUntil(lambda: bool(spoken & set(television.seen())), timeout=PATIENCE)

        qtbot.mouseClick(page.cast_strip.toggle, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: caster.status is None or caster.status.state is CastState.PAUSED, timeout=PATIENCE)
        qtbot.mouseClick(page.cast_strip.stop, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: caster.status is None, timeout=PATIENCE)
        assert page.cast_strip.isHidden()


def test_a_finished_dub_of_the_film_is_offered_and_heard_on_the_device(
    window: Window, clip: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    film = Path(shutil.copy(clip, tmp_path / "talk.mp4"))
    services = window.desk.shelf.services
    job = submit(services, DubRequest(str(film), (ES,), (LanguageCode("en"),)))
    assert finished_dubs(services.database, str(film)) == (), "it is not finished"
    mix = Path(shutil.copy(clip, tmp_path / "talk.es.mix.m4a"))
    JobAssets(services.database).add(job.id, str(mix), ES, "0" * 64)
    dubs = finished_dubs(services.database, str(film))
    assert dubs == (FinishedDub(ES, mix),)

    window.window.show_page("player")
    dialog = CastDialog(window.desk, window.conductor.screens.caster)
    qtbot.addWidget(dialog)
    dialog.offer_dubs(dubs, None)
    assert dialog.dub is None, "the film is heard in its own sound unless its translation is"
    dialog.sound.setCurrentIndex(dialog.sound.findText("Dub: español"))
    media, _ = media_of(CastOrder(OpenMedia(str(film), "Talk", ""), ES, (), 0.0, dub=dialog.dub))
    assert media.dub == mix


def test_strip_tells_how_well_the_television_plays(qtbot: QtBot) -> None:
    strip = CastStrip()
    qtbot.addWidget(strip)
    playing = CastStatus(CastState.PLAYING, "Living room", 61.0)
    strip.show_status(playing)
    assert "waits" not in strip.words.text()
    strip.show_telemetry(CastTelemetry(3.14, 2, 40, -0.25, 1))
    strip.show_status(playing)

    assert strip.words.text().endswith("waits: 2")
    assert "3.1 s" in strip.words.toolTip()
    assert "-0.2 s" in strip.words.toolTip()
    strip.show_status(None)
    strip.show_status(playing)
    assert "waits" not in strip.words.text()


def test_the_delay_of_a_device_is_set_in_the_strip_and_kept_for_it(window: Window, qtbot: QtBot) -> None:
    television = CastDevice("tv-1", "Living room", DeviceKind.CHROMECAST, "127.0.0.1", 8009)
    window.window.show_page("player")
    button, caster = window.window.page("player").cast_strip.timing, window.conductor.screens.caster
    button.show_timing(CastTiming(12.0, None))
    assert (button.delay.text(), button.buffer.text()) == ("12 s", "as needed")
    controller = caster.casting().controller
    caster._device = television
    with qtbot.waitSignal(button.chosen, timeout=PATIENCE) as chosen:
        button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))
        button.buffer.setFocus()
        qtbot.keyClick(button.buffer, Qt.Key.Key_Up)
        qtbot.keyClick(button.buffer, Qt.Key.Key_Up)
        button.menu().close()
    assert chosen.args == [CastTiming(12.0, 7.0)]
    qtbot.waitUntil(lambda: controller.timing(television) == CastTiming(12.0, 7.0), timeout=PATIENCE)
    button.show_timing(None)
    assert button.isHidden()


def test_stream_is_cast_with_the_voice_that_the_player_has(window: Window, tmp_path: Path) -> None:
    caster = window.conductor.screens.caster
    with live_ring(tmp_path / "ring", SAMPLE, lambda edge: None) as ring:
        stream = OpenMedia("rtmp://localhost/live/talk", "Talk", "", live=LiveView(ring=ring))
        media, _, voice = caster._made(CastOrder(stream, ES, (), 0.0, is_spoken=True))
        quiet, _, nobody = caster._made(CastOrder(stream, ES, (), 0.0))
    assert voice is not None
    voice.close()

    assert media.voice is voice
    assert (quiet.voice, nobody) == (None, None)
    page = window.window.page("player")
    page.media = stream
    page.voice.is_on = True
    assert page.cast_order().is_spoken
    page.voice.is_on, page.media = False, None


def test_a_search_that_begins_as_the_window_closes_leaves_no_server(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    caster = window.conductor.screens.caster
    server, asked, closed = caster.casting().server, threading.Event(), threading.Event()

    def search(_: Discovery) -> None:
        asked.set()
        closed.wait(PATIENCE / 1000)
        server.call(asyncio.sleep(0))

    monkeypatch.setattr(Discovery, "start", search)
    caster.look()
    assert asked.wait(PATIENCE / 1000)
    finish(window)
    closed.set()
    until(lambda: not {"gui-network_0", "web-loop"} & {thread.name for thread in threading.enumerate()})


def test_the_window_closes_at_once_and_the_program_stops_the_television_before_it_ends(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered, stopped = threading.Event(), list[bool]()
    monkeypatch.setattr(CastController, "close", lambda _: stopped.append(answered.wait(PATIENCE / 1000)))
    window.conductor.screens.caster.casting()
    window.window.close()
    assert not window.window.isVisible()
    assert stopped == []
    answered.set()
    window.close()
    assert stopped == [True]
