"""The last line of the terminal while a live session runs."""

from __future__ import annotations

import pytest

from streamlation_desktop.cli.live_status import LiveStatus
from streamlation_desktop.core.events import (
    Event,
    LiveStats,
    Progressed,
    SessionState,
    SourceOpened,
    StageStats,
    StateChanged,
    StreamInterrupted,
    StreamResumed,
)
from streamlation_desktop.core.source import SourceInfo

OPENED = SourceOpened(SourceInfo("rtmp://host/a", "flv", None, True))
STATS = LiveStats(1.25, 2.5, 1.75, 0.1, 3.0, 0.5, "longer steps", reconnects=2)


def after(*events: Event) -> LiveStatus:
    status = LiveStatus()
    for event in events:
        status.take(event)
    return status


def heard(seconds: float) -> StageStats:
    return StageStats("recognize", 0, seconds / 4, seconds)


@pytest.mark.parametrize(
    ("events", "line"),
    [
        ((), "starting …"),
        ((StateChanged(SessionState.RUNNING),), "connecting …"),
        ((StateChanged(SessionState.RUNNING), OPENED, heard(61.0)), "live 1:01"),
        ((OPENED, heard(61.0), StreamInterrupted(61.0, "reset")), "connecting again 1:01"),
        ((OPENED, StreamInterrupted(61.0, "reset"), StreamResumed(70.0, 9.0, 1), heard(71.0)), "live 1:11"),
        ((OPENED, heard(61.0), Progressed("record", 60.2, None)), "live 1:01 · recorded 1:00"),
    ],
)
def test_it_says_where_the_session_stands(events: tuple[Event, ...], line: str) -> None:
    assert after(*events).line == line


def test_a_stream_that_sends_nothing_is_told_before_it_counts_as_lost() -> None:
    assert after(OPENED, *[heard(5.0)] * 3).line == "live 0:05"
    assert after(OPENED, *[heard(5.0)] * 5).line == "live 0:05 · nothing came for 4 s"
    assert after(OPENED, *[heard(5.0)] * 5, heard(6.0)).line == "live 0:06"


def test_it_tells_how_it_keeps_up() -> None:
    translating = StageStats("translate", 0, 0.5, 10.0)

    assert after(OPENED, heard(10.0), translating, STATS).words.split(" · ") == [
        "lag 1.2 s (95%: 2.5)",
        "translated 1.8 s",
        "dropped 3 s",
        "reconnects 2",
        "load 50%, longer steps",
        "revised 10%",
        "real-time factor recognition 0.25, translation 0.05",
    ]


def test_only_what_changes_the_line_is_news() -> None:
    status = after(OPENED, heard(10.0))

    assert not status.take(StageStats("keep", 0, 0.5, 10.0))
    assert not status.take(Progressed("mux", 1.0, None))
    assert status.take(STATS)
    assert not status.take(STATS)
