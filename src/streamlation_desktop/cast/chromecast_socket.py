"""The library's connection to a Chromecast, made to read all that has come."""

from __future__ import annotations

import selectors
import ssl

from pychromecast.socket_client import SocketClient


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
        remote, connection = self._client.remote_selector_key, self._client.socket
        if remote is not None and isinstance(connection, ssl.SSLSocket) and connection.pending():
            return [(remote, selectors.EVENT_READ)]
        return super().select(timeout)


def read_all(client: SocketClient) -> None:
    """To be called before the client's thread is started."""
    client.selector.close()
    client.selector = _TlsSelector(client)
    client.wakeup_selector_key = client.selector.register(client.socketpair[0], selectors.EVENT_READ)
