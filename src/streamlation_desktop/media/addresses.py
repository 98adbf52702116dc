"""Which network addresses a source may reach."""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, Queue

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import SourceForbidden, SourceLost, SourceNotFound

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_INTERNET = ipaddress.ip_network("2000::/3")
"""All of IPv6 that is given out; old forms of private addresses lie outside."""
_POLL = 0.05


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A resolved address."""

    ip: str
    port: int


def is_public(ip: str) -> bool:
    """True for addresses of the open internet, looking through IPv6 forms that embed IPv4."""
    address = ipaddress.ip_address(ip.split("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        embedded = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            embedded = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if embedded is not None:
            return is_public(str(embedded))
        if address not in _INTERNET:
            return False
    return address.is_global and not address.is_multicast


def resolve(host: str, port: int, token: CancelToken, timeout: float) -> list[Endpoint]:
    """Look `host` up, without letting a slow name server hold up a cancellation.

    Raises:
        SourceNotFound: there is no such host.
        SourceLost: the name server does not answer.
        Cancelled: the token was cancelled.
    """
    answers: Queue[list[Endpoint] | OSError | UnicodeError] = Queue()

    def look_up() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put([Endpoint(str(entry[4][0]), port) for entry in found])
        except (OSError, UnicodeError) as exc:
            answers.put(exc)

    threading.Thread(target=look_up, name="media-resolve", daemon=True).start()
    for _ in range(max(1, int(timeout / _POLL))):
        token.raise_if_cancelled()
        try:
            answer = answers.get(timeout=_POLL)
        except Empty:
            continue
        if isinstance(answer, Exception):
            raise SourceNotFound(f"there is no server {host}", hint="Check the address and the network.") from answer
        return list(dict.fromkeys(answer))
    raise SourceLost(f"the name server does not answer for {host}", hint="Check the network.")


Resolve = Callable[[str, int, CancelToken, float], list[Endpoint]]


class AddressPolicy:
    """Public addresses, and of the private ones only the server that the user named.

    A playlist or a redirect from the internet must not reach into the user's own network. The
    caller connects to the endpoint that was checked, so that a name cannot change its address in
    between (DNS rebinding).
    """

    def __init__(self, look_up: Resolve = resolve) -> None:
        self._resolve = look_up
        self._typed: frozenset[Endpoint] = frozenset()
        self._typed_name = ""

    def allow_typed(self, host: str, port: int, token: CancelToken, timeout: float) -> None:
        """Note the server that the user named, wherever it is."""
        self._typed_name = host.lower()
        self._typed = frozenset(self._resolve(host, port, token, timeout))

    def endpoints(self, host: str, port: int, token: CancelToken, timeout: float) -> list[Endpoint]:
        """The addresses of `host` that may be connected to.

        Raises:
            SourceForbidden: all of them are private and were not named by the user.
        """
        return self._allowed(host, self._resolve(host, port, token, timeout))

    def check_name(self, host: str, port: int, token: CancelToken, timeout: float) -> None:
        """Refuse a name that is a private address here; one that only a proxy can look up is left to the proxy.

        Raises:
            SourceForbidden: all of its addresses are private and were not named by the user.
        """
        if host.lower() == self._typed_name:
            return
        with suppress(SourceNotFound, SourceLost):
            self._allowed(host, self._resolve(host, port, token, timeout))

    def _allowed(self, host: str, found: list[Endpoint]) -> list[Endpoint]:
        allowed = [endpoint for endpoint in found if endpoint in self._typed or is_public(endpoint.ip)]
        if not allowed:
            raise SourceForbidden(
                f"the source may not reach into the local network ({host})", hint="It may be malicious."
            )
        return allowed
