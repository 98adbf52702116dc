"""When each segment of a live stream arrived, was captioned, listed, fetched and shown."""

from __future__ import annotations

import itertools
import statistics
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from streamlation_desktop.cast.publisher import SegmentPublisher
from streamlation_desktop.media.ring.reader import RingReader

_LOOK = 0.02
_STEPS = ("arrived", "captioned", "listed", "fetched", "shown")


@dataclass(slots=True)
class Timeline:
    """Looks often, on a thread of its own; the screen's place is told by whoever asks it."""

    reader: RingReader
    publisher: Callable[[], SegmentPublisher | None]
    arrived: list[tuple[float, float]] = field(default_factory=list)
    """When, in monotonic seconds, and up to which media time."""
    listed: list[tuple[float, float, int]] = field(default_factory=list)
    """The same, and how many segments."""
    shown: list[tuple[float, float]] = field(default_factory=list)
    """By the screen."""
    _over: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to look."""
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Look no longer."""
        self._over.set()
        if self._thread is not None:
            self._thread.join()
        self.reader.close()

    def _look(self) -> None:
        while not self._over.wait(_LOOK):
            now, edge, publisher = time.monotonic(), self.reader.edge, self.publisher()
            if not self.arrived or edge > self.arrived[-1][1]:
                self.arrived.append((now, edge))
            if publisher is not None and (not self.listed or publisher.published > self.listed[-1][2]):
                self.listed.append((now, publisher.published_to, publisher.published))

    def steps(self, publisher: SegmentPublisher) -> list[dict[str, float]]:
        """When each step was reached by the end of a segment; of those whose every step was seen."""
        hits = {hit.name: hit.when for hit in reversed(publisher.share.hits(".ts"))}
        rows = []
        for listed, end, count in self.listed[1:]:  # the first one had gone out before
            times = (
                self._arrival(end),
                publisher.captions.final_at(end),
                listed,
                hits.get(f"s{count - 1:06}.ts"),
                self._showing(end),
            )
            known = [each for each in times if each is not None]
            if len(known) == len(_STEPS):
                rows.append(dict(zip(_STEPS, known, strict=True)))
        return rows

    def _arrival(self, media_time: float) -> float | None:
        first = self.arrived[0] if self.arrived else (0.0, 0.0)
        return next((when for when, edge in self.arrived if edge >= media_time > first[1]), None)

    def _showing(self, media_time: float) -> float | None:
        """Between two looks at the screen it went on evenly."""
        for (before, low), (after, high) in itertools.pairwise(self.shown):
            if low <= media_time <= high and high > low:
                return before + (media_time - low) / (high - low) * (after - before)
        return None


def budget(rows: Sequence[dict[str, float]]) -> list[tuple[str, float, float]]:
    """Where the seconds of a segment's end went: the step, p50 and the longest."""
    found = []
    for before, after in itertools.pairwise(_STEPS):
        spent = [row[after] - row[before] for row in rows]
        found.append((f"{before} → {after}", statistics.median(spent), max(spent)))
    return found
