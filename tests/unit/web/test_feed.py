from __future__ import annotations

import asyncio
import json
import threading

import pytest

from streamlation_desktop.core.events import CueCommitted, EventBus, LiveStats, Progressed, SessionState, StateChanged
from streamlation_desktop.web import feed as feeds
from streamlation_desktop.web.feed import SessionFeed
from tests.support.api_server import cue


def followed(count: int) -> tuple[SessionFeed, EventBus]:
    events = EventBus(session_id="f00")
    feed = SessionFeed("f00", "a talk")
    events.subscribe(feed.handle)
    for index in range(count):
        events.publish(CueCommitted(cue(index)))
    return feed, events


async def collect(feed: SessionFeed, after: int) -> list[dict[str, object]]:
    return [json.loads(text) async for batch in feed.follow(after) for text in batch]


def test_late_client_gets_everything_from_the_number_it_names() -> None:
    feed, _ = followed(5)
    feed.close()

    assert [event["seq"] for event in asyncio.run(collect(feed, -1))] == [0, 1, 2, 3, 4]
    assert [event["seq"] for event in asyncio.run(collect(feed, 2))] == [3, 4]
    assert asyncio.run(collect(feed, 4)) == []


def test_client_that_follows_while_a_thread_publishes_misses_nothing_and_sees_nothing_twice() -> None:
    feed, events = followed(3)

    def publish() -> None:
        for index in range(3, 300):
            events.publish(CueCommitted(cue(index)))
        feed.close()

    async def run() -> list[dict[str, object]]:
        thread = threading.Thread(target=publish)
        collecting = asyncio.create_task(collect(feed, -1))
        await asyncio.sleep(0)
        thread.start()
        return await asyncio.wait_for(collecting, 20)

    assert [event["seq"] for event in asyncio.run(run())] == list(range(300))


def test_progress_is_told_to_those_who_follow_and_not_replayed() -> None:
    feed, events = followed(1)
    events.publish(Progressed("transcribe", 4.0, 10.0))
    events.publish(CueCommitted(cue(1)))
    feed.close()

    assert [event["type"] for event in asyncio.run(collect(feed, -1))] == ["cue-committed", "cue-committed"]
    assert feed.done == 4.0


def test_client_that_missed_more_than_is_kept_gets_a_snapshot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "KEPT_EVENTS", 10)
    feed, events = followed(30)
    events.publish(StateChanged(SessionState.FINISHED))
    feed.close()

    [snapshot] = asyncio.run(collect(feed, 3))

    assert snapshot["type"] == "snapshot"
    assert snapshot["seq"] == 30
    assert snapshot["state"] == "finished"
    assert len(snapshot["cues"]["es"]) == 30  # type: ignore[index]
    assert [event["seq"] for event in asyncio.run(collect(feed, 25))] == [26, 27, 28, 29, 30]


def test_lag_of_a_live_session_is_what_it_measures() -> None:
    feed = SessionFeed("f00", "a talk")
    events = EventBus("f00")
    events.subscribe(feed.handle)
    assert feed.lag() is None
    events.publish(LiveStats(1.0, 2.5, None, 0.0, 0.0, 0.5, "full quality"))
    assert feed.lag() == 2.5
    events.publish(StateChanged(SessionState.FINISHED))
    assert feed.lag() is None
