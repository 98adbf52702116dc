"""The one server of this process: an asyncio loop in a thread of its own. Nothing listens until asked."""

from __future__ import annotations

import asyncio
import errno
import ipaddress
import socket
import threading
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self, TypeVar

from aiohttp import web

from streamlation_desktop.cast.network import address_towards
from streamlation_desktop.cast.shares import ShareTable
from streamlation_desktop.core.errors import NoNetwork, UsageError
from streamlation_desktop.web.guard import ConnectionLimits, guarded
from streamlation_desktop.web.media import SHARES, add_media_routes
from streamlation_desktop.web.middleware import HOSTS, guard

T = TypeVar("T")
AddRoutes = Callable[[web.Application], None]

MAX_BODY = 64 * 1024
_BACKLOG = 128
_STOP_SECONDS = 5.0


@dataclass(slots=True)
class Listener:
    """One address that is listened on."""

    url: str
    runner: web.AppRunner
    server: asyncio.Server
    limits: ConnectionLimits
    users: int = 1
    is_media: bool = False


@dataclass(slots=True)
class LocalServer:
    """Started on first use, closed at the end; a context manager. Call it from any thread but its own."""

    shares: ShareTable = field(default_factory=ShareTable)
    media_routes: Sequence[AddRoutes] = field(default_factory=lambda: [add_media_routes])
    """What a device of the network may reach."""
    media_port: int = 0
    """Fixed where a firewall wants it so; 0: any."""
    _loop: asyncio.AbstractEventLoop | None = None
    _thread: threading.Thread | None = None
    _listeners: list[Listener] = field(default_factory=list)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The server's loop; its thread is started when it is not there yet."""
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(target=self._serve, args=(self._loop,), name="web-loop", daemon=True)
                self._thread.start()
            return self._loop

    def call(self, work: Coroutine[Any, Any, T], timeout: float | None = 30.0) -> T:
        """Run a coroutine in the loop and wait for it."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(timeout)

    def media_url(self, peer: str) -> str:
        """See `MediaHost.media_url`."""
        address = address_towards(peer)
        with self._lock:
            for listener in self._listeners:
                if listener.is_media and listener.url.startswith(f"http://{_bracketed(address)}:"):
                    listener.users += 1
                    return listener.url
            return self.listen(address, self.media_port, self.media_routes, is_media=True)

    def listen(self, host: str, port: int, routes: Sequence[AddRoutes], *, is_media: bool = False) -> str:
        """Serve `routes` at one address; returns its URL.

        Raises:
            UsageError: not one address of this machine.
            NoNetwork: it cannot be bound, or the port is taken.
        """
        bound = _bind(host, port)
        listener = self.call(self._open(bound, host, routes))
        listener.is_media = is_media
        with self._lock:
            self._listeners.append(listener)
        return listener.url

    def release(self, url: str) -> None:
        """See `MediaHost.release`."""
        with self._lock:
            listener = next((known for known in self._listeners if known.url == url), None)
            if listener is None:
                return
            listener.users -= 1
            if listener.users:
                return
            self._listeners.remove(listener)
        self.call(_close(listener))

    def open_connections(self) -> int:
        """Of all listeners."""
        return sum(len(listener.limits.open) for listener in self._listeners)

    def close(self) -> None:
        """Stop listening, cut every connection, end the thread. Idempotent."""
        with self._lock:
            loop, thread, listeners = self._loop, self._thread, self._listeners
            self._loop, self._thread, self._listeners = None, None, []
        if loop is None or thread is None:
            return
        for listener in listeners:
            asyncio.run_coroutine_threadsafe(_close(listener), loop).result(_STOP_SECONDS)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(_STOP_SECONDS)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _serve(self, loop: asyncio.AbstractEventLoop) -> None:
        asyncio.set_event_loop(loop)
        try:
            loop.run_forever()
        finally:
            tasks = asyncio.all_tasks(loop)
            for task in tasks:
                task.cancel()
            loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
            loop.close()

    async def _open(self, bound: socket.socket, host: str, routes: Sequence[AddRoutes]) -> Listener:
        app = web.Application(middlewares=[guard], client_max_size=MAX_BODY)
        app[SHARES] = self.shares
        app[HOSTS] = _host_names(bound, host)
        for add in routes:
            add(app)
        runner = web.AppRunner(
            app, access_log=None, keepalive_timeout=30, shutdown_timeout=1, handler_cancellation=True
        )
        await runner.setup()
        assert runner.server is not None
        limits = ConnectionLimits()
        server = await asyncio.get_running_loop().create_server(
            guarded(runner.server, limits), sock=bound, backlog=_BACKLOG
        )
        return Listener(_url(bound), runner, server, limits)


async def _close(listener: Listener) -> None:
    listener.server.close()
    await listener.runner.cleanup()
    for connection in tuple(listener.limits.open):
        connection.cut()


def _bind(host: str, port: int) -> socket.socket:
    address = "127.0.0.1" if host == "localhost" else host
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        raise UsageError(
            f"not an address: {host}", hint="Give an address of this machine, such as 127.0.0.1."
        ) from None
    if parsed.is_unspecified or parsed.is_multicast:
        raise UsageError(f"{host} would be every network at once", hint="Give the one address to listen on.")
    bound = socket.socket(socket.AF_INET6 if parsed.version == 6 else socket.AF_INET, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((address, port))
    except OSError as exc:
        bound.close()
        raise _cannot_bind(address, port, exc) from exc
    bound.setblocking(False)
    return bound


def _cannot_bind(address: str, port: int, exc: OSError) -> NoNetwork:
    if exc.errno == errno.EADDRINUSE:
        return NoNetwork(f"port {port} is taken by another program", hint="Choose another one with --port.")
    if exc.errno == errno.EACCES:
        return NoNetwork(f"port {port} needs special rights", hint="Choose one above 1023 with --port.")
    return NoNetwork(f"{address} is no address of this machine", hint="Give one of its addresses with --host.")


def _url(bound: socket.socket) -> str:
    address, port = bound.getsockname()[:2]
    return f"http://{_bracketed(address)}:{port}"


def _host_names(bound: socket.socket, host: str) -> set[str]:
    address, port = bound.getsockname()[:2]
    names = {f"{_bracketed(address)}:{port}"}
    if port == 80:
        names.add(_bracketed(address))
    if ipaddress.ip_address(address.partition("%")[0]).is_loopback or host == "localhost":
        names.add(f"localhost:{port}")
    return names


def _bracketed(address: str) -> str:
    return f"[{address}]" if ":" in address else address
