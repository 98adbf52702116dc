"""The messages of the media channel: what we send, and what we make of the answers. No network."""

from __future__ import annotations

from typing import Any

from pychromecast.controllers.media import MediaStatus

from streamlation_desktop.cast.player import LoadRequest, PlayerReport
from streamlation_desktop.core.casting import CastState

STYLE = {
    "backgroundColor": "#00000099",
    "foregroundColor": "#FFFFFFFF",
    "edgeType": "OUTLINE",
    "edgeColor": "#000000FF",
    "fontGenericFamily": "SANS_SERIF",
    "fontScale": 1.1,
    "windowType": "NONE",
}
_STATES = {"PLAYING": CastState.PLAYING, "PAUSED": CastState.PAUSED, "BUFFERING": CastState.BUFFERING}
_ENDS = {"FINISHED": CastState.ENDED, "CANCELLED": CastState.STOPPED, "ERROR": CastState.FAILED}


def load_message(request: LoadRequest) -> dict[str, Any]:
    """LOAD with every track, its style, and where to begin."""
    delivery = request.delivery
    media: dict[str, Any] = {
        "contentId": request.base_url + delivery.path,
        "contentUrl": request.base_url + delivery.path,
        "contentType": delivery.content_type,
        "streamType": "LIVE" if delivery.is_live else "BUFFERED",
        "metadata": {"metadataType": 0, "title": request.title},
    }
    if delivery.is_live:
        media["duration"] = -1
    # Tracks of a playlist the receiver finds in it; those beside a file it must be told.
    tracks = [
        {
            "trackId": track.id,
            "type": "TEXT",
            "subtype": "SUBTITLES",
            "trackContentId": request.base_url + track.path,
            "trackContentType": "text/vtt",
            "name": track.name,
            "language": track.language,
        }
        for track in delivery.tracks
        if track.path
    ]
    if delivery.tracks:
        media["textTrackStyle"] = STYLE
    message: dict[str, Any] = {"type": "LOAD", "media": media, "autoplay": not request.is_paused, "customData": {}}
    if not delivery.is_live:
        message["currentTime"] = request.position
    if tracks:
        media["tracks"] = tracks
        message["activeTrackIds"] = [] if request.track is None else [request.track]
    return message


def edit_tracks_message(track: int | None) -> dict[str, Any]:
    """Show one caption track, or none."""
    return {"type": "EDIT_TRACKS_INFO", "activeTrackIds": [] if track is None else [track], "textTrackStyle": STYLE}


def report_of(status: MediaStatus, last: PlayerReport) -> PlayerReport | None:
    """What a status means; None for those in between, which mean nothing."""
    is_idle = status.player_state == "IDLE"
    state = _ENDS.get(status.idle_reason or "") if is_idle else _STATES.get(status.player_state)
    if state is None:
        return None
    position = status.adjusted_current_time if status.adjusted_current_time is not None else last.position
    duration = status.duration if status.duration and status.duration > 0 else last.duration
    reason = "the device reports an error" if state is CastState.FAILED else ""
    return PlayerReport(state, float(position), duration, last.volume, last.is_muted, reason)
