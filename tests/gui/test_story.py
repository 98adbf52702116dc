"""Somebody drops a film, reads it in Spanish, and finds it again the next day: real engines, real storage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from streamlation_desktop.core.events import Envelope, SessionRecorded
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.dialogs.failure import FailureDialog
from streamlation_desktop.gui.item_models.transcript import MEANT
from streamlation_desktop.gui.state.phase import Phase
from tests.gui.conftest import PATIENCE, MakeWindow, finish
from tests.gui.stalls import Stalls
from tests.support.qt_input import drop

SPANISH = LanguageCode("es")
FAR_TOO_LONG = 0.5
"""Seconds of its own processor time in one go: ten times the goal, for machines differ; a model or a decoder that works
in the window's thread takes more. What is usual is measured in the benchmarks."""


def test_a_dropped_film_is_translated_in_the_engine_process_and_known_the_next_day(
    make_window: MakeWindow, clip: Path, qtbot: QtBot, record_property: Callable[[str, object], None]
) -> None:
    first = make_window()
    first.desk.change_settings("translation", {"targets": (SPANISH,)})
    stalls = Stalls()
    drop(first.window.page("home"), clip)
    qtbot.waitUntil(lambda: first.window.current == "player", timeout=PATIENCE)
    sessions = first.desk.sessions
    qtbot.waitUntil(lambda: any(one.phase is Phase.DONE for one in sessions.sessions.values()), timeout=PATIENCE)
    page = first.window.page("player")
    qtbot.waitUntil(lambda: page.model.rowCount() >= 3, timeout=PATIENCE)
    record_property("longest stall of the window in ms", round(stalls.stop() * 1000))
    assert [each for each in stalls.found if each.busy > FAR_TOO_LONG] == []
    assert all(line.translations[SPANISH] for line in page.model.lines)
    assert "going" in page.model.lines[0].text.lower()
    assert not list(clip.parent.glob("*.srt")), "the window writes files only when asked"
    page.player.seek(4.0)
    qtbot.waitUntil(lambda: abs(page.player.position - 4.0) < 1.5, timeout=PATIENCE)
    finish(first)

    second = make_window()
    second.conductor.open(str(clip))
    qtbot.waitUntil(lambda: second.window.current == "player", timeout=PATIENCE)
    page = second.window.page("player")
    qtbot.waitUntil(lambda: page.model.rowCount() >= 3, timeout=PATIENCE)
    assert not second.desk.sessions.sessions, "nothing is done twice"
    assert page.media.position == pytest.approx(4.0, abs=2.0)


def test_without_a_translation_the_captions_are_what_is_said(
    make_window: MakeWindow, sentence: Path, qtbot: QtBot
) -> None:
    window = make_window()
    window.conductor.open(str(sentence))
    qtbot.waitUntil(lambda: window.window.current == "player", timeout=PATIENCE)
    page = window.window.page("player")
    qtbot.waitUntil(lambda: page.player.captions.chosen[0] == "made:en", timeout=PATIENCE)


def test_where_nothing_translates_it_what_is_said_is_shown_and_the_way_to_a_model(
    make_window: MakeWindow, sentence: Path, qtbot: QtBot
) -> None:
    first = make_window()
    first.desk.change_settings("translation", {"targets": (LanguageCode("ja"),)})
    first.conductor.open(str(sentence))
    qtbot.waitUntil(lambda: first.window.current == "player", timeout=PATIENCE)
    page, bar = first.window.page("player"), first.window.messages
    qtbot.waitUntil(lambda: page.model.rowCount() > 0, timeout=PATIENCE)
    assert page.panel.table.isColumnHidden(MEANT)
    qtbot.waitUntil(lambda: page.player.captions.chosen[0] == "made:en", timeout=PATIENCE)
    assert page.player.captions.is_on
    assert bar.title.text() == "A model for this language is missing"
    assert "Japanese" in bar.text.text() or "日本語" in bar.text.text()
    sessions = first.desk.sessions
    qtbot.waitUntil(lambda: [one.phase for one in sessions.sessions.values()] == [Phase.FAILED], timeout=PATIENCE)
    assert first.window.findChild(FailureDialog) is None, "once is enough"
    bar.action.click()
    assert first.window.current == "models"

    [session] = sessions.sessions.values()  # as if a model had come meanwhile
    sessions.happened.emit(session.key, [Envelope("", 0, 0.0, SessionRecorded(session.record_id, 0.0))])
    assert page.model.target == "ja"
    assert page.player.captions.chosen[0] == "made:ja"
