"""What casting remembers from one time to the next."""

from __future__ import annotations

from typing import Protocol

from streamlation_desktop.core.casting import DeliveryLevel
from streamlation_desktop.core.events import CastTelemetry


class LevelMemory(Protocol):
    """What each device was found to take."""

    def level(self, device_id: str) -> DeliveryLevel:
        """Where to begin with a device."""

    def learn(self, device_id: str, name: str, level: DeliveryLevel, reason: str = "") -> None:
        """Begin there next time."""

    def delay(self, device_id: str) -> float | None:
        """Seconds that it is to be behind live streams; None: as late as captions need."""

    def set_delay(self, device_id: str, seconds: float | None) -> None:
        """Keep that."""

    def note_play(self, device_id: str, name: str, began: float, telemetry: CastTelemetry) -> None:
        """Keep how it played; `began` is in seconds since the epoch."""
