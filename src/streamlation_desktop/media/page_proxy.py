"""A proxy on the loopback interface that lets its client reach only what our address policy allows."""

from __future__ import annotations

import base64
import secrets
import select
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, StreamlationError
from streamlation_desktop.media.addresses import AddressPolicy
from streamlation_desktop.media.connect import connect

_BLOCK = 1 << 16
_IDLE = 30.0


class PageProxy:
    """Serves one client, which knows the password; use as a context."""

    def __init__(self, policy: AddressPolicy, token: CancelToken, timeout: float) -> None:
        """Start serving."""
        self.policy = policy
        self.token = token
        self.timeout = timeout
        self.refused: StreamlationError | None = None
        """The first address that was not allowed."""
        self._password = secrets.token_hex(16)
        self.expected = "Basic " + base64.b64encode(f"page:{self._password}".encode()).decode()
        proxy = self

        class Handler(_Handler):
            owner = proxy

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.1}, name="media-page-proxy", daemon=True
        ).start()

    @property
    def address(self) -> str:
        """For the client, with the password."""
        return f"http://page:{self._password}@127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> PageProxy:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    owner: PageProxy

    def do_CONNECT(self) -> None:
        host, _, port = self.path.rpartition(":")
        with_server = self._reached(host.strip("[]"), port)
        if with_server is not None:
            self.send_response(200)
            self.end_headers()
            self._relay(with_server)

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        with_server = self._reached(parts.hostname or "", str(parts.port or 80)) if parts.scheme == "http" else None
        if with_server is None:
            return
        path = parts._replace(scheme="", netloc="").geturl() or "/"
        kept = [(n, v) for n, v in self.headers.items() if not n.lower().startswith(("proxy-", "connection"))]
        lines = [f"{self.command} {path} HTTP/1.1", *(f"{n}: {v}" for n, v in kept), "Connection: close", "", ""]
        length = self.headers.get("Content-Length", "")
        body = self.rfile.read(int(length)) if length.isdigit() else b""
        with_server.sendall("\r\n".join(lines).encode("latin-1", "replace") + body)
        self._relay(with_server)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        self.do_GET()

    def _reached(self, host: str, port: str) -> socket.socket | None:
        """A connection to an allowed address; the client is told why there is none."""
        self.close_connection = True
        owner = self.owner
        if not secrets.compare_digest(self.headers.get("Proxy-Authorization", ""), owner.expected):
            self.send_error(407)
            return None
        try:
            endpoints = owner.policy.endpoints(host, int(port), owner.token, owner.timeout)
            return connect(endpoints, owner.token, owner.timeout)
        except StreamlationError as exc:
            owner.refused = owner.refused or exc
            self.send_error(403)
        except (OSError, ValueError, Cancelled):
            self.send_error(502)
        return None

    def _relay(self, server: socket.socket) -> None:
        """Both ways until one side ends or nothing comes for a while."""
        ends = {self.connection: server, server: self.connection}
        with server:
            while not self.owner.token.is_cancelled:
                readable, _, _ = select.select(list(ends), [], [], _IDLE)
                for end in readable:
                    try:
                        data = end.recv(_BLOCK)
                        if data:
                            ends[end].sendall(data)
                    except OSError:
                        return
                    if not data:
                        return
                if not readable:
                    return

    def log_message(self, format: str, *args: object) -> None:
        """Silent: what is refused is kept in `PageProxy.refused`."""
