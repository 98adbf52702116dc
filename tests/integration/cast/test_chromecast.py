"""Casting to a stand-in whose protocol and players others wrote (see tests/support/chromecast)."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import web

from streamlation_desktop.cast import play_watch
from streamlation_desktop.core.casting import CastState, DeliveryLevel
from streamlation_desktop.core.events import Degraded, EventBus, Progressed
from streamlation_desktop.web import media as web_media
from tests.support.cast_stage import EN, captions, stage, untimely
from tests.support.clips import cut
from tests.support.commands import SAMPLE
from tests.support.fake_chromecast import fake_chromecast

pytestmark = pytest.mark.slow


def short(folder: Path) -> Path:
    """Two segments: what a device refuses need not be long."""
    return cut(SAMPLE, folder / "short.mp4", 4.0)


def test_file_plays_as_it_is_with_its_captions_on_time_and_obeys(tmp_path: Path) -> None:
    with stage(tmp_path) as s:
        s.start(captions())
        playing = s.wait_playing()
        assert playing.status.level is DeliveryLevel.COPY
        assert playing.status.duration == pytest.approx(56, abs=0.2)
        s.tv.wait_for(lambda probe: probe.get("time", 0) > 5)
        seen = s.tv.seen()
        s.casting.controller.pause()
        s.wait_for(lambda event: event.status.state is CastState.PAUSED and event.status.position > 4)
        s.casting.controller.seek(30.0)
        held = s.tv.wait_for(lambda probe: probe["time"] == pytest.approx(30, abs=0.3))
        s.casting.controller.show(EN)
        s.tv.wait_for(lambda probe: probe["active"] == [2])
        s.casting.controller.play()
        s.tv.wait_for(lambda probe: any(text.startswith("en 2") for text in probe["seen"]))
        s.casting.controller.set_volume(0.25)
        s.casting.controller.set_muted(True)
        s.tv.wait_for(lambda probe: probe["volume"]["level"] == 0.25 and probe["volume"]["muted"])
        s.casting.controller.stop()
        s.wait_for(lambda event: event.status.state is CastState.STOPPED)

        assert held["paused"], "a seek must not end the pause"
        assert untimely(seen) == {}
        assert [f"es {number}" for number in range(3)] == [text for text in seen if text.startswith("es")][:3]
        [load] = s.tv.messages("LOAD")
        assert load["media"]["streamType"] == "BUFFERED"
        assert [track["language"] for track in load["media"]["tracks"]] == ["es", "en"]
        assert len(s.casting.server.shares) == 0


def test_segments_come_no_earlier_than_their_captions(tmp_path: Path) -> None:
    feed, done = captions(complete=False), EventBus()
    done.subscribe(feed.handle)
    done.publish(Progressed("transcribe", 6.0, 56.0))
    with stage(tmp_path) as s:
        s.start(feed)
        assert s.wait_playing().status.level is DeliveryLevel.STREAM
        s.tv.wait_for(lambda probe: probe.get("time", 0) > 3)
        performance_ = s.casting.controller.current
        assert performance_ is not None
        assert performance_.delivery is not None
        assert performance_.delivery.publisher is not None
        assert performance_.delivery.publisher.published_to <= 6.0
        done.publish(Progressed("transcribe", 56.0, 56.0))
        feed.finish()
        s.tv.wait_for(lambda probe: probe["time"] > 8)
        seen = s.tv.seen()

    assert [f"es {number}" for number in range(5)] == [text for text in seen if text.startswith("es")][:5]
    assert untimely(seen) == {}


def test_other_device_goes_on_where_the_first_one_was(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with stage(tmp_path) as s, fake_chromecast(tmp_path / "other") as other:
        s.start(captions(), position=20.0)
        s.tv.wait_for(lambda probe: probe.get("time", 0) > 22)
        second = replace(other.device, id=other.device.id.replace("1", "2"), name="Kitchen")
        s.casting.controller.switch(second)
        s.wait_for(lambda event: event.status.device == "Kitchen" and event.status.state is CastState.PLAYING)
        other.wait_for(lambda probe: probe["time"] > 23)
        [load] = other.messages("LOAD")
        stopped = [message["type"] for message in s.tv.ask("log")]

    assert 21.0 <= load["currentTime"] < 30.0
    assert load["activeTrackIds"] == [1]
    assert "STOP" in stopped


@pytest.mark.parametrize("flag", ["--refuse=1", "--no-detail"])
def test_refused_media_is_tried_in_the_next_form_and_that_is_remembered(tmp_path: Path, flag: str) -> None:
    flags = {"--refuse=1": ("--refuse=1",), "--no-detail": ("--refuse=1", "--no-detail")}[flag]
    with stage(tmp_path, *flags) as s:
        s.start(captions(), source=short(tmp_path))
        playing = s.wait_playing()

        assert playing.status.level is DeliveryLevel.STREAM
        assert any(isinstance(envelope.event, Degraded) for envelope in s.events)
        assert s.memory.level(s.tv.device.id) is DeliveryLevel.STREAM


def test_last_form_is_burned_in(tmp_path: Path) -> None:
    with stage(tmp_path, "--refuse=2") as s:
        s.start(captions(), source=short(tmp_path))
        playing = s.wait_playing()
        assert playing.status.level is DeliveryLevel.BURNED
        s.tv.wait_for(lambda probe: probe.get("time", 0) > 1 and probe["width"] > 0)


def test_failure_of_every_form_is_told(tmp_path: Path) -> None:
    with stage(tmp_path, "--refuse=9") as s:
        s.start(captions(), source=short(tmp_path))
        failed = s.wait_for(lambda event: event.status.state is CastState.FAILED)
        assert failed.error is not None
        assert failed.error.code == "cast.refused"
        assert failed.error.hint


def test_dropped_connection_is_taken_up_again(tmp_path: Path) -> None:
    with stage(tmp_path) as s:
        s.start(captions())
        s.wait_playing()
        s.tv.ask("drop")
        s.wait_for(lambda event: event.status.state is CastState.RECONNECTING)
        before = len(s.statuses())
        deadline = time.monotonic() + 30
        while not any(event.status.state is CastState.PLAYING for event in s.statuses()[before:]):
            assert time.monotonic() < deadline
            time.sleep(0.1)
        while not s.tv.ask("probe")["paused"]:  # until the connection stands, a command is refused and said so
            assert time.monotonic() < deadline + 30
            s.casting.controller.pause()
            time.sleep(0.5)

        assert not any(event.status.state is CastState.FAILED for event in s.statuses())


def test_film_that_was_lost_with_the_connection_is_begun_when_it_is_back(tmp_path: Path) -> None:
    with stage(tmp_path, "--cut=1") as s:
        s.start(captions())
        playing = s.wait_playing()

        assert playing.status.level is DeliveryLevel.COPY
        assert len(s.tv.messages("LOAD")) == 2
        assert not any(event.error for event in s.statuses())


@pytest.mark.expects_warnings
def test_device_that_is_unplugged_is_told_and_nothing_is_served_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(play_watch, "LOST_SECONDS", 2.0)
    with stage(tmp_path) as s:
        s.start(captions())
        s.wait_playing()
        s.tv.unplug()
        s.wait_for(lambda event: event.status.state is CastState.RECONNECTING)
        failed = s.wait_for(lambda event: event.status.state is CastState.FAILED)

        assert failed.error is not None
        assert failed.error.code == "cast.lost"
        assert "Local playback goes on" in failed.error.hint
        deadline = time.monotonic() + 10
        while len(s.casting.server.shares) or s.casting.server.open_connections():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        [play] = s.memory.plays(s.tv.device.id)
        assert play.telemetry.requests > 0


@pytest.mark.parametrize("fault", ["refused", "without CORS"])
def test_captions_that_the_device_does_not_get_are_burned_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    """The device plays on and tells nobody; only our own log shows that it got nothing, or may not read it."""
    monkeypatch.setattr(play_watch, "CAPTION_SECONDS", 2.0)
    original = web_media._media

    async def without_captions(request):  # type: ignore[no-untyped-def]
        answer = await original(request)
        if request.match_info["name"].endswith(".vtt"):
            if fault == "refused":
                raise web.HTTPForbidden
            del answer.headers["Access-Control-Allow-Origin"]
        return answer

    monkeypatch.setattr(web_media, "_media", without_captions)
    with stage(tmp_path) as s:
        s.start(captions(), source=cut(SAMPLE, tmp_path / "film.mp4", 8.0))
        assert s.wait_playing().status.level is DeliveryLevel.COPY
        s.wait_for(lambda event: event.status.level is DeliveryLevel.BURNED and event.status.state is CastState.PLAYING)
        [told] = [envelope.event for envelope in s.events if isinstance(envelope.event, Degraded)]

    assert "captions" in told.reason


def test_media_that_a_device_may_not_read_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without CORS it fetches all and plays nothing of it."""
    monkeypatch.setattr(web_media, "CORS", {})
    with stage(tmp_path) as s:
        s.start(captions(), source=short(tmp_path))
        failed = s.wait_for(lambda event: event.status.state is CastState.FAILED)
        tried = [envelope.event.chosen for envelope in s.events if isinstance(envelope.event, Degraded)]

    assert failed.error is not None
    assert (failed.error.code, len(tried)) == ("cast.refused", 2)


def test_device_that_fetches_nothing_is_a_matter_of_the_firewall(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(play_watch, "REQUEST_SECONDS", 0.5)
    monkeypatch.setattr(play_watch, "LOAD_SECONDS", 2.0)
    with stage(tmp_path, "--deaf") as s:
        s.start(captions())
        warned = s.wait_for(lambda event: event.error is not None)
        failed = s.wait_for(lambda event: event.status.state is CastState.FAILED)

    assert warned.error is not None
    assert warned.error.code == "cast.network"
    assert "firewall" in warned.error.hint
    assert failed.error is not None


def test_receiver_that_cannot_be_launched_is_told(tmp_path: Path) -> None:
    with stage(tmp_path, "--no-launch") as s:
        s.start(captions())
        failed = s.wait_for(lambda event: event.status.state is CastState.FAILED)

    assert failed.error is not None
    assert failed.error.code == "cast.refused"
