"""Whether a device is where it should be in a live stream, or has to begin it anew."""

from __future__ import annotations

from dataclasses import dataclass

from streamlation_desktop.cast.publisher import SegmentPublisher
from streamlation_desktop.core.casting import CastState

SLIP_SECONDS = 1.2
"""Of a stream whose captions take longer than before. Players that count by the clock (Shaka, and what is made of it)
fix it when they load; a segment later they throw away what they have, bit by bit, and never find back."""
STUCK_SECONDS = 8.0
"""Of the stream that a waiting device has not taken."""
FOLLOW_SECONDS = 3.0
"""What goes out earlier from now on is there so soon."""


@dataclass(slots=True)
class LivePlace:
    """Times are monotonic seconds."""

    _behind: float = 0.0
    """The publisher's, when the device began."""
    _begin_at: float | None = None
    _stalled: tuple[float, float] | None = None
    """Since when it waits for data, and what had gone out by then."""

    def loaded(self, publisher: SegmentPublisher | None) -> None:
        """It begins at the newest segments."""
        self._behind = publisher.behind if publisher is not None else 0.0
        self._begin_at = self._stalled = None

    def follow(self, now: float, *, is_pushed: bool) -> None:
        """It is to be nearer to the edge, or farther from it."""
        self._begin_at = now + (0.0 if is_pushed else FOLLOW_SECONDS)

    def is_lost(self, publisher: SegmentPublisher | None, state: CastState, now: float) -> bool:
        """It has to begin anew; to be asked often."""
        if self._begin_at is not None and now >= self._begin_at:
            return True
        if publisher is None or not publisher.is_live:
            return False
        return publisher.behind - self._behind > SLIP_SECONDS or self._is_stuck(state, publisher.published_to, now)

    def _is_stuck(self, state: CastState, published_to: float, now: float) -> bool:
        """It waits for data although much has gone out since."""
        if state is not CastState.BUFFERING:
            self._stalled = None
            return False
        since, before = self._stalled = self._stalled or (now, published_to)
        return now - since > STUCK_SECONDS and published_to - before >= STUCK_SECONDS
