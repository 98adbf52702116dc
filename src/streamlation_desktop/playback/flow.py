"""Holds playing while there is nothing to play, and keeps a live stream at its delay."""

from __future__ import annotations

from collections.abc import Callable

from streamlation_desktop.playback.delay import DelayControl, LiveSight
from streamlation_desktop.playback.session import PlaybackSession
from streamlation_desktop.playback.timing import TimeSource

_EVERY = 0.1
_DRY = 0.05
_READY = 1.5
"""Seconds of media that end a pause for buffering."""


class Flow:
    """Looked at by the presenter's thread, several times a second."""

    def __init__(self, session: PlaybackSession, time: TimeSource, delay: float, told: Callable[[bool], None]) -> None:
        """Args:
        delay: seconds behind the edge, when the source is live.
        told: told when a pause for buffering begins (True) and ends.
        """
        self._session = session
        self._time = time
        self._delay = DelayControl(delay)
        self._told = told
        self._last = time.now()
        self._is_holding = False

    def set_delay(self, seconds: float) -> None:
        """Another distance from the edge."""
        self._delay.home = seconds

    @property
    def is_away(self) -> bool:
        """True when the user went back in a live stream."""
        return self._delay.is_away

    def go(self, lag: float) -> None:
        """Stay so many seconds behind the edge, or at the delay where that is near."""
        self._delay.go(lag)

    def look(self) -> None:
        """Do what is due."""
        now = self._time.now()
        session = self._session
        arrived = session.presenter.started_serial == session.transport.serial
        if now - self._last < _EVERY or not arrived or session.transport.paused:
            return
        self._last = now
        edge = session.source.live_edge if session.source is not None else None
        if edge is None:
            self._hold(self._is_dry())
        else:
            self._follow(edge)

    def _is_dry(self) -> bool:
        """A file from a slow server has nothing left, or not enough yet to go on."""
        session = self._session
        if session.demuxing.reached_end:
            return False
        if self._is_holding:
            return not session.buffer.is_ready(_READY)
        return session.ahead <= _DRY and not session.buffer.is_ready(_DRY)

    def _follow(self, edge: float) -> None:
        session = self._session
        position = session.clock.position()
        if position is None:
            return
        step = self._delay.step(LiveSight(edge, position, session.ahead))
        first = session.source.first_time if session.source is not None else edge
        if step.jump_to is not None and step.jump_to >= first:
            session.seek(step.jump_to, exact=True)
            return
        session.set_trim(step.trim)
        self._hold(step.hold and not session.demuxing.reached_end)

    def _hold(self, hold: bool) -> None:
        if hold == self._is_holding:
            return
        self._is_holding = hold
        clock = self._session.clock
        if hold:
            clock.hold()
        else:
            clock.release(clock.position() or 0.0)
        self._told(hold)
