"""Pausing, resuming and stopping sessions, and what their cards say."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import LanguageNotSupported
from streamlation_desktop.core.events import (
    ErrorInfo,
    EventBus,
    Progressed,
    SessionRecorded,
    SessionSummary,
    SourceOpened,
    StageStats,
    Warned,
)
from streamlation_desktop.core.focus import Focus
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.pages.sessions import SessionsPage
from streamlation_desktop.gui.panels.session_card import SessionCard
from streamlation_desktop.gui.remark_words import RemarkWords
from streamlation_desktop.gui.state.phase import Phase
from streamlation_desktop.gui.state.session_center import AT_ONCE, SessionCenter
from streamlation_desktop.media.counters import SourceCounters
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.request import JobRequest
from streamlation_desktop.session.source_faults import source_faults
from streamlation_desktop.session.text_request import TextRequest

SOON = 60_000


@dataclass
class HeldRunner:
    """A runner of tests: goes on, step by step, when it is told to."""

    go: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    begun: list[str] = field(default_factory=list)
    fails: bool = False

    def run(
        self, request: JobRequest | LiveRequest, events: EventBus, token: CancelToken, focus: Focus | None = None
    ) -> SessionSummary:
        assert isinstance(request, JobRequest)
        self.begun.append(request.location)
        events.publish(SourceOpened(SourceInfo(request.location, "mp4", 100.0, is_live=False)))
        events.publish(SessionRecorded("abc", 0.0))
        events.publish(StageStats("segment", 3, 1.0, 40.0))
        events.publish(Progressed("transcribe", 25.0, 100.0))
        while not self.go.acquire(timeout=0.02):
            token.raise_if_cancelled()
        if self.fails:
            raise LanguageNotSupported("nothing installed translates English into Klingon")
        return SessionSummary(100.0, 1.0, None, {}, (), ())

    def translate(self, request: TextRequest) -> tuple[str, ...]:
        raise AssertionError("not asked for")

    def close(self) -> None:
        for _ in range(100):
            self.go.release()


@pytest.fixture
def runner() -> HeldRunner:
    return HeldRunner()


@pytest.fixture
def center(runner: HeldRunner) -> Iterator[SessionCenter]:
    center = SessionCenter(make_runner=lambda: runner)
    yield center
    center.close()


def wait_for(center: SessionCenter, key: int, phase: Phase, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: center.sessions[key].phase is phase, timeout=SOON)


def test_a_session_runs_to_its_end(center: SessionCenter, runner: HeldRunner, qtbot: QtBot) -> None:
    key = center.start(JobRequest("a.mp4"), "a.mp4")
    qtbot.waitUntil(lambda: center.sessions[key].done == 25.0, timeout=SOON)
    session = center.sessions[key]
    assert (session.record_id, session.fraction, session.lag) == ("abc", 0.25, 15.0)
    runner.go.release()
    wait_for(center, key, Phase.DONE, qtbot)
    assert session.fraction == 1.0


def test_a_paused_session_goes_on_with_the_same_request(
    center: SessionCenter, runner: HeldRunner, qtbot: QtBot
) -> None:
    key = center.start(JobRequest("a.mp4"), "a.mp4")
    qtbot.waitUntil(lambda: center.sessions[key].done == 25.0, timeout=SOON)
    center.pause(key)
    wait_for(center, key, Phase.PAUSED, qtbot)
    center.resume(key)
    wait_for(center, key, Phase.RUNNING, qtbot)
    runner.go.release()
    wait_for(center, key, Phase.DONE, qtbot)
    assert runner.begun == ["a.mp4", "a.mp4"]


def test_a_stopped_session_can_be_taken_off_the_list(center: SessionCenter, qtbot: QtBot) -> None:
    key = center.start(JobRequest("a.mp4"), "a.mp4")
    center.cancel(key)
    wait_for(center, key, Phase.CANCELLED, qtbot)
    center.forget(key)
    assert center.sessions == {}


def test_more_sessions_than_run_at_once_wait_for_their_turn(
    center: SessionCenter, runner: HeldRunner, qtbot: QtBot
) -> None:
    keys = [center.start(JobRequest(f"{number}.mp4"), "") for number in range(AT_ONCE + 2)]
    qtbot.waitUntil(lambda: len(runner.begun) == AT_ONCE, timeout=SOON)
    assert [center.sessions[key].phase for key in keys[AT_ONCE:]] == [Phase.WAITING] * 2
    urgent = center.start(JobRequest("urgent.mp4"), "", urgent=True)
    runner.go.release()
    wait_for(center, urgent, Phase.RUNNING, qtbot)
    center.pause(keys[-1])
    assert center.sessions[keys[-1]].phase is Phase.PAUSED, "also while it waits"


def test_what_somebody_looks_at_does_not_wait_and_what_gave_way_goes_on_after_it(
    center: SessionCenter, runner: HeldRunner, qtbot: QtBot
) -> None:
    first, second = (center.start(JobRequest(f"{number}.mp4"), "", urgent=True) for number in range(2))
    waits = center.start(JobRequest("later.mp4"), "")
    qtbot.waitUntil(lambda: len(runner.begun) == AT_ONCE, timeout=SOON)
    urgent = center.start(JobRequest("looked-at.mp4"), "", urgent=True)
    wait_for(center, urgent, Phase.RUNNING, qtbot)
    assert center.sessions[second].phase is Phase.RUNNING
    assert center.sessions[first].phase is Phase.WAITING
    assert center.waiting == (first, waits), "it is the next"
    runner.go.release()
    wait_for(center, first, Phase.RUNNING, qtbot)
    qtbot.waitUntil(lambda: runner.begun[-1] == "0.mp4", timeout=SOON)


def test_of_a_thousand_that_wait_few_have_cards_and_all_can_be_taken_off(
    window: Window, center: SessionCenter, runner: HeldRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.desk, "sessions", center)
    page, told = SessionsPage(window.desk), list[int]()
    qtbot.addWidget(page)
    page.show()
    center.changed.connect(told.append)
    keys = [center.start(JobRequest(f"{number}.mp4"), "") for number in range(1000)]
    assert len(told) <= 2 * len(keys), "each is told of once, not with every other"
    assert len(page.findChildren(SessionCard)) < 20
    assert "988 more" in page.waiting.text()
    runner.go.release()
    qtbot.waitUntil(lambda: "987 more" in page.waiting.text(), timeout=SOON)
    assert page.card(keys[AT_ONCE]) is not None, "the next one at work is seen"
    qtbot.mouseClick(page.stop_waiting, Qt.MouseButton.LeftButton)
    assert page.line.isHidden()
    assert set(center.sessions) == {keys[0], *keys[1:3]}, "what is at work, or was, stays"


def test_what_is_at_work_is_above_what_waits_and_what_is_done_below(
    window: Window, center: SessionCenter, runner: HeldRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.desk, "sessions", center)
    page = SessionsPage(window.desk)
    qtbot.addWidget(page)
    page.show()
    first, second, third, last = (center.start(JobRequest(f"{number}.mp4"), f"{number}") for number in range(4))

    def shown() -> list[int]:
        return sorted((key for key in center.sessions if page.card(key)), key=lambda key: page.card(key).y())  # type: ignore[union-attr]

    qtbot.waitUntil(lambda: shown() == [second, first, third, last], timeout=SOON)
    center.pause(last)
    qtbot.waitUntil(lambda: shown() == [second, first, last, third], timeout=SOON)
    runner.go.release()
    wait_for(center, third, Phase.RUNNING, qtbot)
    done = first if center.sessions[first].phase is Phase.DONE else second
    qtbot.waitUntil(lambda: shown() == [third, {first, second}.difference({done}).pop(), last, done], timeout=SOON)
    card, following = page.card(third), page.card(shown()[1])
    assert card is not None
    assert following is not None
    page.activateWindow()
    card.cancel.setFocus()
    qtbot.waitUntil(card.cancel.hasFocus, timeout=SOON)
    qtbot.keyClick(card.cancel, Qt.Key.Key_Tab)
    assert following.play.hasFocus(), "the Tab key goes as the eye does"


def test_a_failed_session_says_why_and_offers_a_model(center: SessionCenter, runner: HeldRunner, qtbot: QtBot) -> None:
    runner.fails = True
    key = center.start(JobRequest("a.mp4"), "a.mp4")
    card = SessionCard(center.sessions[key])
    qtbot.addWidget(card)
    center.changed.connect(lambda _: card.show_session(center.sessions[key]))
    runner.go.release()
    wait_for(center, key, Phase.FAILED, qtbot)
    assert center.sessions[key].error == ErrorInfo(
        "engine.language", "nothing installed translates English into Klingon", ""
    )
    card.show()
    assert "Klingon" in card.error.text()
    with qtbot.waitSignal(card.model_wanted, timeout=SOON):
        card.get_model.click()


def test_a_long_name_does_not_make_the_window_wide(center: SessionCenter, qtbot: QtBot) -> None:
    card = SessionCard(center.sessions[center.start(JobRequest("a.mp4"), "a film " * 60)])
    qtbot.addWidget(card)
    assert card.minimumSizeHint().width() < 600
    card.resize(600, 200)
    card.show()
    assert card.title.text() == "a film " * 60, "a screen reader says all of it"


def test_a_card_shows_stages_and_warnings(center: SessionCenter, qtbot: QtBot) -> None:
    key = center.start(JobRequest("a.mp4"), "a.mp4")
    qtbot.waitUntil(lambda: center.sessions[key].done == 25.0, timeout=SOON)
    session = center.sessions[key]
    session.warnings.append(Warned("the source skips"))
    card = SessionCard(session)
    qtbot.addWidget(card)
    card.show()
    assert "25 %" in card.words.text()
    assert "the source skips" in card.remarks.text()
    words = [label.text() for name, label in card._stages.values() if not name.isHidden()]
    assert any("3 waiting" in text for text in words)


@pytest.mark.parametrize(
    ("counters", "said"),
    [
        (SourceCounters(read_errors=1), "The source is damaged in 1 place"),
        (SourceCounters(read_errors=1, decode_errors=1), "The source is damaged in 2 places"),
        (SourceCounters(lost_segments=1), "1 segment of the stream could not be fetched"),
        (SourceCounters(lost_segments=12), "12 segments of the stream could not be fetched"),
        (
            SourceCounters(reconnects=2, gap_seconds=3.0),
            "The connection was lost and found again 2 times; 3 s are missing",
        ),
    ],
)
def test_what_was_wrong_with_a_source_is_counted_as_people_do(
    counters: SourceCounters, said: str, window: Window
) -> None:
    assert [RemarkWords(window.window).said(one.message) for one in source_faults(counters)] == [said]
