"""How a live session does, in one line."""

from __future__ import annotations

from dataclasses import dataclass, field

from streamlation_desktop.cli.render import clock
from streamlation_desktop.core.events import (
    Event,
    LiveStats,
    Progressed,
    SessionState,
    SourceOpened,
    StageStats,
    StateChanged,
    StreamInterrupted,
    StreamResumed,
)

_HEARING = "recognize"
_STAGES = {_HEARING: "recognition", "translate": "translation"}
_STALLED = 3


@dataclass(slots=True)
class LiveStatus:
    """What the last line of the terminal tells; every event may change it."""

    state: str = "starting"
    words: str = ""
    """How it keeps up; empty before that is known."""
    _heard: float = 0.0
    _still: int = 0
    """Measurements, one a second, since something was heard."""
    _recorded: float = 0.0
    _factors: dict[str, float] = field(default_factory=dict)

    def take(self, event: Event) -> bool:
        """Take one event; True when the line is another now."""
        before = self.line
        match event:
            case StateChanged(SessionState.RUNNING):
                self.state = "connecting"
            case SourceOpened() | StreamResumed():
                self.state = "live"
            case StreamInterrupted():
                self.state = "connecting again"
            case Progressed("record", seconds):
                self._recorded = seconds
            case StageStats(stage, media_seconds=media) as stats if media and stage in _STAGES:
                self._factors[stage] = stats.busy_seconds / media
                if stage == _HEARING:
                    self._still = 0 if media > self._heard else self._still + 1
                    self._heard = media
            case LiveStats() as stats:
                self.words = status_words(stats, self._factors)
        return self.line != before

    @property
    def line(self) -> str:
        """All of it."""
        parts = [f"{self.state} {clock(self._heard)}" if self._heard else f"{self.state} …"]
        if self._still >= _STALLED:
            parts.append(f"nothing came for {self._still} s")
        if self._recorded:
            parts.append(f"recorded {clock(self._recorded)}")
        return " · ".join([*parts, self.words] if self.words else parts)


def status_words(stats: LiveStats, factors: dict[str, float]) -> str:
    """How a session keeps up: what matters most comes first, for narrow terminals cut off the end."""
    parts = []
    if stats.lag_p50 is not None and stats.lag_p95 is not None:
        parts.append(f"lag {stats.lag_p50:.1f} s (95%: {stats.lag_p95:.1f})")
    if stats.translation_lag_p50 is not None:
        parts.append(f"translated {stats.translation_lag_p50:.1f} s")
    if stats.dropped_seconds:
        parts.append(f"dropped {stats.dropped_seconds:.0f} s")
    if stats.reconnects:
        parts.append(f"reconnects {stats.reconnects}")
    parts.append(f"load {stats.load:.0%}, {stats.level}")
    parts.append(f"revised {stats.revised_words:.0%}")
    if factors:
        parts.append("real-time factor " + ", ".join(f"{_STAGES[name]} {value:.2f}" for name, value in factors.items()))
    return " · ".join(parts)
