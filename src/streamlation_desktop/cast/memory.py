"""What casting remembers from one time to the next."""

from __future__ import annotations

from typing import Protocol

from streamlation_desktop.core.casting import DeliveryLevel


class LevelMemory(Protocol):
    """What each device was found to take."""

    def level(self, device_id: str) -> DeliveryLevel:
        """Where to begin with a device."""

    def learn(self, device_id: str, name: str, level: DeliveryLevel, reason: str = "") -> None:
        """Begin there next time."""
