"""An HTTP proxy on the loopback interface for which every name leads to one local server."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit


class _Handler(BaseHTTPRequestHandler):
    server: WebProxy

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if not self._admitted(f"GET {parts.hostname}"):
            return
        headers = {name: value for name, value in self.headers.items() if name.lower() != "proxy-authorization"}
        with closing(HTTPConnection("127.0.0.1", self.server.target)) as upstream, suppress(OSError):
            upstream.request("GET", parts.path, headers=headers)
            answer = upstream.getresponse()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.read())

    def do_CONNECT(self) -> None:
        if not self._admitted(f"CONNECT {self.path}"):
            return
        with socket.create_connection(("127.0.0.1", self.server.target)) as upstream:
            self.send_response(200)
            self.end_headers()
            back = threading.Thread(target=_pump, args=(upstream, self.connection), daemon=True)
            back.start()
            _pump(self.connection, upstream)
            back.join()

    def _admitted(self, asked: str) -> bool:
        self.server.asked.append(asked)
        self.server.logins.append(self.headers.get("Proxy-Authorization", ""))
        if self.server.status == 200:
            return True
        self.send_error(self.server.status)
        return False

    def log_message(self, format: str, *args: object) -> None:
        pass


class WebProxy(ThreadingHTTPServer):
    """`asked` says what was wanted; with a `status` other than 200 it refuses."""

    daemon_threads = True

    def __init__(self, target: int) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.target = target
        self.status = 200
        self.asked: list[str] = []
        self.logins: list[str] = []

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@contextmanager
def web_proxy(target: int) -> Iterator[WebProxy]:
    """A proxy in front of the local port `target`."""
    proxy = WebProxy(target)
    threading.Thread(target=proxy.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield proxy
    finally:
        proxy.shutdown()
        proxy.server_close()


def _pump(source: socket.socket, sink: socket.socket) -> None:
    try:
        while data := source.recv(65_536):
            sink.sendall(data)
    except OSError:
        pass
    finally:
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
