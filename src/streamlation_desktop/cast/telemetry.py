"""How well a device plays: waits, stalls, and its position against the clock."""

from __future__ import annotations

from dataclasses import dataclass

from streamlation_desktop.cast.player import PlayerReport
from streamlation_desktop.core.casting import CastState
from streamlation_desktop.core.events import CastTelemetry


@dataclass(slots=True)
class PlaybackMeter:
    """Fed with every report; times are monotonic seconds."""

    buffering_seconds: float = 0.0
    stalls: int = 0
    drift: float = 0.0
    _has_played: bool = False
    _buffering_since: float | None = None
    _anchor: tuple[float, float] | None = None
    """Moment and position since which it should have played without a break."""

    def note(self, report: PlayerReport, now: float) -> None:
        """Take a report."""
        if report.state is CastState.BUFFERING and self._has_played and self._buffering_since is None:
            self._buffering_since = now
            self.stalls += 1
        if report.state is not CastState.BUFFERING and self._buffering_since is not None:
            self.buffering_seconds += now - self._buffering_since
            self._buffering_since = None
        if report.state is CastState.PLAYING:
            self._has_played = True
            if self._anchor is None:
                self._anchor = (now, report.position)
            moment, position = self._anchor
            self.drift = (report.position - position) - (now - moment)
        else:
            self._anchor = None

    def sought(self) -> None:
        """The position was changed on purpose: what follows is neither drift nor a stall."""
        self._anchor = None
        self._has_played = False
        self._buffering_since = None

    def telemetry(self, requests: int, late: int = 0) -> CastTelemetry:
        """The figures so far."""
        return CastTelemetry(self.buffering_seconds, self.stalls, requests, self.drift, late)
