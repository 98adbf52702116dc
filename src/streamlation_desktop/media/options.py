"""What the caller may choose about a source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from streamlation_desktop.core.events import Event
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.media.ring.limits import RingLimits


def _ignore(event: Event) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """How to open and read a source."""

    audio_track: int | None = None
    """Ordinal among the audio tracks, from 0; None lets `language` or the container choose."""
    language: LanguageCode | None = None
    """Prefer the audio track in this language."""
    open_timeout: float = 15.0
    """Seconds until the source must be open."""
    read_timeout: float = 10.0
    """Seconds of silence on the wire after which a source counts as lost."""
    format: str | None = None
    """FFmpeg's name of the demuxer where probing fails (headerless streams)."""
    allow_network: bool = False
    """Whether a playlist on disk may fetch its segments from the network."""
    pictures: bool = False
    """Whether the film is wanted beside the sound: for the player."""
    ring: RingLimits | None = None
    """Where the packets of a live source are kept for the player, the recorder and the cast server."""
    notify: Callable[[Event], None] = _ignore
    """Told of interruptions, resumptions and titles of a live source, on the reading thread."""
