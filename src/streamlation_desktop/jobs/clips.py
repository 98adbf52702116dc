"""Clips on disk, under a key of all that they depend on: what was said once is not said again."""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
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
from streamlation_desktop.storage.codec import canonical, decode, encode


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
    size: int
    """Bytes of the sound file."""


@dataclass(frozen=True, slots=True)
class ClipStore:
    """A folder of ``KEY.wav`` beside ``KEY.json``."""

    folder: Path

    def key(self, depends_on: object) -> str:
        """The name of a clip that depends on the fields of a dataclass."""
        return hashlib.sha256(canonical(depends_on).encode()).hexdigest()[:40]

    def recall(self, key: str) -> ClipNote | None:
        """What is known of a clip; None when it is not there, or not whole."""
        try:
            note = decode(ClipNote, (self.folder / f"{key}.json").read_text(encoding="utf-8"))
            return note if self.path(key).stat().st_size == note.size else None
        except (OSError, UnicodeDecodeError, DatabaseDamaged):
            return None

    def path(self, key: str) -> Path:
        """The sound file of a clip."""
        return self.folder / f"{key}.wav"

    def keep(self, key: str, samples: Samples, rate: int, note: ClipNote) -> ClipNote:
        """Store a clip: first its sound, then its note, so that one with a note is whole.

        Raises:
            DiskFull, NotWritable: the disk refuses.
        """
        path = self.path(key)
        with disk_errors(path):
            size = _replace(path, _wav(samples, rate))
            whole = ClipNote(note.text, note.start, note.seconds, note.scale, note.stretch, note.wording, size)
            _replace(path.with_suffix(".json"), encode(whole).encode())
        return whole

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
            self.path(key).with_suffix(".json").unlink(missing_ok=True)
            raise StorageError(f"a clip is damaged ({exc})", hint="It is spoken again.") from exc
        return softened(resampled(samples, rate, MIX_RATE), MIX_RATE)


def _replace(path: Path, data: bytes) -> int:
    """Without waiting for the disk: a clip that a power cut takes is made again."""
    handle, name = tempfile.mkstemp(prefix=".streamlation-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return len(data)


def _wav(samples: Samples, rate: int) -> bytes:
    scaled = np.clip(samples, -1.0, 1.0)
    scaled *= np.float32(32767.0)
    np.rint(scaled, out=scaled)
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(scaled.astype("<i2").data)
    return buffer.getvalue()
