"""What a Chromecast tells of itself, by multicast or when asked."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import aiohttp
from zeroconf import ServiceInfo

from streamlation_desktop.core.casting import CastDevice, DeviceKind

CHROMECAST_SERVICE = "_googlecast._tcp.local."
PORT = 8009
_INFO_PORT = 8443
_INFO_SECONDS = 4.0
_VIDEO_OUT, _GROUP = 1, 32
"""Bits of the capabilities in ``ca``."""


def chromecast_of(info: ServiceInfo) -> CastDevice | None:
    """The device behind a service; None when it lacks what every real one tells."""
    text = {_decoded(key): _decoded(value) for key, value in info.properties.items()}
    addresses = info.parsed_addresses()
    try:
        identity = UUID(text.get("id", ""))
        capabilities = int(text.get("ca") or _VIDEO_OUT)
    except ValueError:
        return None
    if not addresses or info.port is None:
        return None
    return CastDevice(
        id=f"chromecast:{identity}",
        name=text.get("fn") or addresses[0],
        kind=DeviceKind.CHROMECAST,
        address=addresses[0],
        port=info.port,
        model=text.get("md", ""),
        has_video=bool(capabilities & _VIDEO_OUT),
        is_group=info.port != PORT or bool(capabilities & _GROUP and not capabilities & _VIDEO_OUT),
        note="It needs the Internet to start casting.",
    )


async def chromecast_at(address: str, port: int | None) -> CastDevice | None:
    """The Chromecast at an address, or None.

    With a port it is taken at its word: only the usual one has the page that describes the device.
    """
    described = await _described(address) if port in (None, PORT) else None
    if described is None:
        if not await _listens(address, port or PORT):
            return None
        described = {}
    detail = described.get("device_info", {})
    identity = _uuid(detail.get("ssdp_udn")) or uuid5(NAMESPACE_URL, f"cast://{address}:{port or PORT}")
    has_video = bool(detail.get("capabilities", {}).get("display_supported", True))
    return CastDevice(
        id=f"chromecast:{identity}",
        name=str(described.get("name") or address),
        kind=DeviceKind.CHROMECAST,
        address=address,
        port=port or PORT,
        model=str(detail.get("model_name") or ""),
        has_video=has_video,
        note="It needs the Internet to start casting.",
    )


async def _described(address: str) -> dict[str, Any] | None:
    url = f"https://{address}:{_INFO_PORT}/setup/eureka_info?params=device_info,name"
    timeout = aiohttp.ClientTimeout(total=_INFO_SECONDS)
    try:
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(url, ssl=False) as answer:
            data = await answer.json(content_type=None)
    except (aiohttp.ClientError, TimeoutError, ValueError, OSError):
        return None
    return data if isinstance(data, dict) else None


async def _listens(address: str, port: int) -> bool:
    try:
        async with asyncio.timeout(_INFO_SECONDS):
            _, writer = await asyncio.open_connection(address, port)
    except (OSError, TimeoutError):
        return False
    writer.close()
    return True


def _uuid(text: object) -> UUID | None:
    try:
        return UUID(str(text))
    except ValueError:
        return None


def _decoded(value: bytes | str | None) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value or ""
