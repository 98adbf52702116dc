"""Clips on disk, under a key of all that they depend on: what was said once is not said again."""

from __future__ import annotations

import hashlib
import os
import struct
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from streamlation_desktop.core.errors import DatabaseDamaged, StorageError
from streamlation_desktop.core.files import disk_errors
from streamlation_desktop.core.types import Samples
from streamlation_desktop.dubbing.clips import softened
from streamlation_desktop.dubbing.mix import MIX_RATE
from streamlation_desktop.media.tempo import resampled
from streamlation_desktop.storage.codec import decode, encode

_HEAD = struct.Struct("<4sI4s 4sIHHIIHH 4sI4s4sI")
"""Of a WAV file: the whole, the format, and a list with one comment."""
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
    """A folder of ``KEY.wav``, each with its note as the file's comment: one file is all that a line costs."""

    folder: Path

    def key(self, depends_on: object) -> str:
        """The name of a clip that depends on a value that tells all of itself: a dataclass of plain fields."""
        return hashlib.sha256(repr(depends_on).encode(errors="surrogatepass")).hexdigest()[:40]

    def names(self) -> set[str]:
        """Of the clips that are there, whole or not."""
        return {path.stem for path in self.folder.iterdir()}

    def recall(self, key: str) -> ClipNote | None:
        """What is known of a clip; None when it is not there, or not whole."""
        try:
            with self.path(key).open("rb") as file:
                _, size, *_, length = _HEAD.unpack(file.read(_HEAD.size))
                text = file.read(length).decode()
                is_whole = os.fstat(file.fileno()).st_size == size + 8
            return decode(ClipNote, text) if is_whole else None
        except (OSError, struct.error, UnicodeDecodeError, DatabaseDamaged):
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
                path.write_bytes(_wav(samples, rate, note))
            except BaseException:
                path.unlink(missing_ok=True)
                raise
        return note

    def load(self, key: str) -> Samples:
        """The samples of a clip at `MIX_RATE`, with soft edges.

        Raises:
            StorageError: it is damaged, and was forgotten: it has to be said again.
        """
        try:
            with wave.open(str(self.path(key)), "rb") as file:
                rate = file.getframerate()
                samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float32) / 32768.0
        except (OSError, EOFError, ValueError, wave.Error) as exc:
            self.path(key).unlink(missing_ok=True)
            raise StorageError(f"a clip is damaged ({exc})", hint="It is spoken again.") from exc
        return softened(resampled(samples, rate, MIX_RATE), MIX_RATE)


def _wav(samples: Samples, rate: int, note: ClipNote) -> bytes:
    scaled = np.clip(samples, -1.0, 1.0)
    scaled *= np.float32(32767.0)
    np.rint(scaled, out=scaled)
    pcm = scaled.astype("<i2").data
    comment = encode(note).encode()
    comment += b" " * (len(comment) % 2)  # chunks have even lengths
    info = len(comment) + 12
    head = _HEAD.pack(
        b"RIFF", _HEAD.size + len(comment) + 8 + pcm.nbytes - 8, b"WAVE",
        b"fmt ", 16, _PCM, _MONO, rate, rate * _BYTES, _BYTES, 8 * _BYTES,
        b"LIST", info, b"INFO", b"ICMT", len(comment),
    )  # fmt: skip
    return b"".join((head, comment, struct.pack("<4sI", b"data", pcm.nbytes), pcm))
