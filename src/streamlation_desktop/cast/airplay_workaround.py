"""What has to be put right in pyatv while a stream goes out.

Of its sound it holds an eighth of a second ready: where a thread of this machine waits longer than that, it fills the
packet up with silence, although the sound is there. Two seconds are enough for that.

pyatv announces PCM (``rtpmap L16``) together with the parameters of Apple Lossless (``fmtp``).
shairport-sync lets the latter win, and plays noise. Without that line it plays bit by bit what was
sent; AirPort Express and HomePod expect the line, so that it goes for shairport-sync alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pyatv.const import Protocol
from pyatv.interface import BaseConfig
from pyatv.protocols import raop
from pyatv.protocols.raop.audio_source import AudioSource, BufferedIOBaseSource
from pyatv.support import rtsp

_MODEL = "ShairportSync"
_BUFFER_SECONDS = 2


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


@contextmanager
def deep_buffer() -> Iterator[None]:
    """Hold more of the sound ready while a stream is begun."""
    module: Any = raop
    library = module.open_source

    async def opened(file: Any, sample_rate: int, channels: int, sample_size: int) -> AudioSource:
        source: AudioSource = await library(file, sample_rate, channels, sample_size)
        if isinstance(source, BufferedIOBaseSource):
            size = _BUFFER_SECONDS * sample_rate * channels * sample_size
            source._buffer_size = size  # noqa: SLF001 - it has no other way
        return source

    module.open_source = opened
    try:
        yield
    finally:
        module.open_source = library
