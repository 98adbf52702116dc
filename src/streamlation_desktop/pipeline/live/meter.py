"""How far captions lag, and how often they take back what they showed."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from streamlation_desktop.core.types import Word
from streamlation_desktop.engines.streaming.compare import common_prefix, is_mark
from streamlation_desktop.pipeline.live.arrivals import Arrivals

_KEPT = 1000
"""Words."""


def percentile(values: Sequence[float], share: float) -> float | None:
    """The value below which `share` of all values lie; None without values."""
    if not values:
        return None
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


@dataclass(slots=True)
class CaptionMeter:
    """Measures one language of captions; any thread may look."""

    arrivals: Arrivals
    settled: int = 0
    """Words."""
    revised: int = 0
    """Words of a tail that were changed or taken back."""
    _tail: tuple[Word, ...] = ()
    _lags: deque[float] = field(default_factory=lambda: deque(maxlen=_KEPT))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, committed: Sequence[Word], tail: Sequence[Word], now: float) -> None:
        """Captions were updated."""
        with self._lock:
            follows = (*committed, *tail)
            self.revised += len(self._tail) - common_prefix(self._tail, follows)
            self._tail = tuple(tail)
            words = [word for word in committed if not is_mark(word.text)]
            self.settled += len(words)
            for word in words:
                arrived = self.arrivals.of(word.span.end)
                if arrived is not None:
                    self._lags.append(max(0.0, now - arrived))

    def lag(self, share: float) -> float | None:
        """Percentile of the seconds between the end of a word and its settled caption."""
        with self._lock:
            return percentile(self._lags, share)

    @property
    def revised_rate(self) -> float:
        """Revised words per settled word."""
        with self._lock:
            return self.revised / self.settled if self.settled else 0.0
