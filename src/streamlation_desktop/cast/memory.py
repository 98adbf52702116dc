"""What casting remembers from one time to the next."""

from __future__ import annotations

from typing import Protocol

from streamlation_desktop.core.casting import CastTiming, DeliveryLevel
from streamlation_desktop.core.events import CastTelemetry


class LevelMemory(Protocol):
    """What each device was found to take."""

    def level(self, device_id: str) -> DeliveryLevel:
        """Where to begin with a device."""

    def learn(self, device_id: str, name: str, level: DeliveryLevel, reason: str = "") -> None:
        """Begin there next time."""

    def timing(self, device_id: str) -> CastTiming:
        """How far behind live streams it is to be."""

    def set_timing(self, device_id: str, timing: CastTiming) -> None:
        """Keep that."""

    def note_play(self, device_id: str, name: str, began: float, telemetry: CastTelemetry) -> None:
        """Keep how it played; `began` is in seconds since the epoch."""
