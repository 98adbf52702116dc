"""What AirPlay devices tell of themselves."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

import pyatv
from pyatv.const import PairingRequirement, Protocol
from pyatv.interface import BaseConfig
from zeroconf.asyncio import AsyncZeroconf

from streamlation_desktop.core.casting import CastDevice, DeviceKind

AIRPLAY_SERVICES = (
    "_airplay._tcp.local.",
    "_raop._tcp.local.",
    "_companion-link._tcp.local.",
    "_mediaremotetv._tcp.local.",
    "_device-info._udp.local.",
    "_sleep-proxy._udp.local.",
    "_appletv-v2._tcp.local.",
    "_touch-able._tcp.local.",
    "_hscp._tcp.local.",
)
"""All that pyatv reads from the cache: it asks nothing itself when it is given a zeroconf."""
_SCAN_SECONDS = 4
_AUDIO_ONLY = "Sound only: no AirPlay device takes captions beside a video. Use the companion page for them."


async def airplay_devices(loop: asyncio.AbstractEventLoop, zeroconf: AsyncZeroconf) -> tuple[CastDevice, ...]:
    """What the shared zeroconf knows now."""
    return _devices(await pyatv.scan(loop, aiozc=zeroconf))


async def airplay_at(loop: asyncio.AbstractEventLoop, address: str) -> CastDevice | None:
    """The AirPlay device at an address, or None."""
    found = _devices(await pyatv.scan(loop, timeout=_SCAN_SECONDS, hosts=[address]))
    return found[0] if found else None


def _devices(found: Iterable[BaseConfig]) -> tuple[CastDevice, ...]:
    return tuple(device for config in found if (device := airplay_of(config)) is not None)


def airplay_of(config: BaseConfig) -> CastDevice | None:
    """The device of a configuration; None when it takes no sound."""
    sound = config.get_service(Protocol.RAOP) or config.get_service(Protocol.AirPlay)
    if sound is None or config.identifier is None:
        return None
    refused = sound.pairing in (PairingRequirement.Unsupported, PairingRequirement.Disabled)
    return CastDevice(
        id=f"airplay:{config.identifier}",
        name=config.name,
        kind=DeviceKind.AIRPLAY,
        address=str(config.address),
        port=sound.port,
        model=config.device_info.raw_model or config.device_info.model_str,
        has_video=False,
        needs_pairing=sound.pairing is PairingRequirement.Mandatory,
        note="It takes connections from its own home alone." if refused else _AUDIO_ONLY,
    )
