"""Decides how much work a step may be, so that live captions never fall behind for good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from streamlation_desktop.engines.streaming.base import StreamTuning


@dataclass(frozen=True, slots=True)
class Level:
    """One way of working, cheaper than the one before it."""

    name: str
    """Told to the user."""
    tuning: StreamTuning
    model: int = 0
    """Place of the model among those that could be used, the best first."""


def ladder(best: StreamTuning, models: int = 1, *, has_window: bool = True) -> tuple[Level, ...]:
    """Levels from the best to the cheapest: a shorter window, then longer steps, then smaller models.

    Args:
        best: how to work when there is time.
        models: how many there are to choose from.
        has_window: False for an engine that hears each moment once.
    """
    short = replace(best, window=min(best.window, 5.0), is_padded=False) if has_window else best
    slow = replace(short, chunk=2 * best.chunk)
    slower = replace(short, chunk=4 * best.chunk)
    levels = [Level("full quality", best)]
    levels += [Level("a shorter window", short)] if has_window else []
    levels += [Level("longer steps", slow), Level("the longest steps", slower)]
    for model in range(1, models):
        levels.append(Level("a smaller model", slow, model))
    return tuple(levels)


@dataclass(frozen=True, slots=True)
class LoadLimits:
    """When to change the level."""

    high: float = 0.85
    """Compute per second of sound above which a cheaper level is taken."""
    low: float = 0.4
    """Below which a better one is tried."""
    backlog: float = 3.0
    """Seconds of waiting sound that count as overload, whatever the load."""
    settle: float = 4.0
    """Seconds of sound between two steps down: the measure must see the new level."""
    calm: float = 20.0
    """Seconds of low load before a step up."""


@dataclass(slots=True)
class LoadPolicy:
    """Watches the steps of one stream."""

    levels: Sequence[Level]
    limits: LoadLimits = LoadLimits()
    at: int = 0
    load: float = 0.0
    """Compute per second of sound, smoothed over some seconds."""
    _since_change: float = field(default=0.0)
    _calm: float = field(default=0.0)
    _patience: float = field(default=1.0)
    _rose: bool = field(default=False)
    """The last change was one up."""

    @property
    def level(self) -> Level:
        """How to work now."""
        return self.levels[self.at]

    def note(self, heard: float, computed: float, backlog: float) -> Level | None:
        """A step is done; the level to change to, if any.

        Args:
            heard: seconds of sound since the last step.
            computed: seconds that the step took, waiting for a shared model included.
            backlog: seconds of sound that wait.
        """
        if heard <= 0:
            return None
        weight = min(1.0, heard / self.limits.settle)
        self.load += weight * (computed / heard - self.load)
        self._since_change += heard
        self._calm = self._calm + heard if self.load < self.limits.low and not backlog else 0.0
        is_over = self.load > self.limits.high or backlog > self.limits.backlog
        if is_over and self._since_change >= self.limits.settle and self.at + 1 < len(self.levels):
            if self._rose and self._since_change < 3 * self.limits.calm:
                self._patience = min(8.0, 2 * self._patience)  # this level was tried and was too much
            return self._change(len(self.levels) - 1 if self._is_far_over(backlog) else self.at + 1)
        if self._calm >= self.limits.calm * self._patience and self.at > 0:
            self._patience = max(1.0, self._patience / 2) if self._rose else self._patience  # the last rise was right
            return self._change(self.at - 1)
        return None

    def _is_far_over(self, backlog: float) -> bool:
        """There is no time to go down step by step."""
        return self.load > 3 * self.limits.high or backlog > 2 * self.limits.backlog

    def _change(self, to: int) -> Level:
        self._rose = to < self.at
        self.at, self._since_change, self._calm = to, 0.0, 0.0
        return self.level
