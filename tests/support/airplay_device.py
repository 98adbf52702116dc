"""An AirPlay device that wants a PIN: the server half of HAP pairing is the library's own, with real SRP."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from pyatv.protocols.airplay.server_auth import AirPlayServerAuth
from pyatv.support.http import BasicHttpServer, HttpRequest, HttpResponse, http_server
from zeroconf import ServiceInfo

from streamlation_desktop.core.casting import CastDevice, DeviceKind
from tests.support.announcing import announcing
from tests.support.loopback import address_of_its_own

PIN = 2271
_TEXT = {
    "deviceid": "AA:BB:CC:DD:EE:01",
    "features": "0x4A7FDFD5,0xBC155FDE",
    "flags": "0x8",
    "model": "AppleTV6,2",
    "srcvers": "366.0",
}


class PinDevice(AirPlayServerAuth):
    """Counts what it is asked."""

    def __init__(self) -> None:
        super().__init__("Den", pin=PIN)
        self.shown = 0
        """How often it has shown its PIN."""

    def handle_pair_pin_start(self, request: HttpRequest) -> HttpResponse:
        self.shown += 1
        answer: HttpResponse = super().handle_pair_pin_start(request)
        return answer

    def enable_encryption(self, output_key: bytes, input_key: bytes) -> None:
        """Nothing is played on it."""


@contextmanager
def pin_device(loop: asyncio.AbstractEventLoop) -> Iterator[tuple[CastDevice, PinDevice]]:
    """Runs in `loop`; it answers to unicast questions on the loopback interface alone."""
    device, address = PinDevice(), address_of_its_own()

    async def start() -> tuple[asyncio.AbstractServer, int]:
        started: tuple[asyncio.AbstractServer, int] = await http_server(
            lambda: BasicHttpServer(device), address=address
        )
        return started

    server, port = asyncio.run_coroutine_threadsafe(start(), loop).result(10)
    try:
        with announcing(address) as zeroconf:
            zeroconf.register_service(
                ServiceInfo(
                    "_airplay._tcp.local.",
                    "Den._airplay._tcp.local.",
                    port,
                    properties=_TEXT,
                    server="den.local.",
                    parsed_addresses=[address],
                )
            )
            yield (
                CastDevice("airplay:AA:BB:CC:DD:EE:01", "Den", DeviceKind.AIRPLAY, address, port, needs_pairing=True),
                device,
            )
    finally:
        loop.call_soon_threadsafe(server.close)
