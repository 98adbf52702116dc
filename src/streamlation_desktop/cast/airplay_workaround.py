"""For receivers that take one line of pyatv's announcement for what it is not.

pyatv announces PCM (``rtpmap L16``) together with the parameters of Apple Lossless (``fmtp``).
shairport-sync lets the latter win, and plays noise. Without that line it plays bit by bit what was
sent; AirPort Express and HomePod expect the line, so that it goes for shairport-sync alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pyatv.const import Protocol
from pyatv.interface import BaseConfig
from pyatv.support import rtsp

_MODEL = "ShairportSync"


@contextmanager
def workaround_for(config: BaseConfig) -> Iterator[None]:
    """Announce without the line while a stream to shairport-sync is begun."""
    service = config.get_service(Protocol.RAOP)
    if service is None or service.properties.get("am") != _MODEL:
        yield
        return
    announced = rtsp.ANNOUNCE_PAYLOAD
    lines = announced.split("\r\n")
    rtsp.ANNOUNCE_PAYLOAD = "\r\n".join(line for line in lines if not line.startswith("a=fmtp"))
    try:
        yield
    finally:
        rtsp.ANNOUNCE_PAYLOAD = announced
