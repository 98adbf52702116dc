"""When a segment of a live stream goes out."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

PATIENCE = 60.0
"""Seconds that a segment waits for its captions at most: a sentence may be long, and a machine slow."""
_REMEMBERED = 30
"""Segments; a minute or so."""
_BURST = 6
"""Segments that a source may bring at once: one of its own has ten seconds and more."""


@dataclass(slots=True)
class LivePace:
    """As late as the captions of the last minute needed it, and evenly, by the media's own clock.

    Captions come sentence by sentence; segments that came so, too, would leave a device with nothing to play
    between two sentences. And a source brings some seconds at once, and then nothing: by when a segment came it
    would go out up to that much later than it needs to, and at another distance each time.
    """

    delay: float | None = None
    """Seconds behind the source, neither more nor less; None: as long as captions take."""
    expected: float = 0.0
    """Seconds that captions took before the first segment: a device that begins too near would soon have to wait."""
    _came: deque[float] = field(default_factory=lambda: deque(maxlen=_BURST))
    """When media time 0 would have come, by each of the last segments; monotonic seconds."""
    _ready: deque[float] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    """When it would have had its captions."""

    def came(self, end: float, made: float) -> float:
        """When a segment that ends at that media time has come at the latest; it was made then.

        To be told of each segment once, in order.
        """
        self._came.append(made - end)
        if not self._ready:
            self._ready.append(made - end + self.expected)
        return end + max(self._came)

    def deadline(self, came: float) -> float:
        """Until when a segment waits for captions, by the clock of `came`."""
        return came + (PATIENCE if self.delay is None else self.delay)

    def release(self, end: float, ready: float) -> float:
        """When it goes out; its captions were there, or given up, at `ready`."""
        if self.delay is not None:
            return end + max(self._came) + self.delay
        self._ready.append(ready - end)
        return end + max(self._ready)
