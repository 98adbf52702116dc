"""When a segment of a live stream goes out."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

PATIENCE = 60.0
"""Seconds that a segment waits for its captions at most: a sentence may be long, and a machine slow."""
_REMEMBERED = 30
"""Segments; a minute or so."""


@dataclass(slots=True)
class LivePace:
    """As late as the captions of the last minute needed it, and evenly.

    Captions come sentence by sentence; segments that came so, too, would leave a device with nothing to play
    between two sentences.
    """

    delay: float | None = None
    """Seconds behind the source, neither more nor less; None: as long as captions take."""
    expected: float = 0.0
    """Seconds that captions took before the first segment: a device that begins too near would soon have to wait."""
    _holds: deque[float] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))

    def __post_init__(self) -> None:
        self._holds.append(self.expected)

    def deadline(self, made: float) -> float:
        """Until when a segment waits for captions, by the clock of `made`."""
        return made + (PATIENCE if self.delay is None else self.delay)

    def release(self, made: float, ready: float) -> float:
        """When it goes out; its captions were there, or given up, at `ready`."""
        if self.delay is not None:
            return made + self.delay
        self._holds.append(max(0.0, ready - made))
        return made + max(self._holds)
