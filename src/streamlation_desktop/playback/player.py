"""The player: opens, plays, seeks and tells what it does."""

from __future__ import annotations

from collections.abc import Callable

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.media.av_streams.demuxer import MediaDemuxer
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.playback.base import PacketSource, VideoSink
from streamlation_desktop.playback.drivers import OpenDriver
from streamlation_desktop.playback.flow import Flow
from streamlation_desktop.playback.player_sound import PlayerSound
from streamlation_desktop.playback.session import PlaybackSession
from streamlation_desktop.playback.sound_device import open_device
from streamlation_desktop.playback.sound_output import SoundOutput
from streamlation_desktop.playback.states import (
    OnEvent,
    PlayerEvent,
    PlayerState,
    Problem,
    Seeked,
    SoundChanged,
    StateChanged,
)
from streamlation_desktop.playback.timing import SystemTime, TimeSource

_JUMP = 1.0
_BEFORE = 0.002
"""Seconds before a picture's time that belong to the one before it."""


class Player(PlayerSound):
    """Thread-safe; every call returns at once, but for `close` and opening anew, which stop threads (<= 0.2 s)."""

    def __init__(
        self,
        sink: VideoSink,
        on_event: OnEvent,
        *,
        open_driver: OpenDriver | None = open_device,
        time: TimeSource | None = None,
        hardware: bool = True,
    ) -> None:
        """Args:
        sink: where pictures go.
        on_event: told what happens, on the player's threads; must return at once.
        open_driver: opens the sound device; None to go by time alone.
        time: stands in for the system's clock.
        hardware: decode on the graphics card where that works.
        """
        self._sink = sink
        self._on_event = on_event
        self._time = time or SystemTime()
        self._hardware = hardware
        super().__init__(SoundOutput(self._time, open_driver, lambda has: on_event(SoundChanged(has))))
        self._delay = 0.0
        self._loop: tuple[float, float] | None = None

    # -- sources -------------------------------------------------------------------------------------

    def open(
        self, location: str, *, start: float = 0.0, paused: bool = False, options: SourceOptions | None = None
    ) -> None:
        """Open a file or address and play it from `start` seconds on; what went wrong comes as a `Problem`."""
        token = CancelToken()
        self.open_packets(lambda: MediaDemuxer(location, options, token), token.cancel, start=start, paused=paused)

    def open_packets(
        self,
        open_source: Callable[[], PacketSource],
        cancel: Callable[[], None] = lambda: None,
        *,
        start: float = 0.0,
        paused: bool = False,
    ) -> None:
        """Play any packet source; `open_source` runs on the player's thread, `cancel` ends its waits."""
        with self._lock:
            self._stop()
            session = PlaybackSession(
                open_source,
                self._sink,
                self._sound,
                self._time,
                cancel=cancel,
                live_delay=self._delay,
                told=lambda event: self._told(session, event),
                ended=lambda: self._ended(session),
                look=lambda: self._look(session),
                mix=self._mix,
                hardware=self._hardware,
            )
            self._session = session
            self._flow = Flow(session, self._time, self._delay, lambda holds: self._held(session, holds))
            self._loop = None
            session.set_speed(self._speed)
            session.set_paused(paused)
            if start > 0:
                session.seek(start, exact=True)
            self._enter(PlayerState.OPENING)
            session.start()

    def close(self) -> None:
        """Stop, and let go of the sound device; the player cannot be used afterwards."""
        with self._lock:
            self._stop()
            self._sound.close()

    def stop(self) -> None:
        """Close the source."""
        with self._lock:
            self._stop()

    # -- playing -------------------------------------------------------------------------------------

    def play(self) -> None:
        """Go on; at the end, start again."""
        with self._lock:
            session = self._session
            if session is None or self._state is PlayerState.FAILED:
                return
            if self._state is PlayerState.ENDED:
                session.seek(0.0, exact=True)
            elif self._stepped is not None:
                session.seek(self._stepped, exact=True)
            self._stepped = None
            if session.transport.paused:
                self._stay(self.position)
            session.set_paused(False)
            if self._state is not PlayerState.OPENING:
                self._enter(PlayerState.PLAYING)

    def pause(self) -> None:
        """Hold."""
        with self._lock:
            if self._session is None or self._state is PlayerState.FAILED:
                return
            self._session.set_paused(True)
            if self._state in (PlayerState.PLAYING, PlayerState.BUFFERING):
                self._enter(PlayerState.PAUSED)

    def toggle(self) -> None:
        """Play or pause."""
        if self.is_paused or self._state is PlayerState.ENDED:
            self.play()
        else:
            self.pause()

    def seek(self, seconds: float, *, exact: bool = True) -> None:
        """Go to `seconds` of media time; not `exact` means the key frame before it, which is faster."""
        with self._lock:
            session = self._session
            if session is None or self._state is PlayerState.FAILED:
                return
            place = self._reachable(seconds)
            if place is None:
                return
            self._stepped = None
            self._stay(place)
            session.seek(place, exact=exact)
            if self._state is PlayerState.ENDED:
                self._enter(PlayerState.PAUSED if session.transport.paused else PlayerState.PLAYING)

    def step(self, frames: int) -> None:
        """Pause, and go one picture on (1) or back (-1)."""
        with self._lock:
            session = self._session
            shown = session.presenter.shown if session else None
            if session is None or shown is None:
                return
            self.pause()
            if frames > 0:
                self._stepped = shown.time + shown.frame.duration
                session.presenter.step()
            else:
                session.seek(max(0.0, shown.time - _BEFORE), exact=True)
                self._stepped = None

    def set_loop(self, loop: tuple[float, float] | None) -> None:
        """Repeat from the first to the second of two positions; None to go on."""
        if loop is not None and loop[1] - loop[0] < 0.1:
            loop = None
        self._loop = loop

    def set_live_delay(self, seconds: float) -> None:
        """Play live streams this far behind their edge: small changes by tempo, large ones at once."""
        with self._lock:
            change, self._delay = seconds - self._delay, seconds
            if self._flow is None or self._session is None:
                return
            self._flow.set_delay(seconds)
            self._session.live_delay = seconds  # it may not have started yet
            edge = self._session.source.live_edge if self._session.source else None
            if edge is not None and abs(change) > _JUMP and not self._flow.is_away:
                self.seek(edge - seconds)

    def go_live(self) -> None:
        """Back from the past of a live stream to its delay."""
        with self._lock:
            edge = self._session.source.live_edge if self._session and self._session.source else None
            if edge is not None:
                self.seek(edge - self._delay)
                self.play()

    def viewport_changed(self) -> None:
        """The sink has another size: show the picture anew."""
        session = self._session
        if session is not None:
            session.presenter.refresh()

    # -- from the threads ----------------------------------------------------------------------------

    def _told(self, session: PlaybackSession, event: PlayerEvent) -> None:
        if session is not self._session:
            return
        if isinstance(event, Seeked) and self._state in (PlayerState.OPENING, PlayerState.BUFFERING):
            self._enter(PlayerState.PAUSED if session.transport.paused else PlayerState.PLAYING)
        self._on_event(event)
        if isinstance(event, Problem) and event.fatal:
            self._enter(PlayerState.FAILED)

    def _ended(self, session: PlaybackSession) -> None:
        if session is self._session:
            self._enter(PlayerState.ENDED)

    def _held(self, session: PlaybackSession, holds: bool) -> None:
        if session is self._session and self._state in (PlayerState.PLAYING, PlayerState.BUFFERING):
            self._enter(PlayerState.BUFFERING if holds else PlayerState.PLAYING)

    def _look(self, session: PlaybackSession) -> None:
        if session is not self._session or self._flow is None:
            return
        self._flow.look()
        loop = self._loop
        if loop and session.presenter.started_serial == session.transport.serial and not session.transport.paused:
            now = session.clock.position()
            if now is not None and now >= loop[1]:
                session.seek(loop[0], exact=True)

    def _stay(self, place: float) -> None:
        """Of a live stream: keep the distance from the edge that the user wants."""
        edge = self._session.source.live_edge if self._session and self._session.source else None
        if self._flow is not None and edge is not None:
            self._flow.go(edge - place)

    def _reachable(self, seconds: float) -> float | None:
        """The nearest place one can go to; None when a live stream has no past."""
        source = self._session.source if self._session else None
        edge = source.live_edge if source is not None else None
        if source is not None and edge is not None:
            return min(max(seconds, source.first_time), edge) if source.first_time < edge else None
        end = self.duration
        return max(0.0, seconds if end is None else min(seconds, end))

    def _enter(self, state: PlayerState) -> None:
        if state is not self._state:
            self._state = state
            self._on_event(StateChanged(state))

    def _stop(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            session.close()
            self._stepped = None
            self._enter(PlayerState.CLOSED)
