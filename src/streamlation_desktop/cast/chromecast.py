"""Chromecast through Google's Default Media Receiver, with messages of our own where the library's do not suffice."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from uuid import UUID

from pychromecast import Chromecast
from pychromecast.controllers.media import MediaStatus, MediaStatusListener
from pychromecast.controllers.receiver import CastStatus, CastStatusListener
from pychromecast.error import NotConnected, PyChromecastError, RequestFailed, RequestTimeout
from pychromecast.models import CastInfo, HostServiceInfo, MDNSServiceInfo
from pychromecast.socket_client import ConnectionStatus, ConnectionStatusListener

from streamlation_desktop.cast.chromecast_messages import edit_tracks_message, load_message, report_of
from streamlation_desktop.cast.chromecast_socket import steady
from streamlation_desktop.cast.player import LoadRequest, PlayerReport, Report
from streamlation_desktop.core.casting import CastDevice, CastState
from streamlation_desktop.core.errors import DeviceLost, DeviceNotFound

_CONNECT_SECONDS = 10.0
_REQUEST_SECONDS = 10.0
_RETRY_SECONDS = 2.0
_LOST = ("LOST", "CONNECTING", "FAILED", "FAILED_RESOLVE")


class ChromecastPlayer:
    """See `DevicePlayer`. The library's socket thread brings the reports."""

    def __init__(self, device: CastDevice, report: Report) -> None:
        self._device = device
        self._report = report
        self._cast: Chromecast | None = None
        self._last = PlayerReport(CastState.CONNECTING)
        self._passed_session: int | None = None
        self._is_connected = False
        self._is_cut = False
        """The connection broke, and nothing has come from the device since."""
        self._unanswered: LoadRequest | None = None
        """What it was told to play, until it answers."""

    def connect(self) -> None:
        """See `DevicePlayer.connect`."""
        device = self._device
        kind = "group" if device.is_group else "cast" if device.has_video else "audio"  # else it asks over HTTPS
        services: set[HostServiceInfo | MDNSServiceInfo] = {HostServiceInfo(device.address, device.port)}
        uuid = UUID(device.id.removeprefix("chromecast:"))
        info = CastInfo(services, uuid, device.model, device.name, device.address, device.port, kind, None)
        self._cast = Chromecast(info, tries=None, timeout=_REQUEST_SECONDS, retry_wait=_RETRY_SECONDS)
        steady(self._cast.socket_client)
        try:
            self._cast.wait(_CONNECT_SECONDS)
        except RequestTimeout as exc:
            self._cast.disconnect(1.0)
            raise DeviceNotFound(
                f"{device.name} does not answer at {device.address}",
                hint="Is it switched on, and in the same network as this computer?",
            ) from exc
        self._is_connected = True
        self._cast.media_controller.register_status_listener(_MediaListener(self._media_status))
        self._cast.register_status_listener(_VolumeListener(self._cast_status))
        self._cast.register_connection_listener(_ConnectionListener(self._connection))
        if self._cast.status is not None:
            self._cast_status(self._cast.status)

    def load(self, request: LoadRequest) -> None:
        """See `DevicePlayer.load`. What is lost with the connection is sent again when that is back."""
        self._unanswered = request
        if self._is_connected:
            self._send_load(request)

    def play(self) -> None:
        """See `DevicePlayer.play`."""
        with self._errors():
            self._controller().play(_REQUEST_SECONDS)

    def pause(self) -> None:
        """See `DevicePlayer.pause`."""
        with self._errors():
            self._controller().pause(_REQUEST_SECONDS)

    def seek(self, position: float) -> None:
        """See `DevicePlayer.seek`: without the library's PLAYBACK_START, which would end a pause."""
        self._command({"type": "SEEK", "currentTime": position})

    def set_volume(self, volume: float) -> None:
        """See `DevicePlayer.set_volume`."""
        with self._errors():
            self._chromecast().set_volume(volume)

    def set_muted(self, is_muted: bool) -> None:
        """See `DevicePlayer.set_muted`."""
        with self._errors():
            self._chromecast().set_volume_muted(is_muted)

    def show_track(self, track: int | None) -> None:
        """See `DevicePlayer.show_track`."""
        self._command(edit_tracks_message(track))

    def poll(self) -> None:
        """See `DevicePlayer.poll`."""
        if self._is_connected:
            with self._errors():
                self._controller().update_status()

    def close(self, *, stop: bool) -> None:
        """See `DevicePlayer.close`."""
        if self._cast is None:
            return
        try:
            if stop and self._is_connected:
                self._cast.quit_app(3.0)
        except PyChromecastError:
            pass  # it has gone: there is nothing left to stop
        finally:
            self._cast.disconnect(3.0)

    def _send_load(self, request: LoadRequest) -> None:
        controller = self._controller()
        # What the device still says of the media before this must not be taken for the outcome of this.
        self._passed_session = controller.status.media_session_id
        with self._errors(), suppress(NotConnected):
            controller.send_message(load_message(request), inc_session_id=True, callback_function=self._loaded)

    def _command(self, message: dict[str, Any]) -> None:
        controller = self._controller()
        session = controller.status.media_session_id
        if session is None:
            raise DeviceLost(f"{self._device.name} plays nothing of ours any more", hint="Start casting again.")
        answered = _Answer()
        with self._errors():
            controller.send_message(
                {**message, "mediaSessionId": session}, inc_session_id=True, callback_function=answered
            )
            answered.wait()

    def _media_status(self, status: MediaStatus) -> None:
        if status.media_session_id is None or status.media_session_id == self._passed_session:
            return
        report = report_of(status, self._last)
        if report is not None:
            self._tell(report)

    def _cast_status(self, status: CastStatus) -> None:
        if self._is_cut and self._is_connected:  # the first that it says after a break
            self._is_cut = False
            if self._unanswered is not None:
                self._send_load(self._unanswered)
        fixed = status.volume_control_type == "fixed"
        last = self._last
        self._tell(
            PlayerReport(
                last.state,
                last.position,
                last.duration,
                None if fixed else status.volume_level,
                bool(status.volume_muted),
                last.reason,
            )
        )

    def _connection(self, status: ConnectionStatus) -> None:
        last = self._last
        if status.status == "CONNECTED":
            self._is_connected = True
        elif status.status in _LOST:
            self._is_connected, self._is_cut = False, True
            self._report(PlayerReport(CastState.RECONNECTING, last.position, last.duration, last.volume, last.is_muted))

    def _loaded(self, is_sent: bool, response: dict[str, Any] | None) -> None:
        """A True is no success: the first answer may be an early status. A failure is one, though.

        No answer at all means that the connection broke: it is told again then.
        """
        if is_sent or response is not None:
            self._unanswered = None
        kind = (response or {}).get("type", "")
        if kind in ("LOAD_FAILED", "LAUNCH_ERROR", "INVALID_REQUEST", "INVALID_PLAYER_STATE"):
            detail = (response or {}).get("detailedErrorCode") or (response or {}).get("reason") or ""
            self._tell(PlayerReport(CastState.FAILED, reason=f"{kind} {detail}".strip()))

    def _tell(self, report: PlayerReport) -> None:
        self._last = report
        self._report(report)

    def _chromecast(self) -> Chromecast:
        if self._cast is None or not self._is_connected:
            raise DeviceLost(f"{self._device.name} is not connected", hint="It is being looked for; try again soon.")
        return self._cast

    def _controller(self) -> Any:
        return self._chromecast().media_controller

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (RequestTimeout, RequestFailed) as exc:
            raise DeviceLost(f"{self._device.name} does not answer", hint="Is it still switched on?") from exc
        except PyChromecastError as exc:
            raise DeviceLost(f"{self._device.name} is not reachable ({exc})") from exc


