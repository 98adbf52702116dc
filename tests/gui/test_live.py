"""Somebody pastes the address of a live stream: real server, real engines."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from streamlation_desktop.core.events import SessionState
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, Sentence, TimeSpan, Transcript, Translation, Word
from streamlation_desktop.gui.dialogs.watch_live import WatchLiveDialog
from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.pages.player import PlayerPage
from streamlation_desktop.gui.recovery import offer_unfinished
from streamlation_desktop.gui.state.live_resume import earlier_live
from streamlation_desktop.gui.state.live_view import LiveChoice
from streamlation_desktop.gui.state.phase import Phase
from streamlation_desktop.media.ffmpeg import ffmpeg_path
from streamlation_desktop.session.live_ledger import LedgerKeeper, LiveWork
from streamlation_desktop.storage.identity import JobKey
from tests.gui.conftest import PATIENCE
from tests.support.commands import SAMPLE
from tests.support.live_servers import free_port, needs_nginx, publisher, rtmp_server

_AS_IT_IS = ("-c", "copy", "-f", "flv")


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence and a pause, which ends it: captions come soon, and little is left to do when the stream is left."""
    made = tmp_path_factory.mktemp("talk") / "talk.flv"
    pause = ("-af", "apad=pad_dur=2.5", "-vf", "tpad=stop_mode=clone:stop_duration=2.5")
    small = ("-c:v", "libx264", "-preset", "ultrafast", "-r", "30", "-s", "160x90", "-g", "15", "-c:a", "aac")
    command = [ffmpeg_path(), "-v", "error", "-nostdin", "-t", "2.2", "-i", str(SAMPLE), *pause, *small, str(made)]
    subprocess.run(command, check=True, timeout=60)
    return made


def choose_delay(page: PlayerPage, seconds: float) -> None:
    """As in the box: less than what the window takes by itself."""
    page.delay.setCurrentIndex(page.delay.findData(seconds))
    page.delay.activated.emit(page.delay.currentIndex())


@pytest.mark.network
@pytest.mark.expects_warnings
@needs_nginx
def test_a_pasted_live_stream_plays_behind_its_captions(
    window: Window, talk: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    rtmp, http = free_port(), free_port()
    address = f"rtmp://127.0.0.1:{rtmp}/live/talk"
    window.desk.change_settings("translation", {"targets": (LanguageCode("es"),)})
    window.desk.change_settings("recognition", {"languages": (LanguageCode("en"),)})
    with rtmp_server(tmp_path, rtmp, http), publisher(talk, *_AS_IT_IS, address):
        window.conductor.open(address)
        qtbot.waitUntil(lambda: window.window.current == "player", timeout=PATIENCE)
        page = window.window.page("player")
        qtbot.waitUntil(lambda: page.media is not None, timeout=PATIENCE)
        session = window.desk.sessions.sessions[page.media.session]
        assert page.live.delay >= 8.0, "before anything is known of the lag"
        choose_delay(page, 3.0)
        qtbot.waitUntil(lambda: page.player.position > 1.0, timeout=PATIENCE)
        qtbot.waitUntil(lambda: bool(page.player.shelf.made(LanguageCode("es")).track.cues), timeout=PATIENCE)
        assert page.player.player.info.is_live
        assert page.live.delay == 3.0
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


def interrupted(window: Window, address: str, end: float = 60.0) -> str:
    """A live session of a minute in the history, as a kill leaves it; its id."""
    targets = (LanguageCode("es"),)
    work = LiveWork(1_700_000_000.0, (LanguageCode("en"),), targets)
    ledger = window.desk.shelf.services.ledger
    english, span, origin = LanguageCode("en"), TimeSpan(end - 2.0, end), Origin("test", "")
    words = (Word("Good", TimeSpan(end - 2.0, end - 1.5)), Word(" evening.", TimeSpan(end - 1.0, end)))
    said = Sentence(0, span, english, "Good evening.")
    with ledger.begin(JobKey.of(address, work), targets=targets) as record:
        keeper = LedgerKeeper(record)
        keeper.keep_words(0, Transcript(0, span, english, said.text, words, origin))
        keeper.keep_captions(0, english, (), ())
        keeper.keep_captions(0, targets[0], (Translation(said, targets[0], "Buenas noches.", origin),), ())
        return str(record.session_id)


@pytest.mark.network
@pytest.mark.expects_warnings
@needs_nginx
def test_an_interrupted_live_session_goes_on_where_it_was_in_the_same_session(
    window: Window, talk: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    rtmp, http = free_port(), free_port()
    address = f"rtmp://127.0.0.1:{rtmp}/live/talk"
    kept = interrupted(window, address)
    window.desk.change_settings("translation", {"targets": (LanguageCode("de"),)})  # meanwhile something else is wanted
    with rtmp_server(tmp_path, rtmp, http), publisher(talk, *_AS_IT_IS, address):
        offer_unfinished(window.conductor, unclean=False)
        bar = window.window.messages
        qtbot.waitUntil(bar.action.isVisible, timeout=PATIENCE)
        bar.action.click()
        qtbot.waitUntil(lambda: window.window.current == "player", timeout=PATIENCE)
        page = window.window.page("player")
        qtbot.waitUntil(lambda: page.media is not None, timeout=PATIENCE)
        choose_delay(page, 3.0)
        qtbot.waitUntil(lambda: page.player.position > 60.5, timeout=PATIENCE)
        made = page.player.shelf.made(LanguageCode("es")).track
        qtbot.waitUntil(lambda: bool(made.cues), timeout=PATIENCE)
        assert made.cues[0].span.start > 60.0
        assert page.model.lines[0].text == "Good evening."
        page.strip.toggle.click()
        session = window.desk.sessions.sessions[page.media.session]
        qtbot.waitUntil(lambda: session.phase is Phase.DONE, timeout=PATIENCE)
    records = window.desk.shelf.history.list()
    assert [record.id for record in records] == [kept]
    assert records[0].done > 60.0


def test_of_a_stream_that_is_over_the_transcript_can_still_be_read(window: Window, qtbot: QtBot) -> None:
    address = f"rtmp://127.0.0.1:{free_port()}/live/over"
    kept = interrupted(window, address)
    window.conductor.open_record(address, -1.0, kept)
    qtbot.waitUntil(lambda: window.window.current == "player", timeout=PATIENCE)
    page = window.window.page("player")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=PATIENCE)
    assert page.player.surface.message == "What was said is kept, the sound is not."
    assert page.model.lines[0].text == "Good evening."


def test_what_is_too_short_to_go_on_with_is_over_and_not_offered_again(window: Window) -> None:
    history, ledger = window.desk.shelf.history, window.desk.shelf.services.ledger
    short = interrupted(window, "rtmp://host/live/short", end=8.0)
    long = interrupted(window, "rtmp://host/live/long")
    assert earlier_live(history, ledger, short) is None
    earlier = earlier_live(history, ledger, long)
    assert earlier is not None
    assert (earlier.record.id, earlier.started, earlier.sources) == (long, 1_700_000_000.0, (LanguageCode("en"),))
    assert [record.id for record in history.list() if record.is_interrupted] == [long]
    assert history.find(short).state is SessionState.CANCELLED
