"""Where the packets of a live source lie in media time."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from streamlation_desktop.media.clock import MediaClock
from streamlation_desktop.media.counters import SourceCounters
from streamlation_desktop.media.publishing import Made

FRAME = 1 / 30


class Arrivals:
    """A wall clock that goes on with each packet of both streams."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def clock(arrivals: Arrivals | None = None) -> MediaClock:
    arrivals = arrivals or Arrivals()
    made = MediaClock(SourceCounters(), now=arrivals)
    made.connected(arrivals.now, 0.0)
    return made


def reconnect(at: MediaClock, arrivals: Arrivals, *, outage: float, replay: float = 0.0) -> None:
    arrivals.now += outage
    at.connected(arrivals.now, replay)


def play(at: MediaClock, packets: Iterator[tuple[str, float]], arrivals: Arrivals) -> dict[str, list[float]]:
    placed: dict[str, list[float]] = {"video": [], "audio": []}
    for stream, stamp in packets:
        arrivals.now += FRAME / 2
        time = at.place(stream, stamp, FRAME)
        if time is not None:
            placed[stream].append(time)
    return placed


def segment(at: MediaClock, arrivals: Arrivals, start: float, seconds: float, wait: float | None = None) -> None:
    """All of it comes at once, when it is whole."""
    arrivals.now += seconds if wait is None else wait
    for number in range(round(seconds / FRAME)):
        at.place("audio", start + number * FRAME, FRAME)


def both(
    start: float, frames: int, *, audio_jumps_after: int = 0, audio_before: float = 0.0
) -> Iterator[tuple[str, float]]:
    for number in range(frames):
        yield "video", start + number * FRAME
        late = number < audio_jumps_after
        yield "audio", (audio_before if late else start) + number * FRAME


def steps(times: list[float]) -> list[float]:
    return [b - a for a, b in itertools.pairwise(times)]


def test_the_first_packet_is_media_time_zero_whatever_its_stamp() -> None:
    at = clock()

    assert at.place("video", 95_000.0, FRAME) == 0.0
    assert at.place("audio", 95_000.5, FRAME) == pytest.approx(0.5)


@pytest.mark.parametrize("jump", [-3600.0, 3600.0, -(2**33) / 90_000, -30.0], ids=["back", "forth", "wrap", "short"])
def test_picture_and_sound_that_jump_at_different_packets_stay_in_step(jump: float) -> None:
    arrivals = Arrivals()
    at = clock(arrivals)
    before = play(at, both(5000.0, 90), arrivals)
    after = play(at, both(5003.0 + jump, 90, audio_jumps_after=10, audio_before=5003.0), arrivals)

    for stream in ("video", "audio"):
        assert all(step == pytest.approx(FRAME) for step in steps(before[stream] + after[stream]))
    assert after["audio"][-1] == pytest.approx(after["video"][-1])
    assert at.counters.discontinuities == 1


@pytest.mark.parametrize("apart", [3600.0, -3600.0, 2**33 / 90_000])
def test_sound_whose_stamps_begin_an_hour_from_those_of_the_picture_is_heard_with_it(apart: float) -> None:
    arrivals = Arrivals()
    at = clock(arrivals)
    packets = ((stream, stamp + (apart if stream == "audio" else 0.0)) for stream, stamp in both(10.0, 90))

    placed = play(at, packets, arrivals)

    assert placed["audio"][0] == pytest.approx(placed["video"][0], abs=0.1)
    assert placed["audio"][-1] == pytest.approx(placed["video"][-1], abs=0.1)


def test_media_that_is_missing_for_as_long_as_nothing_came_is_a_gap() -> None:
    arrivals = Arrivals()
    at = clock(arrivals)
    play(at, both(0.0, 90), arrivals)
    arrivals.now += 20.0

    assert at.place("audio", 23.0, FRAME) == pytest.approx(23.0)
    assert at.counters.discontinuities == 0


def test_a_step_forward_that_took_no_time_is_closed_up() -> None:
    arrivals = Arrivals()
    at = clock(arrivals)
    play(at, both(0.0, 90), arrivals)

    assert at.place("audio", 43.0, FRAME) == pytest.approx(3.0)
    assert at.counters.discontinuities == 1


@pytest.mark.parametrize("outage", [1.5, 20.0])
def test_an_encoder_that_began_anew_within_a_connection_leaves_a_gap_as_long_as_it_was_away(outage: float) -> None:
    arrivals = Arrivals()
    at = clock(arrivals)
    play(at, both(5000.0, 150), arrivals)
    arrivals.now += outage

    for number in range(1, 4):
        again = play(at, both(0.0, 150), arrivals)

        assert again["video"][0] == pytest.approx(number * (5.0 + outage), abs=0.3)
        assert again["audio"][-1] == pytest.approx(again["video"][-1], abs=0.1)
        arrivals.now += outage


