from __future__ import annotations

import selectors
import socket
import ssl
import threading
from pathlib import Path
from typing import Any, cast

from pychromecast.socket_client import ConnectionStatus, ConnectionStatusListener, SocketClient

from streamlation_desktop.cast.chromecast_socket import steady
from tests.support.fake_chromecast import certificate


class Client:
    """What the selector sees of the library's."""

    def __init__(self, connection: ssl.SSLSocket) -> None:
        self.socket = connection
        self.socketpair = socket.socketpair()
        self.selector: Any = selectors.DefaultSelector()
        self.wakeup_selector_key: Any = None
        self.remote_selector_key: Any = None

    def register_connection_listener(self, listener: ConnectionStatusListener) -> None:
        """Connected it is already."""
        listener.new_connection_status(ConnectionStatus("CONNECTED", None, None))


def test_second_message_of_one_tls_record_is_read_at_once(tmp_path: Path) -> None:
    key, cert = certificate(tmp_path)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(cert, key)
    trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    near, far = socket.socketpair()
    sent = threading.Event()

    def device() -> None:
        with server.wrap_socket(far, server_side=True) as tls:
            tls.sendall(b"LOAD_FAILED;MEDIA_STATUS")
            sent.wait(10)

    thread = threading.Thread(target=device, daemon=True)
    thread.start()
    with trusting.wrap_socket(near) as tls:
        client = Client(tls)
        steady(cast("SocketClient", client))
        client.remote_selector_key = client.selector.register(tls, selectors.EVENT_READ)
        assert client.socket.recv(12) == b"LOAD_FAILED;"
        ready = [key for key, _ in client.selector.select(0)]
        rest = client.socket.recv(100)
        silent = client.selector.select(0)
        sent.set()
        client.selector.close()
        for end in client.socketpair:
            end.close()
    thread.join(5)

    assert ready == [client.remote_selector_key]
    assert rest == b"MEDIA_STATUS"
    assert silent == []
