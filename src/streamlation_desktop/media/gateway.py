"""An HTTP proxy on the loopback interface: the only way out of the helper process."""

from __future__ import annotations

import re
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from streamlation_desktop.core.errors import Cancelled, SourceForbidden
from streamlation_desktop.media.callbacks import ByteReader
from streamlation_desktop.media.errors import LIBRARY_ERRORS


@dataclass(frozen=True, slots=True)
class Served:
    """A resource, or the part of it that was asked for."""

    body: ByteReader
    length: int | None
    """Bytes, where known."""


OpenRange = Callable[[str, int, int | None], Served]
"""Opens the bytes ``[start, end)`` of an address."""

_BLOCK = 1 << 16
_MAX_UNKNOWN = 64 << 20
_RANGE = re.compile(r"bytes=(\d+)-(\d*)$")
_ABSOLUTE = re.compile(rb"\b(https?|file)://", re.IGNORECASE)


class Gateway:
    """Serves one child; forwards only addresses that carry its secret label.

    TLS ends here: the child sees ``http://<label>-https.host/…`` for ``https://host/…``.
    """

    def __init__(self, open_range: OpenRange, rewrite: Callable[[bytes], bool]) -> None:
        """Start serving; `rewrite` tells by its first bytes a body whose addresses must be disguised."""
        self.open_range = open_range
        self.rewrite = rewrite
        self.failure: Exception | None = None
        """The first resource that could not be had."""
        self._label = secrets.token_hex(8)
        self._logins: dict[str, str] = {}
        self._queries: dict[str, str] = {}
        gateway = self

        class Handler(_Handler):
            owner = gateway

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.1}, name="media-gateway", daemon=True
        ).start()

    @property
    def address(self) -> str:
        """For the environment variable ``http_proxy``."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def disguise(self, url: str) -> str:
        """The form in which the child may ask for `url`: an argument, which other users of the computer can read.

        Therefore it has neither the login nor the query; `reveal` knows them.
        """
        scheme, _, rest = url.partition("://")
        server, slash, path = rest.partition("/")
        login, _, host = server.rpartition("@")
        if login:
            self._logins[_without_port(host)] = login
        path, mark, query = path.partition("?")
        if query:
            hidden = f"q={secrets.token_hex(4)}"
            self._queries[hidden], query = query, hidden
        return f"http://{self._label}-{scheme.lower()}.{host}{slash}{path}{mark}{query}"

    def disguise_all(self, text: bytes) -> bytes:
        """Disguise every absolute address in a manifest."""
        return _ABSOLUTE.sub(lambda m: f"http://{self._label}-{m[1].decode().lower()}.".encode(), text)

    def reveal(self, url: str) -> str | None:
        """The address behind a disguise; None when it carries no label of ours."""
        parts = urlsplit(url)
        label, _, host = parts.netloc.partition(".")
        if not label.startswith(f"{self._label}-"):
            return None
        scheme = label.removeprefix(f"{self._label}-")
        host = _without_port(host)
        login = self._logins.get(host)
        query = self._queries.get(parts.query, parts.query)
        return parts._replace(scheme=scheme, netloc=f"{login}@{host}" if login else host, query=query).geturl()

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()


def _without_port(host: str) -> str:
    """The child adds the port of plain HTTP to every address it asks a proxy for."""
    return host.removesuffix(":80")


def _whole(body: ByteReader, head: bytes) -> bytes:
    data = bytearray(head)
    while part := body.read(_BLOCK):
        data += part
        if len(data) > _MAX_UNKNOWN:
            raise SourceForbidden("a resource of the manifest has no end", hint="It may be malicious.")
    return bytes(data)


class _Handler(BaseHTTPRequestHandler):
    owner: Gateway

    def do_GET(self) -> None:
        url = self.owner.reveal(self.path)
        if url is None:
            self.send_error(403)
            return
        asked = _RANGE.match(self.headers.get("Range", ""))
        start = int(asked[1]) if asked else 0
        end = int(asked[2]) + 1 if asked and asked[2] else None
        try:
            self._forward(self.owner.open_range(url, start, end), partial=bool(start or end))
        except (Cancelled, *LIBRARY_ERRORS) as exc:
            self.owner.failure = self.owner.failure or exc
            self.close_connection = True

    def _forward(self, served: Served, *, partial: bool) -> None:
        body = served.body
        length = served.length
        try:
            data = body.read(_BLOCK)
            is_manifest = self.owner.rewrite(data)
            if is_manifest or length is None:  # without a length ffmpeg takes the end for a failure
                data = _whole(body, data)
                data = self.owner.disguise_all(data) if is_manifest else data
                length = len(data)
            self.send_response(206 if partial else 200)
            self.send_header("Content-Length", str(length))
            self.end_headers()
            while data and self._sent(data):
                data = body.read(_BLOCK)
        finally:
            body.close()

    def _sent(self, data: bytes) -> bool:
        try:
            self.wfile.write(data)
        except ConnectionError:  # the child has heard enough
            return False
        return True

    def log_message(self, format: str, *args: object) -> None:
        """Silent: what fails is kept in `Gateway.failure`."""