def test_what_was_left_of_a_segment_and_comes_with_the_next_encoder_does_not_shorten_later_gaps() -> None:
    arrivals = Arrivals()
    at = clock(arrivals)
    for number in range(20):  # segments of a second
        segment(at, arrivals, 100.0 + number, 1.0)

    stamp = 120.0

    for outage in (2.0, 3.0, 1.5):
        before = at.edge
        segment(at, arrivals, stamp, 0.2, wait=1.0 + outage)
        segment(at, arrivals, 0.0, 1.0, wait=0.0)
        assert at.edge - before == pytest.approx(outage + 1.0, abs=0.1)
        for number in range(1, 4):
            segment(at, arrivals, float(number), 1.0)
        stamp = 4.0


def test_an_encoder_that_came_back_a_second_after_it_began_repeats_nothing() -> None:
    arrivals = Arrivals()
    at = clock(arrivals)
    for number in range(20):  # segments of a second, dated by the server
        arrivals.now += 1.0
        at.place("audio", 100.0 + number, 1.0, Made(5000.0 + number, 0.1))
    arrivals.now += 3.0
    assert at.place("audio", 0.0, 1.0, Made(5022.0, 0.1)) == pytest.approx(22.0, abs=0.2)
    arrivals.now += 4.0
    assert at.place("audio", 0.0, 1.0, Made(5026.0, 0.1)) == pytest.approx(26.0, abs=0.2)


def test_a_source_that_kept_its_clock_over_an_outage_leaves_the_gap_its_stamps_tell() -> None:
    arrivals = Arrivals()
    at = clock(arrivals)
    play(at, both(100.0, 90), arrivals)
    reconnect(at, arrivals, outage=6.0)

    assert at.place("audio", 108.5, FRAME) == pytest.approx(8.5)
    assert at.place("video", 108.4, FRAME) == pytest.approx(8.4)
    assert at.counters.reconnects == 1


def test_a_source_that_starts_anew_leaves_a_gap_as_long_as_the_outage() -> None:
    arrivals = Arrivals()
    at = clock(arrivals)
    play(at, both(100.0, 90), arrivals)
    reconnect(at, arrivals, outage=6.0)

    assert at.place("video", 0.0, FRAME) == pytest.approx(9.0)
    assert at.place("audio", 0.1, FRAME) == pytest.approx(9.1)


def test_what_a_playlist_hands_out_again_is_dropped() -> None:
    arrivals = Arrivals()
    at = clock(arrivals)
    play(at, both(100.0, 300), arrivals)
    reconnect(at, arrivals, outage=2.0, replay=8.0)

    again = play(at, both(106.0, 300), arrivals)

    assert again["audio"][0] == pytest.approx(10.0)
    assert again["video"][0] == pytest.approx(10.0)
    assert again["audio"][-1] == pytest.approx(16.0, abs=0.1)


def test_a_playlist_that_starts_anew_after_a_short_while_is_no_replay() -> None:
    arrivals = Arrivals()
    at = clock(arrivals)
    play(at, both(0.0, 600), arrivals)
    reconnect(at, arrivals, outage=4.0, replay=8.0)

    assert at.place("audio", 0.0, FRAME) == pytest.approx(24.0)


def test_a_second_loss_before_anything_new_came_forgets_nothing() -> None:
    arrivals = Arrivals()
    at = clock(arrivals)
    play(at, both(100.0, 300), arrivals)
    reconnect(at, arrivals, outage=2.0, replay=8.0)
    play(at, both(104.0, 30), arrivals)
    reconnect(at, arrivals, outage=4.0, replay=8.0)

    again = play(at, both(106.0, 300), arrivals)

    assert again["audio"][0] == pytest.approx(10.0)


def test_a_night_off_air_adds_a_minute() -> None:
    arrivals = Arrivals()
    at = clock(arrivals)
    play(at, both(0.0, 90), arrivals)
    at.connected(arrivals.now + 30_000.0, 0.0)

    assert at.place("audio", 0.0, 1.0) == pytest.approx(63.0)

    arrivals.now += 30_000.0
    reconnect(at, arrivals, outage=6.0)
    assert at.place("audio", 0.0, 1.0) == pytest.approx(69.0)


def test_what_a_radio_sends_at_once_to_a_new_listener_is_not_heard_twice() -> None:
    arrivals = Arrivals()
    at = clock(arrivals)
    play(at, both(0.0, 120), arrivals)  # four seconds of which ...
    arrivals.now -= 2.0  # ... two came at once
    reconnect(at, arrivals, outage=1.0)

    again = play(at, both(0.0, 120), arrivals)

    assert again["audio"][0] == pytest.approx(4.0)
    assert again["audio"][-1] == pytest.approx(7.0, abs=0.1)


def test_a_packet_without_a_stamp_follows_the_one_before() -> None:
    at = clock()
    at.place("audio", 7.0, 1.0)

    assert at.place("audio", None, 1.0) == 1.0
