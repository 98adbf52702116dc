"""Events to clients: WebSocket and server-sent events, with replay; a client that does not read is dropped."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from streamlation_desktop.web.feed import SessionFeed
from streamlation_desktop.web.middleware import HOSTS

SEND_SECONDS = 2.0
"""How long a client may take to read what was sent before it counts as gone."""
MAX_CLIENTS = 400
_HEARTBEAT = 20.0
_BUFFER = 64 * 1024


@dataclass(slots=True)
class StreamCounters:
    """What the metrics tell of clients."""

    clients: int = 0
    sent: int = 0
    dropped: int = 0
    """Clients that did not read."""


@dataclass(slots=True)
class Streams:
    """Serves feeds to any number of clients up to a limit."""

    counters: StreamCounters = field(default_factory=StreamCounters)
    send_seconds: float = SEND_SECONDS

    async def websocket(self, request: web.Request, feed: SessionFeed) -> web.StreamResponse:
        """Events as text messages; what the client sends is not listened to."""
        check_origin(request)
        after = _after(request)
        self._admit()
        try:
            socket = web.WebSocketResponse(
                heartbeat=_HEARTBEAT, compress=False, max_msg_size=4096, writer_limit=_BUFFER, timeout=self.send_seconds
            )
            await socket.prepare(request)
            sending = asyncio.create_task(self._send_all(request, socket, feed, after))
            try:
                async for message in socket:
                    if message.type is WSMsgType.ERROR:
                        break
            finally:
                sending.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await sending
            return socket
        finally:
            self.counters.clients -= 1

    async def server_sent(self, request: web.Request, feed: SessionFeed) -> web.StreamResponse:
        """The same as ``text/event-stream``; a browser comes back by itself with ``Last-Event-ID``."""
        after = _after(request)
        self._admit()
        try:
            response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
            await response.prepare(request)
            await response.write(b"retry: 1000\n\n")
            async for batch in _with_beats(feed.follow(after)):
                text = "".join(f"id: {_sequence(item)}\ndata: {item}\n\n" for item in batch) or ": beat\n\n"
                if not await self._in_time(response.write(text.encode())):
                    _abort(request)
                    break
                self.counters.sent += len(batch)
            return response
        finally:
            self.counters.clients -= 1

    async def _send_all(
        self, request: web.Request, socket: web.WebSocketResponse, feed: SessionFeed, after: int
    ) -> None:
        async for batch in feed.follow(after):
            for text in batch:
                if not await self._in_time(socket.send_str(text)):
                    _abort(request)
                    return
                self.counters.sent += 1
        await socket.close()

    async def _in_time(self, sending: Awaitable[None]) -> bool:
        try:
            async with asyncio.timeout(self.send_seconds):
                await sending
        except TimeoutError:
            self.counters.dropped += 1
            return False
        except (ConnectionError, RuntimeError):  # it has gone
            return False
        return True

    def _admit(self) -> None:
        if self.counters.clients >= MAX_CLIENTS:
            raise web.HTTPServiceUnavailable(reason="too many clients", headers={"Retry-After": "5"})
        self.counters.clients += 1


def check_origin(request: web.Request) -> None:
    """A page of another site may not listen: a browser sends WebSockets anywhere, whatever CORS says."""
    origin = request.headers.get("Origin")
    if origin is not None and origin.lower() not in {f"http://{host}" for host in request.app[HOSTS]}:
        raise web.HTTPForbidden(reason="foreign origin")


def _after(request: web.Request) -> int:
    text = request.query.get("after") or request.headers.get("Last-Event-ID") or "-1"
    try:
        after = int(text)
    except ValueError:
        raise web.HTTPBadRequest(reason="after is not a number") from None
    if not -1 <= after < 2**53:
        raise web.HTTPBadRequest(reason="after is out of range")
    return after


def _sequence(text: str) -> int:
    sequence: int = json.loads(text)["seq"]
    return sequence


def _abort(request: web.Request) -> None:
    if request.transport:
        request.transport.abort()


async def _with_beats(batches: AsyncIterator[list[str]]) -> AsyncIterator[list[str]]:
    """Empty batches between the others, so that a client that has gone is noticed."""
    following = aiter(batches)
    pending: asyncio.Task[list[str]] | None = None
    try:
        while True:
            pending = pending or asyncio.ensure_future(anext(following))
            done, _ = await asyncio.wait({pending}, timeout=_HEARTBEAT)
            if not done:
                yield []
                continue
            finished, pending = pending, None
            try:
                yield finished.result()
            except StopAsyncIteration:
                return
    finally:
        if pending is not None:
            pending.cancel()
