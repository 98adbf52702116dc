"""The library's connection to a Chromecast, made to read all that has come, and to be used by one thread at a time."""

from __future__ import annotations

import selectors
import ssl
import threading
from typing import cast

from pychromecast.socket_client import ConnectionStatus, ConnectionStatusListener, SocketClient


class TlsByTurns:
    """A TLS connection that several threads may use: OpenSSL bears one of them at a time.

    Just after it is made, reading takes in the device's session tickets; what another thread writes in that moment
    fails, and the library takes the connection for broken. With the message, a film would be lost that was to begin.
    """

    def __init__(self, connection: ssl.SSLSocket) -> None:
        self._connection = connection
        self._timeout = connection.gettimeout()
        self._turn = threading.Lock()

    def recv(self, size: int) -> bytes:
        """See `socket.socket.recv`; nobody who writes waits for it."""
        while True:
            with self._turn:
                self._connection.settimeout(0)
                try:
                    return self._connection.recv(size)
                except (ssl.SSLWantReadError, ssl.SSLWantWriteError):
                    pass  # part of a record has come, or nothing that concerns us
                finally:
                    self._connection.settimeout(self._timeout)
            with selectors.DefaultSelector() as waiting:
                waiting.register(self._connection, selectors.EVENT_READ)
                if not waiting.select(self._timeout):
                    raise TimeoutError

    def sendall(self, data: bytes) -> None:
        """See `socket.socket.sendall`."""
        with self._turn:
            self._connection.sendall(data)

    def pending(self) -> int:
        """Bytes that TLS has taken from the network already."""
        with self._turn:
            return self._connection.pending()

    def fileno(self) -> int:
        """See `socket.socket.fileno`."""
        return self._connection.fileno()

    def close(self) -> None:
        """See `socket.socket.close`."""
        self._connection.close()


class _TlsSelector(selectors.DefaultSelector):
    """Sees what TLS has taken from the network already.

    The library waits for the network before each message; of two that come in one record of TLS, it would read the
    second when the next one comes: a refusal as late as the next heartbeat, 10 s later.
    """

    def __init__(self, client: SocketClient) -> None:
        super().__init__()
        self._client = client

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """See `selectors.BaseSelector.select`."""
        remote, connection = self._client.remote_selector_key, cast("object", self._client.socket)
        if remote is not None and isinstance(connection, TlsByTurns) and connection.pending():
            return [(remote, selectors.EVENT_READ)]
        return super().select(timeout)


class _Connected(ConnectionStatusListener):
    """Told by the library's own thread, before it writes anything."""

    def __init__(self, client: SocketClient) -> None:
        self._client = client

    def new_connection_status(self, status: ConnectionStatus) -> None:
        if isinstance(self._client.socket, ssl.SSLSocket):
            self._client.socket = TlsByTurns(self._client.socket)  # type: ignore[assignment]


def steady(client: SocketClient) -> None:
    """To be called before the client's thread is started."""
    client.selector.close()
    client.selector = _TlsSelector(client)
    client.wakeup_selector_key = client.selector.register(client.socketpair[0], selectors.EVENT_READ)
    client.register_connection_listener(_Connected(client))
