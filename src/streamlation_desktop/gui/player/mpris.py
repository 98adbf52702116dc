"""Media keys and the desktop's own player controls: the session bus, where there is one.

Run on Linux against a session bus of its own. Windows and macOS have nothing of the kind here: there the keys work
while the window is in front.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from streamlation_desktop.gui.player.mpris_interfaces import PlayerInterface
    from streamlation_desktop.gui.player.mpris_view import MediaView

log = logging.getLogger(__name__)

NAME = "org.mpris.MediaPlayer2.streamlation"
_PATIENCE = 1.0
"""Seconds for the bus to say that we have left; nobody waits for it."""


class MediaControls(QObject):
    """Shows the player on the bus from `show` on; without a bus, nothing happens."""

    asked = Signal(str, object)
    """A wish and its argument: ``play``, ``pause``, ``toggle``, ``rewind``, ``raise``, ``seek`` (seconds), ``speed``,
    ``volume``."""
    _heard = Signal(str, object)

    def __init__(
        self, position: Callable[[], float], speeds: tuple[float, float], parent: QObject | None = None
    ) -> None:
        """`position` is asked from another thread; `speeds` are the slowest and the fastest."""
        super().__init__(parent)
        self._position, self._speeds = position, speeds
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._player: PlayerInterface | None = None
        self._done: asyncio.Event | None = None
        self._is_closed = False
        self._lock = threading.Lock()  # guards what the thread sets (_loop, _player, _done), and _is_closed
        self._view: MediaView | None = None
        self._heard.connect(self.asked, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        """True while it is on the bus, or on its way there."""
        return self._thread is not None and self._thread.is_alive()

    def show(self, view: MediaView) -> None:
        """The player's state is this now."""
        self._view = view
        if self._thread is None and sys.platform == "linux":
            self._thread = threading.Thread(target=self._run, name="mpris", daemon=True)
            self._thread.start()
        self._call(lambda player: player.show(view))

    def tell_seeked(self, seconds: float) -> None:
        """The position jumped."""
        self._call(lambda player: player.seeked(seconds))

    def close(self) -> None:
        """Leave the bus."""
        with self._lock:
            self._is_closed = True
            if self._player is not None and self._loop is not None and self._done is not None:
                self._loop.call_soon_threadsafe(self._done.set)

    def _call(self, act: Callable[[PlayerInterface], object]) -> None:
        with self._lock:
            if self._player is not None and self._loop is not None:
                self._loop.call_soon_threadsafe(act, self._player)

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except Exception:  # the root of a thread
            log.exception("the media keys cannot be heard any more")

    async def _serve(self) -> None:
        from dbus_fast.aio import MessageBus
        from dbus_fast.constants import NameFlag, RequestNameReply
        from dbus_fast.errors import DBusFastError

        from streamlation_desktop.gui.player.mpris_interfaces import PATH, PlayerInterface, RootInterface

        try:
            bus = await MessageBus().connect()
        except (DBusFastError, OSError) as error:
            log.info("no session bus, so no media keys: %s", error)
            return
        player = PlayerInterface(self._heard.emit, self._position, self._speeds)
        if self._view is not None:
            player.view = self._view
        bus.export(PATH, RootInterface(self._heard.emit))
        bus.export(PATH, player)
        if await bus.request_name(NAME, NameFlag.DO_NOT_QUEUE) is RequestNameReply.EXISTS:
            await bus.request_name(f"{NAME}.instance{os.getpid()}")
        with self._lock:
            self._done = asyncio.Event()
            self._loop, self._player = asyncio.get_running_loop(), player
            if self._is_closed:
                self._done.set()
        if self._view is not None:
            player.show(self._view)
        closed = asyncio.ensure_future(self._done.wait())
        gone = asyncio.ensure_future(bus.wait_for_disconnect())  # type: ignore[no-untyped-call]
        await asyncio.wait((closed, gone), return_when=asyncio.FIRST_COMPLETED)
        with self._lock:
            self._player = None
        closed.cancel()
        bus.disconnect()
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.gather(closed, gone, return_exceptions=True), _PATIENCE)
