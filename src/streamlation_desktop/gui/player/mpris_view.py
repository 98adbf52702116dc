"""What the desktop's player controls show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MediaView:
    """What the bus shows."""

    status: str = "Stopped"
    """As MPRIS names it: Playing, Paused or Stopped."""
    title: str = ""
    address: str = ""
    """URL of the media."""
    length: float | None = None
    """Seconds; None for a live stream."""
    speed: float = 1.0
    volume: float = 1.0

    @property
    def is_open(self) -> bool:
        """True when there is something to play."""
        return self.status != "Stopped"
