"""What an audio track is called."""

from __future__ import annotations

from streamlation_desktop.core.source import AudioTrack
from streamlation_desktop.gui.letters import readable_name


def track_label(track: AudioTrack) -> str:
    """Number, language, title."""
    parts = [str(track.index + 1)]
    parts += [readable_name(track.language)] if track.language else []
    parts += [track.title] if track.title else []
    return " – ".join([*parts, f"{track.codec} {track.channels} ch"])
