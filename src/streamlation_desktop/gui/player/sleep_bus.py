"""Staying awake on a freedesktop system, by the screen saver's interface on the session bus."""

from __future__ import annotations

import asyncio
import logging
import threading

from streamlation_desktop.core.start_soon import start_soon

log = logging.getLogger(__name__)

_SERVICE = "org.freedesktop.ScreenSaver"
_PATH = "/org/freedesktop/ScreenSaver"


class BusInhibitor:
    """An inhibition lasts as long as its connection to the bus, so each has a connection, and a thread, of its own.

    Qt connects on the thread that asks, and without a bus forks to look for one each time: either held the window up.
    A sandbox must allow talking to the service.
    """

    def __init__(self, app: str, reason: str) -> None:
        self._arguments = [app, reason]
        self._inhibition: _Inhibition | None = None

    def inhibit(self) -> None:
        """See `Inhibitor`; waits for nothing."""
        self.release()
        self._inhibition = _Inhibition(self._arguments)

    def release(self) -> None:
        """See `Inhibitor`."""
        if self._inhibition is not None:
            self._inhibition.end()
        self._inhibition = None


class _Inhibition:
    """Lasts from now on until `end`."""

    def __init__(self, arguments: list[str]) -> None:
        self._arguments = arguments
        self._ended = asyncio.Event()
        self._loop = asyncio.new_event_loop()
        self._lock = threading.Lock()  # guards the end of _loop
        self.has_ended = threading.Event()
        start_soon(threading.Thread(target=self._run, name="awake", daemon=True))

    def end(self) -> None:
        with self._lock:
            if not self._loop.is_closed():
                self._loop.call_soon_threadsafe(self._ended.set)

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._hold())
        except Exception:  # the root of a thread
            log.exception("the screen may go dark")
        finally:
            with self._lock:
                self._loop.close()
            self.has_ended.set()

    async def _hold(self) -> None:
        from dbus_fast import Message
        from dbus_fast.aio import MessageBus
        from dbus_fast.errors import DBusFastError

        try:
            bus = await MessageBus().connect()
        except (DBusFastError, OSError) as error:
            log.info("no session bus, so the screen may go dark: %s", error)
            return
        call = Message(_SERVICE, _PATH, _SERVICE, "Inhibit", signature="ss", body=self._arguments)
        await asyncio.wait((bus.send(call), asyncio.ensure_future(self._ended.wait())))
        bus.disconnect()
        await asyncio.wait((asyncio.ensure_future(bus.wait_for_disconnect()),))  # type: ignore[no-untyped-call]
