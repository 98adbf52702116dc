"""What comes at once when a listener is new."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest
from av.packet import Packet
from av.stream import Stream

from streamlation_desktop.core.errors import SourceLost
from streamlation_desktop.media.burst import take_burst
from streamlation_desktop.media.clock import MediaClock
from streamlation_desktop.media.counters import SourceCounters

FRAME = 0.1


class Server:
    """Sends `past` seconds at once, then what is made while time goes on."""

    def __init__(self, past: float, breaks_after: int = 1000) -> None:
        self.now = 100.0
        self._past = past
        self._breaks_after = breaks_after

    def packets(self) -> Iterator[Packet[Stream]]:
        for number in range(self._breaks_after):
            if number * FRAME >= self._past:
                self.now += FRAME
            packet: Packet[Stream] = Packet(b"x")
            packet.time_base, packet.duration = Fraction(1, 1000), round(FRAME * 1000)
            packet.pts = packet.dts = round(7_000 + number * FRAME * 1000)
            yield packet
        raise SourceLost("gone")


@pytest.mark.parametrize("past", [0.0, 2.0, 8.0])
def test_it_ends_when_media_comes_at_the_pace_of_the_clock(past: float) -> None:
    server = Server(past)
    packets = server.packets()

    burst = take_burst(packets, 100.0, lambda: server.now)

    assert burst is not None
    assert burst.ahead == pytest.approx(past, abs=0.01)
    assert len(burst.packets) <= (past + 0.6) / FRAME
    assert next(packets).pts == 7_000 + len(burst.packets) * 100


def test_a_connection_that_breaks_in_it_keeps_what_came() -> None:
    server = Server(8.0, breaks_after=5)

    burst = take_burst(server.packets(), 100.0, lambda: server.now)

    assert burst is not None
    assert len(burst.packets) == 5
    assert take_burst(iter(()), 100.0, lambda: server.now) is None


@pytest.mark.parametrize(("first", "second"), [(6.0, 0.5), (0.5, 6.0), (2.0, 2.0)])
def test_the_newest_sound_is_as_old_after_a_crash_as_before(first: float, second: float) -> None:
    """Heard twenty seconds, then ten of silence, then again: by the wall clock, whatever came at once."""
    now = [100.0]
    clock = MediaClock(SourceCounters(), now=lambda: now[0])
    clock.connected(100.0, 0.0)
    clock.place("audio", 50.0, first)
    now[0] = 120.0
    clock.place("audio", 50.0 + first, 20.0)

    now[0] = 130.0
    clock.connected(130.0, 0.0, second)
    clock.place("audio", 0.0, second)

    assert clock.edge == pytest.approx(30.0 + first)


def test_errors_of_one_connection_do_not_add_up_over_many() -> None:
    """A burst is measured 0.4 s too long each time, as on a busy machine."""
    now = [100.0]
    clock = MediaClock(SourceCounters(), now=lambda: now[0])
    clock.connected(100.0, 0.0)
    clock.place("audio", 0.0, 2.0)
    for _ in range(20):
        now[0] += 10.0
        clock.place("audio", clock.edge, 8.0)
        clock.connected(now[0], 0.0, 1.0)
        clock.place("audio", 0.0, 1.4)

    assert clock.edge == pytest.approx(now[0] - 100.0 + 2.0, abs=0.5)
