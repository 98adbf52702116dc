"""What a player shows of itself; `Player` adds what one can do with it."""

from __future__ import annotations

from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.core.types import TimeSpan
from streamlation_desktop.media.av_streams.pictures import Picture, PictureMaker
from streamlation_desktop.playback.flow import Flow
from streamlation_desktop.playback.readings import position_of, stats_of
from streamlation_desktop.playback.session import PlaybackSession
from streamlation_desktop.playback.sound_output import SoundOutput
from streamlation_desktop.playback.states import PlayerState, PlayerStats


class PlayerView:
    """Read from any thread."""

    def __init__(self, sound: SoundOutput) -> None:
        self._sound = sound
        self._session: PlaybackSession | None = None
        self._flow: Flow | None = None
        self._state = PlayerState.CLOSED
        self._speed = 1.0
        self._volume = 1.0
        self._muted = False
        self._stepped: float | None = None

    @property
    def state(self) -> PlayerState:
        """What a user sees it do."""
        return self._state

    @property
    def is_paused(self) -> bool:
        """Whether the user holds it."""
        return self._session is None or self._session.transport.paused

    @property
    def info(self) -> SourceInfo | None:
        """What is open."""
        return self._session.info if self._session else None

    @property
    def duration(self) -> float | None:
        """Seconds; None when live or unknown."""
        return self.info.duration if self.info else None

    @property
    def speed(self) -> float:
        """Media seconds per second."""
        return self._speed

    @property
    def volume(self) -> float:
        """Linear, mute aside."""
        return self._volume

    @property
    def is_muted(self) -> bool:
        """Whether it is mute."""
        return self._muted

    @property
    def has_sound_device(self) -> bool:
        """False while time goes on in silence."""
        return self._sound.has_device

    @property
    def position(self) -> float:
        """Media time that is seen and heard now; the target while a seek is under way."""
        session = self._session
        if session is None:
            return 0.0
        shown = session.presenter.shown
        return shown.time if self._stepped is not None and shown is not None else position_of(session)

    @property
    def live_lag(self) -> float | None:
        """Seconds behind the edge of a live stream; None for others."""
        source = self._session.source if self._session else None
        edge = source.live_edge if source is not None else None
        return None if edge is None else edge - self.position

    @property
    def live_window(self) -> TimeSpan | None:
        """What of a live stream can be gone back to; None for others."""
        source = self._session.source if self._session else None
        edge = source.live_edge if source is not None else None
        return None if source is None or edge is None else TimeSpan(min(source.first_time, edge), edge)

    @property
    def is_at_live(self) -> bool:
        """False when the user went back in a live stream."""
        return self._flow is None or not self._flow.is_away

    @property
    def stats(self) -> PlayerStats:
        """Counts since the source was opened."""
        return stats_of(self._session, self._sound.gaps)

    def screenshot(self) -> Picture | None:
        """The picture that is shown, in its full size; None when there is none."""
        session = self._session
        shown = session.presenter.shown if session else None
        return None if shown is None else PictureMaker().make(shown.frame, (0, 0))
