"""The web proxy that the user's environment names, and tunnels through it.

See ``docs/decisions/0005-media-through-a-proxy.md`` for what the address policy can promise there.
"""

from __future__ import annotations

import base64
import ipaddress
import os
import socket
import urllib.request
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from streamlation_desktop.core.errors import SourceForbidden, SourceLost

_DEFAULT_PORT = 8080
_LONGEST_ANSWER = 65_536


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where requests go instead of to the server."""

    host: str
    port: int
    login: str = ""
    """Value of ``Proxy-Authorization``; empty for none."""

    @property
    def headers(self) -> dict[str, str]:
        """What a request to the proxy carries besides its own."""
        return {"Proxy-Authorization": self.login} if self.login else {}


def proxy_for(scheme: str, host: str) -> Proxy | None:
    """The proxy for a server: ``HTTP_PROXY``, ``HTTPS_PROXY``, ``ALL_PROXY``, ``NO_PROXY`` or the system's setting.

    Raises:
        SourceForbidden: it is of a kind that cannot be used.
    """
    named = urllib.request.getproxies()
    address = named.get(scheme) or named.get("all", "")
    if not address or _is_loopback(host) or urllib.request.proxy_bypass(host):
        return None
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
        port = parts.port or _DEFAULT_PORT
    except ValueError as exc:
        raise SourceForbidden("the proxy's address makes no sense", hint=_hint(scheme)) from exc
    if parts.scheme != "http" or not parts.hostname:
        raise SourceForbidden(f"a proxy of the kind {parts.scheme} cannot be used", hint=_hint(scheme))
    name, secret = unquote(parts.username or ""), unquote(parts.password or "")
    login = "Basic " + base64.b64encode(f"{name}:{secret}".encode()).decode() if name else ""
    return Proxy(parts.hostname, port, login)


def tunnel(connection: socket.socket, proxy: Proxy, host: str, port: int) -> None:
    """Ask the proxy at the other end of `connection` to pass bytes on to `host`.

    Raises:
        SourceForbidden: it refuses.
        SourceLost: it cannot reach the server.
        OSError: it does not answer.
    """
    target = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    headers = {"Host": target, **proxy.headers}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    connection.sendall(f"CONNECT {target} HTTP/1.1\r\n{lines}\r\n".encode())
    status = _status(connection)
    if status in (401, 403, 407):
        raise SourceForbidden(f"the proxy {proxy.host} refuses {host} ({status})", hint="Check its user and password.")
    if status != 200:
        raise SourceLost(f"the proxy {proxy.host} does not reach {host} ({status})", hint="Try again later.")


def _status(connection: socket.socket) -> int:
    """Read the answer's head byte by byte: what follows belongs to the tunnel."""
    answer = bytearray()
    while not answer.endswith(b"\r\n\r\n"):
        byte = connection.recv(1)
        if not byte or len(answer) > _LONGEST_ANSWER:
            raise ConnectionResetError("the proxy hung up")
        answer += byte
    words = bytes(answer).split(None, 2)
    if not words[0].startswith(b"HTTP/") or not words[1].isdigit():
        raise ConnectionResetError("the proxy does not answer as one")
    return int(words[1])


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _hint(scheme: str) -> str:
    name = f"{scheme.upper()}_PROXY"
    return f"{name} is set; it takes http://host:port." if os.environ.keys() & {name, name.lower()} else ""