class _Answer:
    """Waits for the answer to a message, off the socket thread."""

    def __init__(self) -> None:
        self._came = threading.Event()
        self._is_sent = False

    def __call__(self, is_sent: bool, response: dict[str, Any] | None) -> None:
        self._is_sent = is_sent
        self._came.set()

    def wait(self) -> None:
        if not self._came.wait(_REQUEST_SECONDS):
            raise RequestTimeout("message", _REQUEST_SECONDS)
        if not self._is_sent:
            raise RequestFailed("message")


class _MediaListener(MediaStatusListener):
    def __init__(self, handle: Callable[[MediaStatus], None]) -> None:
        self._handle = handle

    def new_media_status(self, status: MediaStatus) -> None:
        self._handle(status)

    def load_media_failed(self, queue_item_id: int, error_code: int) -> None:
        """Told again, and more reliably, by the status and by the answer to LOAD."""


class _VolumeListener(CastStatusListener):
    def __init__(self, handle: Callable[[CastStatus], None]) -> None:
        self._handle = handle

    def new_cast_status(self, status: CastStatus) -> None:
        self._handle(status)


class _ConnectionListener(ConnectionStatusListener):
    def __init__(self, handle: Callable[[ConnectionStatus], None]) -> None:
        self._handle = handle

    def new_connection_status(self, status: ConnectionStatus) -> None:
        self._handle(status)
