"""Gets web resources under our own rules: allowed schemes and addresses, bounded redirects and waits."""

from __future__ import annotations

import base64
import http.client
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import SourceError, SourceForbidden, SourceLost, SourceNotFound
from streamlation_desktop.media.addresses import AddressPolicy, Endpoint, resolve
from streamlation_desktop.media.connect import connect, secured
from streamlation_desktop.media.deadline import Guard
from streamlation_desktop.media.proxy import Proxy, proxy_for, tunnel

_MAX_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_PORTS = {"http": 80, "https": 443}
_USER_AGENT = "Mozilla/5.0 (compatible; Streamlation)"


class _Response(http.client.HTTPResponse):
    """Also understands the status line of Shoutcast servers, ``ICY 200 OK``."""

    def _read_status(self) -> tuple[str, int, str]:
        if self.fp.peek(3)[:3] != b"ICY":
            return super()._read_status()  # type: ignore[misc, no-any-return]
        _, status, reason = self.fp.readline(256).decode("latin-1").split(" ", 2)
        return "HTTP/1.0", int(status), reason.strip()


@dataclass(slots=True)
class Exchange:
    """A request that was answered; its body is still to be read."""

    url: str
    """After redirects."""
    status: int
    headers: Message
    response: http.client.HTTPResponse
    connection: socket.socket
    _forget: Callable[[], None] = field(repr=False)

    def read(self, size: int, timeout: float) -> bytes:
        """Up to `size` bytes of the body; raises OSError when the connection fails."""
        self.connection.settimeout(max(0.01, timeout))
        try:
            return self.response.read1(size)
        except (http.client.HTTPException, ValueError) as exc:
            raise ConnectionResetError(f"broken transfer: {exc!r}") from exc

    def close(self) -> None:
        """Hang up."""
        self._forget()
        self.response.close()
        self.connection.close()


class Fetcher:
    """Makes requests for one source."""

    def __init__(self, policy: AddressPolicy, guard: Guard, timeout: float) -> None:
        self.policy = policy
        self.guard = guard
        self.timeout = timeout
        """Seconds without a byte after which a connection counts as dead."""

    @property
    def token(self) -> CancelToken:
        """Ends every wait."""
        return self.guard.token

    @property
    def patience(self) -> float:
        """Seconds to wait for the next byte, within the deadline of the call that asked for it."""
        return min(self.timeout, self.guard.remaining)

    def get(self, url: str, byte_range: str = "") -> Exchange:
        """Request `url`, following redirects; each hop is checked anew.

        Raises:
            SourceForbidden: the address or scheme is not allowed, or the server refuses.
            SourceNotFound: no such server or resource.
            SourceLost: the server cannot serve now (5xx).
            OSError: no connection.
            Cancelled: the token was cancelled.
        """
        for _ in range(_MAX_REDIRECTS + 1):
            exchange = self._exchange(url, byte_range)
            if exchange.status not in _REDIRECTS or not (target := exchange.headers.get("Location")):
                return _checked(exchange)
            exchange.close()
            url = urljoin(url, target)
        raise SourceForbidden(f"{_shown(url)} redirects without end")

    def _exchange(self, url: str, byte_range: str) -> Exchange:
        parts = _split(url)
        port = parts.port or _PORTS[parts.scheme]
        host = parts.hostname or ""
        proxy = proxy_for(parts.scheme, host)
        connection = connect(self._endpoints(host, port, proxy), self.token, self.patience)
        forget = self.token.on_cancel(lambda: _interrupt(connection))
        try:
            if parts.scheme == "https":
                connection, proxy = self._secured(connection, proxy, host, port), None
            response = _request(connection, parts, port, byte_range, proxy)
        except http.client.HTTPException as exc:
            forget()
            connection.close()
            raise ConnectionResetError(f"{_shown(url)} does not answer as a web server does") from exc
        except BaseException:
            forget()
            connection.close()
            self.token.raise_if_cancelled()
            raise
        return Exchange(url, response.status, response.headers, response, connection, forget)

    def _secured(self, connection: socket.socket, proxy: Proxy | None, host: str, port: int) -> socket.socket:
        if proxy:
            connection.settimeout(self.patience)
            tunnel(connection, proxy, host, port)
        return secured(connection, host)

    def _endpoints(self, host: str, port: int, proxy: Proxy | None) -> list[Endpoint]:
        """Where to connect: to the server, or to the proxy that the user named."""
        if proxy is None:
            return self.policy.endpoints(host, port, self.token, self.patience)
        self.policy.check_name(host, port, self.token, self.patience)
        return resolve(proxy.host, proxy.port, self.token, self.patience)


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        valid = parts.scheme in _PORTS and parts.hostname and (parts.port or 1) > 0
    except ValueError as exc:
        raise SourceForbidden(f"{_shown(url)} is not a valid address") from exc
    if not valid:
        raise SourceForbidden(f"the source may not open {_shown(url)}", hint="Only http and https are allowed there.")
    return parts


def _request(
    connection: socket.socket, parts: SplitResult, port: int, byte_range: str, proxy: Proxy | None
) -> http.client.HTTPResponse:
    """Send the request; `proxy` is one that passes on single requests, not the bytes of a tunnel."""
    client = http.client.HTTPConnection(parts.hostname or "", port)
    client.default_port = _PORTS[parts.scheme]
    client.response_class = _Response
    client.sock = connection
    headers = {"User-Agent": _USER_AGENT, "Accept": "*/*", "Accept-Encoding": "identity", "Connection": "close"}
    if byte_range:
        headers["Range"] = f"bytes={byte_range}"
    if parts.username:
        login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers["Authorization"] = "Basic " + base64.b64encode(login.encode()).decode()
    query = f"?{parts.query}" if parts.query else ""
    target = quote((parts.path or "/") + query, safe=_URL_CHARACTERS)
    if proxy:
        target = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{target}"
        headers |= proxy.headers
    client.request("GET", target, headers=headers)
    return client.getresponse()


_URL_CHARACTERS = "/%:=&?~+!$,;'@()*[]|"


def _checked(exchange: Exchange) -> Exchange:
    status, shown = exchange.status, _shown(exchange.url)
    if status in (200, 206):
        return exchange
    exchange.close()
    raise http_error(status, shown)


def http_error(status: int, shown: str) -> SourceError:
    """The error for an HTTP status that is not a success."""
    if status in (401, 403, 407, 451):
        return SourceForbidden(
            f"{shown} refuses access ({status})", hint="A password, a subscription or a fresh address may be needed."
        )
    if status in (404, 410):
        return SourceNotFound(f"{shown} does not exist ({status})", hint="Check the address.")
    return SourceLost(f"{shown} answers with error {status}", hint="Try again later.")


def _shown(url: str) -> str:
    """The address without credentials and without a query, which may hold a token."""
    return url.split("?")[0].rsplit("@", 1)[-1][:200]


def _interrupt(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        connection.close()
