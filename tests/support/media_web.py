"""A web server on the loopback interface that can be told to misbehave."""

from __future__ import annotations

import re
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

Fault = Callable[["Request"], None]


class Request(BaseHTTPRequestHandler):
    """Serves files with ranges, unless a fault stands for the path."""

    protocol_version = "HTTP/1.1"
    server: WebServer

    def do_GET(self) -> None:
        self.server.requests.append(self.path)
        self.close_connection = True
        fault = self.server.fault_for(self.path)
        try:
            if fault is not None:
                fault(self)
            else:
                self.serve()
        except OSError:
            pass

    def serve(self, *, limit: int | None = None, ranges: bool = True) -> None:
        """Send the file; `limit` bytes of it at most, whatever was announced."""
        path = self.server.folder / self.path.lstrip("/").split("?")[0]
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        asked = re.match(r"bytes=(\d+)-(\d*)", self.headers.get("Range", "")) if ranges else None
        start = int(asked[1]) if asked else 0
        end = int(asked[2]) + 1 if asked and asked[2] else len(data)
        self.send_response(206 if asked else 200)
        if asked:
            self.send_header("Content-Range", f"bytes {start}-{end - 1}/{len(data)}")
        if ranges:
            self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Length", str(end - start))
        self.end_headers()
        self.wfile.write(data[start:end][:limit])
        self.wfile.flush()

    def redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def reset(self) -> None:
        """Break the connection with RST."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def stall(self) -> None:
        """Send nothing more until the server is closed."""
        self.server.closing.wait(60)

    def log_message(self, format: str, *args: object) -> None:
        pass


class WebServer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Request)
        self.folder = folder
        self.requests: list[str] = []
        self.closing = threading.Event()
        self._faults: dict[str, tuple[Fault, int]] = {}
        self._lock = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def fail(self, path: str, fault: Fault, times: int = 1_000_000) -> None:
        """Answer the next `times` requests for `path` with `fault`."""
        self._faults[path] = (fault, times)

    def fault_for(self, path: str) -> Fault | None:
        with self._lock:
            fault, left = self._faults.get(path, (None, 0))
            if fault is None or left <= 0:
                return None
            self._faults[path] = (fault, left - 1)
            return fault

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@contextmanager
def web_server(folder: Path) -> Iterator[WebServer]:
    server = WebServer(folder)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
