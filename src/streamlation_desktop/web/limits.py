"""Token buckets: how often somebody may do something."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass, field

_KNOWN = 4096


@dataclass(slots=True)
class RateLimiter:
    """Allows `burst` at once and `rate` a second after that, for each key. Used in the server's loop alone."""

    rate: float
    burst: float
    _buckets: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def allow(self, key: str, now: float | None = None) -> bool:
        """Take one; False when there is none."""
        now = time.monotonic() if now is None else now
        level, seen = self._buckets.pop(key, (self.burst, now))
        level = min(self.burst, level + (now - seen) * self.rate)
        allowed = level >= 1
        self._buckets[key] = (level - 1 if allowed else level, now)
        if len(self._buckets) > _KNOWN:
            self._buckets.popitem(last=False)
        return allowed

    def is_exhausted(self, key: str, now: float | None = None) -> bool:
        """True when `allow` would refuse."""
        now = time.monotonic() if now is None else now
        level, seen = self._buckets.get(key, (self.burst, now))
        return min(self.burst, level + (now - seen) * self.rate) < 1
