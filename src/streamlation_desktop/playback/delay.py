"""Keeps a live stream a chosen time behind its edge, so that captions and dub land on the speech.

Small errors are made good by playing up to 4 % faster or slower, which nobody hears; what ran dry
is held until the delay is there again; what fell far behind jumps.
"""

from __future__ import annotations

from dataclasses import dataclass

MAX_TRIM = 0.04
_START_TRIM = 0.4
_STOP_TRIM = 0.1
_FULL_TRIM_AT = 2.0
_DRY = 0.05
_FAR = 15.0
"""Seconds; more than this behind the target is not worth catching up with."""
_AWAY = 2.0
"""Seconds behind the delay from which on a place is one that the user went to, to stay there."""


@dataclass(frozen=True, slots=True)
class LiveSight:
    """What the player sees of a live stream at one moment; seconds."""

    edge: float
    """Media time of the newest packet."""
    position: float
    buffered: float
    """Media ready to be played after `position`."""


@dataclass(frozen=True, slots=True)
class DelayStep:
    """What to do about it."""

    trim: float = 1.0
    """Factor on the speed."""
    hold: bool = False
    jump_to: float | None = None


class DelayControl:
    """Decides several times a second; pure but for what it remembers."""

    def __init__(self, home: float) -> None:
        self.home = home
        """Seconds behind the edge, where the stream is watched live."""
        self._place: float | None = None
        self._is_holding = True  # a stream that just began has not yet the delay
        self._is_trimming = False

    @property
    def target(self) -> float:
        """Seconds behind the edge to be now."""
        return self.home if self._place is None else self._place

    @property
    def is_away(self) -> bool:
        """True when the user went back in the stream."""
        return self._place is not None

    def go(self, lag: float) -> None:
        """The user went to a place so far behind the edge, or paused until it was."""
        self._place = lag if lag > self.home + _AWAY else None

    def step(self, sight: LiveSight) -> DelayStep:
        """Look, and say what to do."""
        lag = sight.edge - sight.position
        if lag > self.target + _FAR:
            self._is_holding = False
            return DelayStep(jump_to=sight.edge - self.target)
        if self._holds(lag, sight.buffered):
            return DelayStep(hold=True)
        return DelayStep(trim=1.0 + self._trim(lag - self.target))

    def _holds(self, lag: float, buffered: float) -> bool:
        if self._is_holding:
            self._is_holding = lag < self.target or (buffered <= _DRY and self.target > 0)
        else:
            self._is_holding = buffered <= _DRY
        return self._is_holding

    def _trim(self, error: float) -> float:
        """In proportion to the error; starts late and stops late, so that it does not flutter."""
        self._is_trimming = abs(error) > (_STOP_TRIM if self._is_trimming else _START_TRIM)
        if not self._is_trimming:
            return 0.0
        return max(-MAX_TRIM, min(MAX_TRIM, error / _FULL_TRIM_AT * MAX_TRIM))
