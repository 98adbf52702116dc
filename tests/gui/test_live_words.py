"""What the window says of a live session."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from streamlation_desktop.core.events import (
    Envelope,
    Event,
    LiveStats,
    SourceOpened,
    StageStats,
    StreamInterrupted,
    StreamResumed,
)
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.gui.panels.session_card import SessionCard
from streamlation_desktop.gui.panels.session_strip import SessionStrip
from streamlation_desktop.gui.panels.session_words import phase_words
from streamlation_desktop.gui.state.session_view import SessionView
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.request import JobRequest

OPENED = SourceOpened(SourceInfo("rtmp://host/a", "flv", None, True))
STATS = LiveStats(1.25, 2.5, 1.75, 0.1, 3.0, 0.5, "longer steps", reconnects=2)


@pytest.fixture
def session() -> SessionView:
    view = SessionView(1, LiveRequest(JobRequest("rtmp://host/a", targets=(LanguageCode("es"),))), "a")
    view.begin()
    return view


def tell(session: SessionView, *events: Event) -> None:
    for number, event in enumerate(events):
        session.apply(Envelope("s", number, 0.0, event))


def test_all_that_is_measured_can_be_read(qtbot: QtBot, session: SessionView) -> None:
    tell(session, OPENED, StageStats("recognize", 0, 5.0, 10.0), StageStats("translate", 0, 0.5, 10.0), STATS)
    strip = SessionStrip()
    qtbot.addWidget(strip)
    strip.show_session(session)

    for measured in ("1.2 s behind", "seldom more than 2.5 s", "3 s of sound left out", "reconnections: 2"):
        assert measured in strip.words.text()
    for measured in ("1.8 s behind", "taken back: 10 %", "50 % (longer steps)", "factor 0.50", "factor 0.05"):
        assert measured in strip.words.toolTip()


def test_the_card_of_a_live_session_shows_translating_as_a_stage_of_its_own(qtbot: QtBot, session: SessionView) -> None:
    tell(session, *(StageStats(stage, 0, 1.0, 10.0) for stage in ("ingest", "recognize", "caption", "translate")))
    card = SessionCard(session)
    qtbot.addWidget(card)

    shown = {stage for stage, (name, _) in card._stages.items() if not name.isHidden()}

    assert shown == {"ingest", "recognize", "translate"}


def test_a_stream_that_was_not_reached_yet_is_no_stream_that_is_heard(session: SessionView) -> None:
    assert phase_words(session) == "Connecting…"

    tell(session, OPENED)
    assert phase_words(session) == "Listening…"


def test_a_stream_that_is_away_is_told_until_it_is_back(session: SessionView) -> None:
    tell(session, OPENED, STATS, StreamInterrupted(61.0, "host refuses access (403)"))
    assert "away" in phase_words(session)

    tell(session, StreamResumed(70.0, 9.0, 1))
    assert "Live" in phase_words(session)
