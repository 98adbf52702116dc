"""What a source counts while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from streamlation_desktop.media.level import AudioLevel


@dataclass(slots=True)
class SourceCounters:
    """Written by the reading thread; any thread may look."""

    packets: int = 0
    bytes: int = 0
    """Size of the audio packets."""
    decode_errors: int = 0
    """Damaged packets, skipped; their time is silence."""
    read_errors: int = 0
    """Reads that failed for good: the rest of a truncated file. A live source that is lost is found again."""
    lost_segments: int = 0
    """Playlist segments that could not be fetched."""
    discontinuities: int = 0
    """Jumps of the time stamps that were closed up."""
    reconnects: int = 0
    gap_seconds: float = 0.0
    """Silence inserted where the media has none of its own."""
    dropped_seconds: float = 0.0
    """Audio of a live source that nobody fetched in time."""
    clipped_samples: int = 0
    level: AudioLevel = field(default=AudioLevel(0.0, 0.0, 0))
    """Of the latest chunk."""
