"""A clip as a sound file, with how it was fitted as its comment, under a key of all that it depends on."""

from __future__ import annotations

import hashlib
import os
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np

from streamlation_desktop.core.errors import DatabaseDamaged
from streamlation_desktop.core.files import disk_errors
from streamlation_desktop.core.types import Samples
from streamlation_desktop.storage.codec import decode, encode

_HEAD = struct.Struct("<4sI4s 4sIHHIIHH 4sI4s4sI")
"""Of a WAV file: the whole, the format, and a list with one comment."""
_REST = struct.Struct("<4sII4sI")
"""Behind the comment: the checksum of everything else, and where the samples begin.

Nobody waits for the disk, which may come back from a power cut with zeros where samples were: they would be heard as
silence.
"""
_PCM, _MONO, _BYTES = 1, 1, 2


@dataclass(frozen=True, slots=True)
class ClipNote:
    """How a clip was fitted."""

    text: str
    start: float
    """Seconds against the line's start: 0 or less."""
    seconds: float
    scale: float
    stretch: float
    wording: int


@dataclass(frozen=True, slots=True)
class ClipStore:
    """A folder of ``KEY.wav``: what was said once is not said again."""

    folder: Path

    def recall(self, key: str) -> ClipNote | None:
        """What is known of a clip; None when it is not there, or not whole."""
        try:
            with self.path(key).open("rb") as file:
                return note_in(file, os.fstat(file.fileno()).st_size)
        except OSError:
            return None

    def path(self, key: str) -> Path:
        """The sound file of a clip."""
        return self.folder / f"{key}.wav"

    def keep(self, key: str, samples: Samples, rate: int, note: ClipNote) -> ClipNote:
        """Store a clip, without waiting for the disk: one that a kill leaves half-written says so by its size.

        Raises:
            DiskFull, NotWritable: the disk refuses.
        """
        path = self.path(key)
        with disk_errors(path):
            try:
                path.write_bytes(b"".join(wav_of(samples, rate, note)))
            except BaseException:
                path.unlink(missing_ok=True)
                raise
        return note


def clip_key(depends_on: object) -> str:
    """The name of a clip that depends on a value that tells all of itself: a dataclass of plain fields."""
    return hashlib.sha256(repr(depends_on).encode(errors="surrogatepass")).hexdigest()[:40]


def note_in(file: BinaryIO, size: int) -> ClipNote | None:
    """The note of the clip that begins where `file` stands and has `size` bytes; None when it is not whole."""
    return note_of(file.read(size))


def note_of(data: bytes) -> ClipNote | None:
    """The note of a clip; None when it is not as it was written."""
    try:
        _, told, *_, length = _HEAD.unpack_from(data)
        end = _HEAD.size + length
        _, _, checksum, _, _ = _REST.unpack_from(data, end)
        if len(data) != told + 8 or checksum != _checksum(data[:end], memoryview(data)[end + _REST.size :]):
            return None
        return decode(ClipNote, data[_HEAD.size : end].decode())
    except (struct.error, UnicodeDecodeError, DatabaseDamaged):
        return None


def wav_of(samples: Samples, rate: int, note: ClipNote) -> tuple[bytes, memoryview]:
    """A sound file: its head with the note, and its samples."""
    scaled = np.clip(samples, -1.0, 1.0)
    scaled *= np.float32(32767.0)
    np.rint(scaled, out=scaled)
    pcm = scaled.astype("<i2").data.cast("B")
    comment = encode(note).encode()
    comment += b" " * (len(comment) % 2)  # chunks have even lengths
    info = len(comment) + 12
    head = _HEAD.pack(
        b"RIFF", _HEAD.size + len(comment) + _REST.size + pcm.nbytes - 8, b"WAVE",
        b"fmt ", 16, _PCM, _MONO, rate, rate * _BYTES, _BYTES, 8 * _BYTES,
        b"LIST", info, b"INFO", b"ICMT", len(comment),
    )  # fmt: skip
    head += comment
    return head + _REST.pack(b"crc ", 4, _checksum(head, pcm), b"data", pcm.nbytes), pcm


def _checksum(head: bytes, samples: memoryview) -> int:
    return zlib.crc32(samples, zlib.crc32(head))
