"""Which captions are on screen at a moment; filled while they are made."""

from __future__ import annotations

import bisect
import threading
from collections.abc import Iterable

from streamlation_desktop.core.types import Cue

_LOOK_BACK = 60.0
"""Seconds before which no cue is still shown that began then."""


class CaptionTrack:
    """The cues of one language in order of time; thread-safe."""

    def __init__(self, cues: Iterable[Cue] = ()) -> None:
        self._lock = threading.Lock()
        self._cues: list[Cue] = []
        self._starts: list[float] = []
        self._foreseen: list[Cue] = []
        """Those among `_cues` that are not final, in order."""
        self.replace(cues)

    def replace(self, cues: Iterable[Cue]) -> None:
        """Forget all others, but for what was foreseen behind them."""
        ordered = sorted(cues, key=lambda cue: cue.span.start)
        with self._lock:
            end = max((cue.span.end for cue in ordered[-1:]), default=0.0)
            self._foreseen = [cue for cue in self._foreseen if cue.span.start >= end]
            self._set([*ordered, *self._foreseen])

    def foresee(self, cues: Iterable[Cue]) -> None:
        """Show cues until the final ones of their time are there."""
        with self._lock:
            final = [cue for cue in self._cues if cue not in self._foreseen]
            end = max((cue.span.end for cue in final[-1:]), default=0.0)
            known = {cue.span.start: cue for cue in self._foreseen}
            known.update({cue.span.start: cue for cue in cues if cue.span.start >= end})
            self._foreseen = sorted(known.values(), key=lambda cue: cue.span.start)
            self._set([*final, *self._foreseen])

    def forget_foreseen(self) -> None:
        """Everything that is final is there."""
        with self._lock:
            self._set([cue for cue in self._cues if cue not in self._foreseen])
            self._foreseen = []

    def add(self, cue: Cue) -> None:
        """Put in one more; one of the same start and index is replaced."""
        with self._lock:
            while self._foreseen and self._foreseen[0].span.start < cue.span.end:
                passed = self._cues.index(self._foreseen.pop(0))
                del self._cues[passed], self._starts[passed]
            at = bisect.bisect_left(self._starts, cue.span.start)
            if at < len(self._cues) and self._starts[at] == cue.span.start and self._cues[at].index == cue.index:
                self._cues[at] = cue
                return
            self._cues.insert(at, cue)
            self._starts.insert(at, cue.span.start)

    def at(self, time: float) -> tuple[Cue, ...]:
        """The cues shown at `time`, in order of start."""
        with self._lock:
            last = bisect.bisect_right(self._starts, time)
            first = bisect.bisect_left(self._starts, time - _LOOK_BACK)
            return tuple(cue for cue in self._cues[first:last] if cue.span.end > time)

    def next_start(self, time: float) -> float | None:
        """When the next cue after `time` begins."""
        with self._lock:
            at = bisect.bisect_right(self._starts, time)
            return self._starts[at] if at < len(self._starts) else None

    def neighbour(self, time: float, step: int) -> Cue | None:
        """The cue after (1) or before (-1) the one at `time`."""
        with self._lock:
            at = bisect.bisect_right(self._starts, time)
            index = at if step > 0 else at - 2
            return self._cues[index] if 0 <= index < len(self._cues) else None

    @property
    def cues(self) -> tuple[Cue, ...]:
        """All of them."""
        with self._lock:
            return tuple(self._cues)

    def __len__(self) -> int:
        return len(self._cues)

    def _set(self, cues: list[Cue]) -> None:
        self._cues, self._starts = cues, [cue.span.start for cue in cues]
