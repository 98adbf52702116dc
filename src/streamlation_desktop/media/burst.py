"""What a server sends at once to a new listener, before it goes on at the pace of the clock."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import av  # noqa: F401 (before its parts: two threads may begin with different ones)
from av.packet import Packet
from av.stream import Stream

from streamlation_desktop.core.errors import SourceError

_GROWS = 0.05
_CALM = 0.3
"""Seconds without growth after which the burst is over."""
_LONGEST = 3.0


@dataclass(frozen=True, slots=True)
class Burst:
    """The first packets of a connection."""

    packets: tuple[Packet[Stream], ...]
    ahead: float
    """Seconds of media that came, less those that went by since the connection was made: the newest sound of one
    connection is as old as that of another, however much of the past comes before it."""


def take_burst(
    packets: Iterator[Packet[Stream]], opened: float, now: Callable[[], float] = time.monotonic
) -> Burst | None:
    """Read until media comes no faster than it is made; None when it tells no time.

    A failure of the source ends the burst; reading on then ends at once.

    Args:
        packets: of all streams that are kept.
        opened: when the connection was made, on the clock of `now`.
        now: the wall clock.

    Raises:
        Cancelled: it was cancelled.
    """
    held: list[Packet[Stream]] = []
    first = end = best = None
    grown = began = now()
    try:
        for packet in packets:
            held.append(packet)
            stamp = packet.dts if packet.dts is not None else packet.pts
            moment = now()
            if stamp is not None:
                at = float(stamp * packet.time_base)
                first = at if first is None else first
                end = max(at if end is None else end, at + float((packet.duration or 0) * packet.time_base))
                ahead = end - first - (moment - opened)
                if best is None or ahead > best + _GROWS:
                    best, grown = ahead, moment
            if moment - grown > _CALM or moment - began > _LONGEST:
                break
    except SourceError:
        pass  # told by the next read
    return Burst(tuple(held), 0.0 if best is None else best) if held else None
