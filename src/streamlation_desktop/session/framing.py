"""Length-prefixed JSON on a pipe."""

from __future__ import annotations

import json
import struct
import threading
from typing import Any, BinaryIO

_HEADER = struct.Struct(">I")
_MAX_FRAME = 64 * 2**20


class FrameWriter:
    """Writes whole frames; safe from any thread."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def write(self, frame: dict[str, Any]) -> None:
        """Send one frame.

        Raises:
            OSError: the other side has gone.
        """
        body = json.dumps(frame, ensure_ascii=False).encode("utf-8", "replace")
        with self._lock:
            self._stream.write(_HEADER.pack(len(body)) + body)
            self._stream.flush()


def read_frame(stream: BinaryIO) -> dict[str, Any] | None:
    """The next frame; None at the end of the stream.

    Raises:
        ValueError: what arrives is not a frame.
    """
    header = stream.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return None
    (length,) = _HEADER.unpack(header)
    if length > _MAX_FRAME:
        raise ValueError(f"frame of {length} bytes")
    body = stream.read(length)
    if len(body) < length:
        return None
    frame = json.loads(body)
    if not isinstance(frame, dict):
        raise ValueError("frame is not an object")
    return frame
