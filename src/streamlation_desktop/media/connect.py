"""Connects to a checked address; the wait ends early when the token is cancelled."""

from __future__ import annotations

import errno
import os
import select
import socket
import ssl
import time

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.media.addresses import Endpoint

_POLL = 0.05
_IN_PROGRESS = (0, errno.EINPROGRESS, errno.EWOULDBLOCK, getattr(errno, "WSAEWOULDBLOCK", errno.EWOULDBLOCK))


def connect(endpoints: list[Endpoint], token: CancelToken, timeout: float) -> socket.socket:
    """Connect to the first endpoint that answers.

    Raises:
        OSError: none did; the last cause.
        Cancelled: the token was cancelled.
    """
    deadline = time.monotonic() + timeout
    failure: OSError = TimeoutError("no answer")
    for endpoint in endpoints:
        try:
            return _connect(endpoint, token, deadline)
        except OSError as exc:
            failure = exc
    raise failure


def _connect(endpoint: Endpoint, token: CancelToken, deadline: float) -> socket.socket:
    family = socket.AF_INET6 if ":" in endpoint.ip else socket.AF_INET
    connection = socket.socket(family, socket.SOCK_STREAM)
    try:
        connection.setblocking(False)
        started = connection.connect_ex((endpoint.ip, endpoint.port))
        if started not in _IN_PROGRESS:
            raise OSError(started, os.strerror(started))
        while True:
            token.raise_if_cancelled()
            _, writable, failed = select.select([], [connection], [connection], _POLL)
            if writable or failed:
                break
            if time.monotonic() > deadline:
                raise TimeoutError("no answer")
        code = connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            raise OSError(code, os.strerror(code))  # Python picks the subclass by the code
        connection.settimeout(max(_POLL, deadline - time.monotonic()))
    except BaseException:
        connection.close()
        raise
    return connection


def secured(connection: socket.socket, host: str) -> ssl.SSLSocket:
    """Add TLS, trusting what the operating system trusts; raises ssl.SSLError."""
    import truststore  # only for https, and it loads the certificates of the system

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return context.wrap_socket(connection, server_hostname=host)
