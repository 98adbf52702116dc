"""AirPlay sound (RAOP) through pyatv: we push MP3, the device plays about two seconds later."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Coroutine
from typing import Any, TypeVar

import pyatv
from pyatv import exceptions
from pyatv.const import Protocol
from pyatv.interface import AppleTV, BaseConfig, MediaMetadata

from streamlation_desktop.cast.airplay_sound import SoundPump
from streamlation_desktop.cast.airplay_workaround import deep_buffer, workaround_for
from streamlation_desktop.cast.credentials import CredentialStore
from streamlation_desktop.cast.player import LoadRequest, PlayerReport, Report
from streamlation_desktop.core.casting import CastDevice, CastState
from streamlation_desktop.core.errors import CastError, DeviceLost, DeviceNotFound, PairingFailed

T = TypeVar("T")

LATENCY = 2.0
"""Seconds between what is sent and what is heard."""
AIRPLAY_ERRORS: tuple[type[Exception], ...] = (
    OSError,
    RuntimeError,
    LookupError,
    TypeError,
    ValueError,
    TimeoutError,
    *(kind for kind in vars(exceptions).values() if isinstance(kind, type) and issubclass(kind, Exception)),
)
"""Whatever pyatv lets out: beside its own, KeyError, RuntimeError, TypeError and plistlib's ValueError were seen."""
_SCAN_SECONDS = 4
_CALL_SECONDS = 20.0


