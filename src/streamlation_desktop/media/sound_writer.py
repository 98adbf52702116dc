"""Writes sound to an AAC file in an MP4 container (``.m4a``): all of it, or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import StorageError
from streamlation_desktop.core.files import disk_errors, put_in_place, unfinished
from streamlation_desktop.core.types import Samples

_FRAME = 1024
"""Samples per packet of AAC."""


@dataclass(frozen=True, slots=True)
class SoundTags:
    """What the file says of itself."""

    language: str = ""
    """ISO 639-2, three letters."""
    title: str = ""


def write_sound(
    blocks: Iterable[Samples], rate: int, output: Path, token: CancelToken, *, bitrate: int, tags: SoundTags
) -> None:
    """Encode stereo blocks ``(n, 2)`` into `output`, which appears when it is complete.

    Raises:
        DiskFull, NotWritable: the disk refuses; nothing is left behind.
        Cancelled: the token was cancelled; nothing is left behind.
    """
    with disk_errors(output):
        output.parent.mkdir(parents=True, exist_ok=True)
        try:
            with unfinished(output) as whole:
                _encode(blocks, rate, whole, token, bitrate, tags)
                put_in_place(whole, output)
        except av.FFmpegError as exc:
            if exc.errno:
                raise OSError(exc.errno, exc.strerror) from exc
            raise StorageError(f"{output.name} cannot be written: {exc}") from exc


def _encode(
    blocks: Iterable[Samples], rate: int, path: Path, token: CancelToken, bitrate: int, tags: SoundTags
) -> None:
    with av.open(str(path), "w", format="ipod", options={"movflags": "+faststart"}) as container:
        stream = container.add_stream("aac", rate=rate, layout="stereo")
        assert isinstance(stream, AudioStream)
        stream.bit_rate = bitrate
        stream.codec_context.options = {"aac_coder": "fast"}  # 2.5 times as fast, and as good at these rates
        if tags.language:
            stream.metadata["language"] = tags.language
        if tags.title:
            container.metadata["title"] = stream.metadata["handler_name"] = tags.title
        position = 0
        pending = np.zeros((0, 2), np.float32)
        for block in blocks:
            token.raise_if_cancelled()
            pending = np.concatenate((pending, block))
            whole = len(pending) - len(pending) % _FRAME
            for first in range(0, whole, _FRAME):
                container.mux(stream.encode(_frame(pending[first : first + _FRAME], rate, position)))
                position += _FRAME
            pending = pending[whole:]
        if len(pending):
            container.mux(stream.encode(_frame(pending, rate, position)))
        container.mux(stream.encode(None))


def _frame(block: Samples, rate: int, position: int) -> AudioFrame:
    frame = AudioFrame.from_ndarray(np.ascontiguousarray(block.T), format="fltp", layout="stereo")
    frame.sample_rate, frame.time_base, frame.pts = rate, Fraction(1, rate), position
    return frame
