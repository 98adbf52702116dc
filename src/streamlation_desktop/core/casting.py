"""Values about devices that play for us: what the window, the command line and the web page see of casting."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class DeviceKind(Enum):
    """How a device is spoken to."""

    CHROMECAST = "chromecast"
    AIRPLAY = "airplay"


@dataclass(frozen=True, slots=True)
class CastDevice:
    """A device of the network that can play."""

    id: str
    """Stable over restarts and changes of address."""
    name: str
    """As its owner calls it."""
    kind: DeviceKind
    address: str
    port: int
    model: str = ""
    has_video: bool = True
    is_group: bool = False
    needs_pairing: bool = False
    note: str = ""
    """What the user should know before picking it."""


@dataclass(frozen=True, slots=True)
class CastTiming:
    """How far behind live streams a device is; chosen for each device."""

    delay: float | None = None
    """Seconds behind the source at which media goes out; None: as late as its captions, or its voice, need."""
    buffer: float | None = None
    """Seconds of media that the device keeps before it; None: three segments."""


LONGEST_DELAY = 60.0
BUFFERS = (6.0, 20.0)
"""The least and the most seconds that a device can be asked to keep: a playlist holds 30."""


class CastState(Enum):
    """What a device is doing."""

    CONNECTING = "connecting"
    BUFFERING = "buffering"
    PLAYING = "playing"
    PAUSED = "paused"
    RECONNECTING = "reconnecting"
    ENDED = "ended"
    STOPPED = "stopped"
    FAILED = "failed"


class DeliveryLevel(Enum):
    """In which form the media goes to the device, from the least work to the most."""

    COPY = "copy"
    """The file as it is, captions beside it."""
    STREAM = "stream"
    """Segments with the captions as a rendition of their own."""
    BURNED = "burned"
    """Segments with the captions in the picture."""

    @property
    def next(self) -> DeliveryLevel | None:
        """What is tried when the device refuses this; None after the last."""
        chain = list(DeliveryLevel)
        position = chain.index(self) + 1
        return chain[position] if position < len(chain) else None


@dataclass(frozen=True, slots=True)
class CastStatus:
    """How casting stands."""

    state: CastState
    device: str
    """Name of the device."""
    position: float = 0.0
    """Seconds of media time."""
    duration: float | None = None
    volume: float | None = None
    """0..1; None where the device has none to set."""
    is_muted: bool = False
    level: DeliveryLevel | None = None
    language: str | None = None
    """Of the captions shown."""
