"""Finds devices: one shared zeroconf for all kinds, and addresses given by hand."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, TypeVar

from zeroconf import IPVersion, ServiceStateChange, Zeroconf
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from streamlation_desktop.cast.airplay_devices import AIRPLAY_SERVICES, airplay_at, airplay_devices
from streamlation_desktop.cast.chromecast_devices import CHROMECAST_SERVICE, chromecast_at, chromecast_of
from streamlation_desktop.cast.network import is_address
from streamlation_desktop.core.casting import CastDevice
from streamlation_desktop.core.errors import DeviceNotFound, NoNetwork
from streamlation_desktop.core.events import CastDevicesChanged, EventBus

_RESOLVE_MS = 3000
_SETTLE_SECONDS = 0.3
_TIMEOUT = 15.0

T = TypeVar("T")


@dataclass(slots=True)
class Discovery:
    """Looks while it is started; safe to call from any thread but the loop's."""

    loop: Callable[[], asyncio.AbstractEventLoop]
    """Of the server: started on first use."""
    events: EventBus
    _zeroconf: AsyncZeroconf | None = None
    _browser: AsyncServiceBrowser | None = None
    _chromecasts: dict[str, CastDevice] = field(default_factory=dict)
    """By the name of their service."""
    _airplay: tuple[CastDevice, ...] = ()
    _refresh: asyncio.TimerHandle | None = None
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def start(self) -> None:
        """Begin to look. Idempotent.

        Raises:
            NoNetwork: no interface takes part in multicast.
        """
        self._call(self._start())

    def devices(self) -> tuple[CastDevice, ...]:
        """What is there now, by name."""
        with self._changed:
            found = (*self._chromecasts.values(), *self._airplay)
        return tuple(sorted(found, key=lambda device: (device.name.casefold(), device.kind.value)))

    def find(self, wanted: str, seconds: float) -> CastDevice:
        """The device of that name, id or address; names in any case, and their beginning suffices.

        Raises:
            DeviceNotFound: there is none, or more than one.
            NoNetwork: looking is not possible.
        """
        host, _, port = wanted.rpartition(":") if wanted.count(":") == 1 else (wanted, "", "")
        if is_address(host):
            return self.at(host, int(port) if port.isdigit() else None)
        self.start()
        deadline = time.monotonic() + seconds
        with self._changed:
            while not (found := _matching(wanted, self.devices())):
                left = deadline - time.monotonic()
                if left <= 0:
                    break
                self._changed.wait(left)
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(f"{device.name} ({device.kind.value}, {device.address})" for device in found)
            raise DeviceNotFound(f"{wanted} could be {names}", hint="Give the address instead.")
        known = ", ".join(device.name for device in self.devices()) or "none"
        raise DeviceNotFound(
            f"no device called {wanted} was found (found: {known})",
            hint="Is it in the same network? Where multicast is blocked, give its address: --device 192.168.1.20",
        )

    def at(self, address: str, port: int | None = None) -> CastDevice:
        """The device at an address.

        Args:
            port: of a Chromecast that is not at the usual one.

        Raises:
            DeviceNotFound: nothing that plays answers there.
        """
        return self._call(self._at(address, port))

    def stop(self) -> None:
        """Look no longer. Idempotent."""
        if self._zeroconf is not None:
            self._call(self._stop())

    def _call(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self.loop()).result(_TIMEOUT)

    async def _start(self) -> None:
        if self._zeroconf is not None:
            return
        try:
            self._zeroconf = AsyncZeroconf(ip_version=IPVersion.V4Only)
        except OSError as exc:
            raise NoNetwork(
                f"devices cannot be looked for: no network interface takes part in multicast ({exc.strerror})",
                hint="Connect to the network of the device, or give its address.",
            ) from exc
        self._browser = AsyncServiceBrowser(
            self._zeroconf.zeroconf, [CHROMECAST_SERVICE, *AIRPLAY_SERVICES], handlers=[self._service_changed]
        )

    async def _stop(self) -> None:
        zeroconf, self._zeroconf = self._zeroconf, None
        if self._refresh is not None:
            self._refresh.cancel()
        for task in tuple(self._tasks):
            task.cancel()
        if self._browser is not None:
            await self._browser.async_cancel()
        if zeroconf is not None:
            await zeroconf.async_close()

    def _service_changed(
        self, zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange
    ) -> None:
        if service_type != CHROMECAST_SERVICE:
            self._refresh_airplay()
        elif state_change is ServiceStateChange.Removed:
            with self._changed:
                self._chromecasts.pop(name, None)
            self._tell()
        else:
            self._spawn(self._resolve(zeroconf, name))

    async def _resolve(self, zeroconf: Zeroconf, name: str) -> None:
        info = AsyncServiceInfo(CHROMECAST_SERVICE, name)
        if not await info.async_request(zeroconf, _RESOLVE_MS):
            return
        device = chromecast_of(info)
        if device is not None:
            with self._changed:
                self._chromecasts[name] = device
            self._tell()

    def _refresh_airplay(self) -> None:
        """Soon: the services of one device come one after the other."""
        if self._refresh is not None:
            self._refresh.cancel()
        self._refresh = asyncio.get_running_loop().call_later(
            _SETTLE_SECONDS, lambda: self._spawn(self._scan_airplay())
        )

    async def _scan_airplay(self) -> None:
        if self._zeroconf is None:
            return
        found = await airplay_devices(asyncio.get_running_loop(), self._zeroconf)
        with self._changed:
            self._airplay = found
        self._tell()

    async def _at(self, address: str, port: int | None) -> CastDevice:
        device = await chromecast_at(address, port)
        if device is None and port is None:
            device = await airplay_at(asyncio.get_running_loop(), address)
        if device is None:
            raise DeviceNotFound(
                f"nothing that we can play on answers at {address}",
                hint="Check the address; the device must be switched on and in reach of this computer.",
            )
        return device

    def _tell(self) -> None:
        with self._changed:
            self._changed.notify_all()
        self.events.publish(CastDevicesChanged(self.devices()))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _matching(wanted: str, devices: tuple[CastDevice, ...]) -> list[CastDevice]:
    name = wanted.casefold()
    exact = [device for device in devices if name in (device.name.casefold(), device.id.casefold())]
    return exact or [device for device in devices if device.name.casefold().startswith(name)]
