"""Pairing with an AirPlay device: it shows a PIN, the user types it, we keep what comes of it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import pyatv
from pyatv.const import PairingRequirement, Protocol
from pyatv.interface import BaseConfig, PairingHandler

from streamlation_desktop.cast.airplay import AIRPLAY_ERRORS
from streamlation_desktop.cast.credentials import CredentialStore
from streamlation_desktop.core.casting import CastDevice
from streamlation_desktop.core.errors import DeviceNotFound, PairingFailed

T = TypeVar("T")

_SCAN_SECONDS = 4
_CALL_SECONDS = 30.0


class AirPlayPairing:
    """One attempt: `begin`, then `finish` with the PIN that the device shows, then `close`."""

    def __init__(self, device: CastDevice, loop: asyncio.AbstractEventLoop, credentials: CredentialStore) -> None:
        self._device = device
        self._loop = loop
        self._credentials = credentials
        self._handler: PairingHandler | None = None

    def begin(self) -> None:
        """The device shows a PIN from now on.

        Raises:
            DeviceNotFound: it does not answer.
            PairingFailed: it takes no pairing.
        """
        self._call(self._begin())

    def finish(self, pin: str) -> None:
        """Complete with the PIN, and keep the credentials.

        Raises:
            PairingFailed: the PIN is wrong.
            StorageError: the credentials cannot be kept.
        """
        hint = "Is the PIN the one on its screen? Each attempt shows a new one."
        protocol, secret = self._call(self._finish(pin), f"{self._device.name} did not accept the PIN", hint)
        self._credentials.set(self._device.id, protocol.name, secret)

    def close(self) -> None:
        """End the attempt."""
        handler, self._handler = self._handler, None
        if handler is not None:
            self._call(handler.close())

    async def _begin(self) -> None:
        found = await pyatv.scan(self._loop, timeout=_SCAN_SECONDS, hosts=[self._device.address])
        if not found:
            raise DeviceNotFound(f"{self._device.name} does not answer", hint="Is it switched on?")
        self._handler = await pyatv.pair(found[0], self._protocol(found[0]), self._loop, name="Streamlation")
        await self._handler.begin()

    def _protocol(self, config: BaseConfig) -> Protocol:
        for protocol in (Protocol.AirPlay, Protocol.RAOP):
            service = config.get_service(protocol)
            if service is not None and service.pairing in (PairingRequirement.Mandatory, PairingRequirement.Optional):
                return protocol
        raise PairingFailed(
            f"{self._device.name} takes no pairing",
            hint="Allow everyone on the same network in its AirPlay settings.",
        )

    async def _finish(self, pin: str) -> tuple[Protocol, str]:
        handler = self._handler
        if handler is None:
            raise PairingFailed("pairing was not begun")
        digits = pin.strip().replace(" ", "")
        if not (digits.isascii() and digits.isdigit()):
            raise PairingFailed("a PIN is made of digits", hint="It is on the screen of the device.")
        handler.pin(digits)
        await handler.finish()
        secret = handler.service.credentials
        if not handler.has_paired or secret is None:
            raise PairingFailed(f"{self._device.name} did not accept the PIN", hint="Each attempt shows a new one.")
        return handler.service.protocol, secret

    def _call(self, work: Coroutine[Any, Any, T], failure: str = "", hint: str = "Try again.") -> T:
        try:
            return asyncio.run_coroutine_threadsafe(work, self._loop).result(_CALL_SECONDS)
        except AIRPLAY_ERRORS as exc:
            failure = failure or f"{self._device.name} could not be paired"
            raise PairingFailed(f"{failure} ({exc or type(exc).__name__})", hint=hint) from exc
