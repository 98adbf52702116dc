from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from streamlation_desktop.playback.states import PlayerState, Problem
from tests.support.growing_source import GrowingSource
from tests.support.numbered_video import write_numbered
from tests.support.player_rig import Rig

Watch = Callable[[float, float], GrowingSource]


@pytest.fixture(scope="session")
def stream(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("streams") / "stream.mkv"
    return write_numbered(path, [n / 10 for n in range(600)], gop=10, sound=60.0)


@pytest.fixture
def watch(rig: Rig, stream: Path) -> Watch:
    """Plays the stream at a delay, begun when its edge was at some place."""

    def begin(delay: float, edge: float) -> GrowingSource:
        source = GrowingSource(stream, rig.time, edge=edge)
        rig.player.set_live_delay(delay)
        rig.player.open_packets(lambda: source, source.cancel)
        rig.wait_for(lambda: rig.seeks, "the first picture")
        return source

    return begin


def test_it_starts_at_its_delay_behind_the_edge(rig: Rig, watch: Watch) -> None:
    watch(8.0, 20.0)
    assert rig.player.position == pytest.approx(12.0, abs=0.2)
    rig.play_to(13.0)
    assert rig.player.live_lag == pytest.approx(8.0, abs=1.0)


def test_a_stream_that_just_began_waits_for_its_delay(rig: Rig, watch: Watch) -> None:
    watch(5.0, 1.0)
    rig.play_to(2.0, step=0.05)
    assert rig.player.live_lag is not None
    assert rig.player.live_lag > 4.6
    assert PlayerState.BUFFERING in rig.states


def test_after_an_outage_the_delay_is_built_up_again(rig: Rig, watch: Watch) -> None:
    source = watch(3.0, 10.0)
    rig.play_to(8.0)
    source.cut_off()
    for _ in range(60):
        rig.time.advance(0.1)
        rig.wait_for(rig._is_settled, "what is due")
    rig.wait_for(lambda: rig.player.state is PlayerState.BUFFERING or rig.tick(), "buffering")
    source.go_on()
    rig.play_to(rig.player.position + 1.0, step=0.05)
    assert rig.player.live_lag is not None
    assert rig.player.live_lag > 2.6


def test_a_delay_that_is_chosen_while_it_connects_counts(rig: Rig, stream: Path) -> None:
    source, connected = GrowingSource(stream, rig.time, edge=20.0), threading.Event()

    def connect() -> GrowingSource:
        connected.wait(10.0)
        return source

    rig.player.set_live_delay(8.0)
    rig.player.open_packets(connect, source.cancel)
    rig.player.set_live_delay(3.0)
    connected.set()
    rig.wait_for(lambda: rig.seeks, "the first picture")
    assert rig.player.position == pytest.approx(17.0, abs=0.2)


def test_one_can_go_back_in_a_live_stream_but_not_past_its_edge(rig: Rig, watch: Watch) -> None:
    watch(3.0, 20.0)
    rig.seek(6.0)
    assert rig.number == 60
    rig.player.seek(500.0)
    assert rig.player.position <= 21.0


def test_where_one_went_back_to_one_stays_until_one_wants_to_be_live(rig: Rig, watch: Watch) -> None:
    watch(3.0, 30.0)
    rig.seek(8.0)
    rig.play_to(9.0)
    assert rig.player.live_lag == pytest.approx(22.0, abs=0.5)
    assert not rig.player.is_at_live

    rig.player.set_live_delay(6.0)  # as the captions' lag asks for
    rig.play_to(10.0)
    assert rig.player.live_lag == pytest.approx(22.0, abs=0.5)

    before = len(rig.seeks)
    rig.player.go_live()
    rig.wait_for(lambda: len(rig.seeks) > before, "the way back")
    assert rig.player.live_lag == pytest.approx(6.0, abs=0.3)
    assert rig.player.is_at_live


def test_a_paused_live_stream_goes_on_where_it_was(rig: Rig, watch: Watch) -> None:
    watch(3.0, 20.0)
    rig.play_to(18.0)
    rig.player.pause()
    rig.time.advance(20.0)
    rig.player.play()
    rig.play_to(19.0)

    assert rig.player.live_lag == pytest.approx(23.0, abs=1.0)
    window = rig.player.live_window
    assert window is not None
    assert window.end - rig.player.position == pytest.approx(23.0, abs=1.0)


def test_a_longer_delay_takes_effect_at_once(rig: Rig, watch: Watch) -> None:
    watch(3.0, 20.0)
    before = len(rig.seeks)
    rig.player.set_live_delay(10.0)
    rig.wait_for(lambda: len(rig.seeks) > before, "the jump")
    assert rig.player.live_lag == pytest.approx(10.0, abs=0.3)


def test_a_source_that_fails_plays_what_was_read_and_tells(rig: Rig, stream: Path) -> None:
    source = GrowingSource(stream, rig.time, edge=60.0, fails_at=4.0)
    rig.player.open_packets(lambda: source, source.cancel)
    rig.wait_for(lambda: any(isinstance(event, Problem) for event in rig.events), "the failure")
    problem = next(event for event in rig.events if isinstance(event, Problem))
    assert (problem.message, problem.hint, problem.fatal) == ("the disk failed", "Look at it.", False)