class AirPlayPlayer:
    """See `DevicePlayer`. RAOP knows no pause and no seek: the stream is ended and begun anew."""

    def __init__(
        self, device: CastDevice, report: Report, loop: asyncio.AbstractEventLoop, credentials: CredentialStore
    ) -> None:
        self._device = device
        self._report = report
        self._loop = loop
        self._credentials = credentials
        self._config: BaseConfig | None = None
        self._atv: AppleTV | None = None
        self._request: LoadRequest | None = None
        self._pump: SoundPump | None = None
        self._playing: asyncio.Task[None] | None = None
        self._position = 0.0
        self._begun: float | None = None
        """Monotonic time at which the sound of `_position` is heard."""
        self._lock = threading.Lock()

    def connect(self) -> None:
        """See `DevicePlayer.connect`."""
        self._call(self._connect())

    def load(self, request: LoadRequest) -> None:
        """See `DevicePlayer.load`."""
        self._end()
        self._request, self._position = request, request.position
        if request.is_paused:
            self._tell(CastState.PAUSED)
        else:
            self._begin()

    def play(self) -> None:
        """See `DevicePlayer.play`."""
        if self._begun is None:
            self._begin()

    def pause(self) -> None:
        """See `DevicePlayer.pause`."""
        self._position = self._heard()
        self._end()
        self._tell(CastState.PAUSED)

    def seek(self, position: float) -> None:
        """See `DevicePlayer.seek`."""
        was_playing = self._begun is not None
        self._end()
        self._position = position
        if was_playing:
            self._begin()
        else:
            self._tell(CastState.PAUSED)

    def set_volume(self, volume: float) -> None:
        """See `DevicePlayer.set_volume`."""
        self._call(self._connected().audio.set_volume(volume * 100))
        self.poll()

    def set_muted(self, is_muted: bool) -> None:
        """See `DevicePlayer.set_muted`."""
        raise CastError("AirPlay knows no mute", hint="Turn the volume down.")

    def show_track(self, track: int | None) -> None:
        """See `DevicePlayer.show_track`: there is no picture."""

    def poll(self) -> None:
        """See `DevicePlayer.poll`."""
        self._tell(CastState.PLAYING if self._begun is not None else CastState.PAUSED)

    def close(self, *, stop: bool) -> None:
        """See `DevicePlayer.close`."""
        self._end()
        atv, self._atv = self._atv, None
        if atv is not None:
            self._call(_closed(atv))

    async def _connect(self) -> None:
        try:
            found = await pyatv.scan(self._loop, timeout=_SCAN_SECONDS, hosts=[self._device.address])
        except AIRPLAY_ERRORS as exc:
            raise self._translated(exc) from exc
        if not found:
            raise DeviceNotFound(
                f"{self._device.name} does not answer at {self._device.address}",
                hint="Is it switched on, and in the same network as this computer?",
            )
        self._config = found[0]
        for protocol in (Protocol.AirPlay, Protocol.RAOP):
            secret = await asyncio.to_thread(self._credentials.get, self._device.id, protocol.name)
            if secret:
                self._config.set_credentials(protocol, secret)
        try:
            self._atv = await pyatv.connect(self._config, self._loop)
        except AIRPLAY_ERRORS as exc:
            raise self._translated(exc) from exc

    def _begin(self) -> None:
        request, atv = self._request, self._connected()
        if request is None or request.delivery.sound is None:
            raise CastError("there is no sound to play")
        self._tell(CastState.BUFFERING)
        self._pump = SoundPump(request.delivery.sound, self._position, self._loop)
        self._begun = time.monotonic() + LATENCY
        self._playing = self._call(self._start(atv, self._pump, request.title))
        self._tell(CastState.PLAYING)

    async def _start(self, atv: AppleTV, pump: SoundPump, title: str) -> asyncio.Task[None]:
        return asyncio.ensure_future(self._stream(atv, pump, title))

    async def _stream(self, atv: AppleTV, pump: SoundPump, title: str) -> None:
        pump.start()
        try:
            assert self._config is not None
            with workaround_for(self._config), deep_buffer():
                await atv.stream.stream_file(pump.reader, MediaMetadata(title=title))
        except asyncio.CancelledError:
            raise
        except AIRPLAY_ERRORS as exc:
            self._begun = None
            error = pump.failure or self._translated(exc)
            self._report(PlayerReport(CastState.FAILED, self._position, reason=str(error)))
        else:
            self._position, self._begun = self._heard(), None
            self._tell(CastState.ENDED)
        finally:
            pump.stop()

    def _end(self) -> None:
        self._begun = None
        playing, self._playing = self._playing, None
        if self._pump is not None:
            self._pump.stop()
        if playing is not None:
            self._call(_cancelled(playing))

    def _heard(self) -> float:
        if self._begun is None:
            return self._position
        slip = 0.0
        if self._pump is not None and self._pump.first is not None:  # a live stream begins where it is
            self._position, slip = self._pump.first, self._pump.slip
        return self._position + max(0.0, time.monotonic() - self._begun - slip)

    def _tell(self, state: CastState) -> None:
        volume = None
        if self._atv is not None:
            try:
                volume = self._atv.audio.volume / 100
            except AIRPLAY_ERRORS:  # it does not say
                volume = None
        self._report(PlayerReport(state, self._heard(), None, volume))

    def _connected(self) -> AppleTV:
        if self._atv is None:
            raise DeviceLost(f"{self._device.name} is not connected")
        return self._atv

    def _call(self, work: Coroutine[Any, Any, T]) -> T:
        """Run in the loop from the controller's thread."""
        try:
            return asyncio.run_coroutine_threadsafe(work, self._loop).result(_CALL_SECONDS)
        except CastError:
            raise
        except AIRPLAY_ERRORS as exc:
            raise self._translated(exc) from exc

    def _translated(self, exc: BaseException) -> CastError:
        name = self._device.name
        if isinstance(exc, exceptions.AuthenticationError | exceptions.NoCredentialsError):
            return PairingFailed(f"{name} wants to be paired", hint=f'Pair it once: streamlation cast --pair "{name}"')
        if isinstance(exc, exceptions.NotSupportedError | exceptions.InvalidStateError):
            return CastError(f"{name} does not take this ({exc or type(exc).__name__})")
        return DeviceLost(f"{name} is not reachable ({exc or type(exc).__name__})", hint="Is it still switched on?")


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def _closed(atv: AppleTV) -> None:
    pending: list[Awaitable[Any]] = list(atv.close())
    await asyncio.gather(*pending, return_exceptions=True)
