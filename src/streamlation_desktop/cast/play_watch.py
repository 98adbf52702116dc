"""What time alone tells of a device that was told to play."""

from __future__ import annotations

from dataclasses import dataclass

from streamlation_desktop.core.casting import CastState

REQUEST_SECONDS = 6.0
"""After it took LOAD, a device that can reach us has asked for something by then."""
LAUNCH_SECONDS = 15.0
"""A cold device may need so long to take LOAD at all."""
CAPTION_SECONDS = 6.0
"""Of playing; a device that shows captions has fetched them by then."""
LOAD_SECONDS = 30.0
LOST_SECONDS = 60.0
"""A device that does not come back by then has gone."""


@dataclass(slots=True)
class PlayWatch:
    """Times are monotonic seconds."""

    loaded_at: float = 0.0
    _taken_at: float | None = None
    _played: float = 0.0
    _last_playing: float | None = None
    _lost_at: float | None = None

    def loaded(self, now: float) -> None:
        """It was told to play, or to show other captions: these have their own time to be asked for."""
        self.loaded_at, self._taken_at, self._played, self._last_playing = now, None, 0.0, None

    def note(self, state: CastState, now: float) -> None:
        """It reports."""
        if state is CastState.BUFFERING and self._taken_at is None:
            self._taken_at = now
        self._lost_at = (self._lost_at or now) if state is CastState.RECONNECTING else None

    def is_lost(self, now: float) -> bool:
        """The connection did not come back."""
        return self._lost_at is not None and now - self._lost_at > LOST_SECONDS

    def should_have_asked(self, now: float) -> bool:
        """A device that reaches us has fetched something by now."""
        taken = self._taken_at if self._taken_at is not None else self.loaded_at + LAUNCH_SECONDS
        return now - taken > REQUEST_SECONDS

    def should_have_begun(self, now: float) -> bool:
        """It takes too long."""
        return now - self.loaded_at > LOAD_SECONDS

    def should_have_captions(self, state: CastState, now: float) -> bool:
        """It has played for so long that it must have asked for captions; to be asked often."""
        if state is CastState.PLAYING and self._last_playing is not None:
            self._played += now - self._last_playing
        self._last_playing = now
        return self._played >= CAPTION_SECONDS
