"""What the reader needs from a sound system."""

from __future__ import annotations

from typing import Protocol

from streamlation_desktop.capture.devices import CaptureDevice
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.types import Samples


class CaptureStream(Protocol):
    """A device that is being heard."""

    def read(self, timeout: float) -> Samples:
        """Samples at 16 kHz, mono; empty when none came within `timeout` seconds.

        Raises:
            SourceLost: the device is gone.
        """

    def close(self) -> None:
        """Let go of it; safe to call twice."""


class CaptureBackend(Protocol):
    """A sound system."""

    def devices(self) -> list[CaptureDevice]:
        """What is there now."""

    def open(self, device: CaptureDevice, token: CancelToken) -> CaptureStream:
        """Begin to listen.

        Raises:
            SourceError: it cannot be had: gone, busy, or not allowed.
        """
