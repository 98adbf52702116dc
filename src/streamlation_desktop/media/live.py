"""Reads a live source until it is cancelled: every end means connect again."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Iterator

from streamlation_desktop.core.errors import SourceError
from streamlation_desktop.core.types import Samples
from streamlation_desktop.media.connection import Connection
from streamlation_desktop.media.normalizer import Normalizer
from streamlation_desktop.media.timeline import Timeline

log = logging.getLogger(__name__)

_MAX_GAP = 60.0
"""Seconds of silence at most for one outage: media time need not grow over a night off air."""

_FIRST_DELAY = 0.25
_MAX_DELAY = 8.0
_SETTLED = 5.0  # seconds of audio after which a connection counts as good


def live_blocks(connection: Connection) -> Iterator[Samples]:
    """Yield consecutive 16 kHz mono blocks; media time 0 is the first sample heard.

    After a loss the source is opened again, with growing random pauses between the attempts, until
    the token is cancelled. What was missed is silence.

    Raises:
        Cancelled: the only way it ends.
    """
    counters = connection.resource.counters
    timeline = Timeline(counters, origin=0.0, max_gap=_MAX_GAP)
    normalizer = Normalizer(timeline)
    delay = _FIRST_DELAY
    lost_at = 0.0
    while True:
        connected_from = None
        try:
            for frame in connection.frames():
                pts = frame.time or 0.0
                if connected_from is None:
                    connected_from = timeline.cursor
                    if counters.packets and lost_at:
                        timeline.reconnect(pts, time.monotonic() - lost_at, replays=connection.resource.replays)
                    else:
                        timeline.origin = pts
                yield from normalizer.feed(frame)
                if timeline.cursor - connected_from > _SETTLED:
                    delay = _FIRST_DELAY
        except SourceError as exc:
            counters.read_errors += 1
            log.info("live source lost: %s", exc)
        yield from normalizer.flush()
        if connected_from is not None or not lost_at:
            lost_at = time.monotonic()
        delay = _reopen(connection, delay)


def _reopen(connection: Connection, delay: float) -> float:
    """Try until the source is open again; returns the pause to make after the next loss."""
    token = connection.guard.token
    connection.close()
    while True:
        if token.wait(delay * random.uniform(0.8, 1.2)):
            token.raise_if_cancelled()
        delay = min(delay * 2, _MAX_DELAY)
        try:
            connection.open()
        except SourceError as exc:
            log.info("live source still away: %s", exc)
        else:
            return delay
