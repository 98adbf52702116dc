"""What devices of the network tell."""

from __future__ import annotations

from dataclasses import dataclass

from streamlation_desktop.core.casting import CastDevice, CastStatus
from streamlation_desktop.core.events.base import ErrorInfo, Event


@dataclass(frozen=True, slots=True)
class CastDevicesChanged(Event):
    """A device came, went or changed; these are there now."""

    devices: tuple[CastDevice, ...]


@dataclass(frozen=True, slots=True)
class CastChanged(Event):
    """What the device does; `error` says why it failed."""

    status: CastStatus
    error: ErrorInfo | None = None


@dataclass(frozen=True, slots=True)
class CastTelemetry(Event):
    """Measurement of one device so far."""

    buffering_seconds: float
    """Time spent waiting for data after the first picture."""
    stalls: int
    requests: int
    """Answered by our server."""
    drift: float
    """Seconds that the device is ahead of its own clock since the last seek; negative: behind."""
    late: int = 0
    """Segments that went out without their captions."""
