"""What the controller asks of a device, and what the device tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from streamlation_desktop.cast.delivery import Delivery
from streamlation_desktop.core.casting import CastState


@dataclass(frozen=True, slots=True)
class LoadRequest:
    """Media to play."""

    base_url: str
    """At which the device reaches our server."""
    delivery: Delivery
    title: str
    position: float
    """Seconds of media time to begin at."""
    track: int | None
    """Caption track to show."""
    is_paused: bool = False


@dataclass(frozen=True, slots=True)
class PlayerReport:
    """What a device told last."""

    state: CastState
    position: float = 0.0
    duration: float | None = None
    volume: float | None = None
    is_muted: bool = False
    reason: str = ""
    """Why it failed, in the device's words."""


Report = Callable[[PlayerReport], None]
"""Called on the device's thread: returns at once."""


class DevicePlayer(Protocol):
    """One device. Every call may block for some seconds and raise `CastError`."""

    def connect(self) -> None:
        """Reach the device."""

    def load(self, request: LoadRequest) -> None:
        """Begin to play; how it went comes as reports."""

    def play(self) -> None:
        """Go on."""

    def pause(self) -> None:
        """Hold."""

    def seek(self, position: float) -> None:
        """Go to a media time; a paused device stays paused."""

    def set_volume(self, volume: float) -> None:
        """0..1."""

    def set_muted(self, is_muted: bool) -> None:
        """Without changing the volume."""

    def show_track(self, track: int | None) -> None:
        """Show one caption track, or none."""

    def poll(self) -> None:
        """Ask for a report."""

    def close(self, *, stop: bool) -> None:
        """Let go; with `stop`, the device ends what it plays."""
