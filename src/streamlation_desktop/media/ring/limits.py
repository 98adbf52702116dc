"""How much of a live stream is kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class RingLimits:
    """Where a ring lies and how much it keeps."""

    folder: Path
    seconds: float = 600.0
    """Media time that can be gone back."""
    size: int = 2 << 30
    """Bytes on disk."""
    segment_seconds: float = 2.0
    """A segment ends at the first key frame after this."""
    shift: float = 0.0
    """Seconds added to media time: a session that goes on is older than its source."""
