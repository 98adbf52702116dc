"""Where a session is, and how well it does."""

from __future__ import annotations

from streamlation_desktop.playback.session import PlaybackSession
from streamlation_desktop.playback.states import PlayerStats


def position_of(session: PlaybackSession) -> float:
    """Media time that is seen and heard now; the target while a seek is under way."""
    target = session.transport.order.target
    if session.presenter.started_serial != session.transport.serial:
        return target
    now = session.clock.position()
    place = max(0.0, target if now is None else now)
    end = session.info.duration if session.info is not None else None
    return place if end is None else min(place, end)


def stats_of(session: PlaybackSession | None, sound_gaps: int) -> PlayerStats:
    """Counts since the source was opened."""
    if session is None:
        return PlayerStats(0, 0, 0, 0, 0.0, 0, 0.0)
    counts = session.presenter.counts
    return PlayerStats(
        shown=counts.shown,
        dropped=counts.dropped + session.video.dropped,
        late=counts.late,
        decode_errors=session.video.errors + session.audio.errors,
        av_error=counts.error,
        sound_gaps=sound_gaps,
        buffered=session.buffer.seconds,
    )
