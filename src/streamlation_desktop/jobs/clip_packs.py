"""The clips of a job, one behind the other in a few files: to create a file takes as long as to say a short line."""

from __future__ import annotations

import io
import os
import secrets
import struct
import wave
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from streamlation_desktop.core.errors import StorageError
from streamlation_desktop.core.files import disk_errors
from streamlation_desktop.core.types import Samples
from streamlation_desktop.core.wav import read_wav
from streamlation_desktop.dubbing.clips import softened
from streamlation_desktop.dubbing.mix import MIX_RATE
from streamlation_desktop.jobs.clips import ClipNote, note_in, note_of, wav_of
from streamlation_desktop.media.tempo import resampled

SUFFIX = ".clips"
_HEAD = struct.Struct("<4s20sI")
"""Before each clip: a mark, its key, and how long its WAV file is."""
_MARK = b"clip"
_FORGOTTEN = bytes(20)


class _Place(NamedTuple):
    """Where a clip lies."""

    pack: Path
    start: int
    """Of its WAV file."""
    size: int


@dataclass(slots=True)
class ClipPacks:
    """A folder of packs: WAV files under their keys. Each run of a stage adds to a pack of its own.

    Nobody waits for the disk: a clip that a kill or a power cut left shorter than told, or other than it was written,
    is not there, then. Used by one thread.
    """

    folder: Path
    _places: dict[str, _Place] = field(init=False)
    _pack: io.FileIO | None = None

    def __post_init__(self) -> None:
        self._places = dict(self._found())

    def recall(self, key: str) -> ClipNote | None:
        """What is known of a clip; None when it is not there, or not whole."""
        place = self._places.get(key)
        if place is None:
            return None
        try:
            with place.pack.open("rb") as file:
                file.seek(place.start)
                return note_in(file, place.size)
        except OSError:
            return None

    def keep(self, key: str, samples: Samples, rate: int, note: ClipNote) -> ClipNote:
        """Store a clip.

        Raises:
            DiskFull, NotWritable: the disk refuses; nothing of the clip stays.
        """
        head, sound = wav_of(samples, rate, note)
        size = len(head) + len(sound)
        with disk_errors(self.folder):
            if self._pack is None:
                self._pack = io.FileIO(self.folder / f"{secrets.token_hex(8)}{SUFFIX}", "xb")
            start = self._pack.tell()
            try:
                _write(self._pack, b"".join((_HEAD.pack(_MARK, bytes.fromhex(key), size), head, sound)))
            except BaseException:
                self._pack.truncate(start)
                self._pack.seek(start)
                raise
        self._places[key] = _Place(Path(str(self._pack.name)), start + _HEAD.size, size)
        return note

    def load(self, key: str) -> Samples:
        """The samples of a clip at `MIX_RATE`, with soft edges.

        Raises:
            StorageError: it is damaged, and was forgotten: it has to be said again.
        """
        try:
            samples, rate = read_wav(io.BytesIO(self._whole(key)))
        except (OSError, EOFError, KeyError, ValueError, wave.Error) as exc:
            self._forget(key)
            raise StorageError(f"a clip is damaged ({exc})", hint="It is spoken again.") from exc
        return softened(resampled(samples, rate, MIX_RATE), MIX_RATE)

    def close(self) -> None:
        """No clip is added any more. Idempotent."""
        if self._pack is not None:
            self._pack.close()
            self._pack = None

    def _whole(self, key: str) -> bytes:
        place = self._places[key]
        with place.pack.open("rb") as file:
            file.seek(place.start)
            data = file.read(place.size)
        if note_of(data) is None:
            raise ValueError("it is not as it was written")
        return data

    def _forget(self, key: str) -> None:
        place = self._places.pop(key, None)
        if place is not None and place.pack.exists():
            with disk_errors(place.pack), place.pack.open("r+b") as file:
                file.seek(place.start - _HEAD.size + len(_MARK))
                file.write(_FORGOTTEN)

    def _found(self) -> Iterator[tuple[str, _Place]]:
        for pack in sorted(self.folder.glob(f"*{SUFFIX}")):
            with suppress(OSError), pack.open("rb") as file:  # what cannot be read is said again
                yield from _clips_in(pack, file, os.fstat(file.fileno()).st_size)


def _clips_in(pack: Path, file: io.BufferedReader, end: int) -> Iterator[tuple[str, _Place]]:
    """Those that are whole, up to the first place where none begins."""
    start = 0
    while start + _HEAD.size <= end:
        file.seek(start)
        mark, key, size = _HEAD.unpack(file.read(_HEAD.size))
        start += _HEAD.size
        if mark != _MARK or start + size > end:
            return
        if key != _FORGOTTEN:
            yield key.hex(), _Place(pack, start, size)
        start += size


def _write(file: io.FileIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]
