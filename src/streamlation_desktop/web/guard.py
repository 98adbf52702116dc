"""Connections that come to nothing are cut: slow headers, and more of them than anyone needs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

HEADER_SECONDS = 10.0
"""How long a client may take to send the head of a request."""
MAX_CONNECTIONS = 600


@dataclass(slots=True)
class ConnectionLimits:
    """Shared by the connections of one listener."""

    header_seconds: float = HEADER_SECONDS
    max_connections: int = MAX_CONNECTIONS
    open: set[GuardedConnection] = field(default_factory=set)
    refused: int = 0
    """Cut so far."""


class GuardedConnection(asyncio.Protocol):
    """Stands between a transport and aiohttp's protocol, which knows no limit for the head of a request."""

    def __init__(self, inner: asyncio.Protocol, limits: ConnectionLimits) -> None:
        self._inner = inner
        self._limits = limits
        self._transport: asyncio.Transport | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._is_busy = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See `asyncio.Protocol`."""
        self._transport = cast("asyncio.Transport", transport)
        self._inner.connection_made(transport)
        self._limits.open.add(self)
        if len(self._limits.open) > self._limits.max_connections:
            self.cut()
        else:
            self._arm()

    def data_received(self, data: bytes) -> None:
        """See `asyncio.Protocol`."""
        if not self._is_busy and self._timer is None:
            self._arm()
        self._inner.data_received(data)

    def eof_received(self) -> bool | None:
        """See `asyncio.Protocol`."""
        return self._inner.eof_received()

    def connection_lost(self, exc: Exception | None) -> None:
        """See `asyncio.Protocol`."""
        self._disarm()
        self._limits.open.discard(self)
        self._inner.connection_lost(exc)

    def pause_writing(self) -> None:
        """See `asyncio.Protocol`."""
        self._inner.pause_writing()

    def resume_writing(self) -> None:
        """See `asyncio.Protocol`."""
        self._inner.resume_writing()

    def request_began(self) -> None:
        """The head of a request is complete."""
        self._is_busy = True
        self._disarm()

    def request_ended(self) -> None:
        """It was answered; aiohttp's own limit on idle connections holds from here."""
        self._is_busy = False

    def _arm(self) -> None:
        self._timer = asyncio.get_running_loop().call_later(self._limits.header_seconds, self.cut)

    def _disarm(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def cut(self) -> None:
        """End the connection now."""
        self._limits.refused += 1
        if self._transport is not None:
            self._transport.abort()


def guarded(factory: Callable[[], asyncio.Protocol], limits: ConnectionLimits) -> Callable[[], GuardedConnection]:
    """A factory of connections with limits around those of `factory`."""
    return lambda: GuardedConnection(factory(), limits)
