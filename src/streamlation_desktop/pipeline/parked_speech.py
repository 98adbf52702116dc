"""Speech whose turn comes later, on disk: its sound would fill the memory."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass

import numpy as np

from streamlation_desktop.core.errors import StorageError
from streamlation_desktop.core.types import AudioChunk, SpeechSegment
from streamlation_desktop.pipeline.chunks import SpeechChunk

MOST_BYTES = 2**30
"""Room for more than four hours of speech."""
_SAMPLE_BYTES = 4


@dataclass(frozen=True, slots=True)
class _Segment:
    id: int
    first_sample: int
    length: int


@dataclass(frozen=True, slots=True)
class ParkedChunk:
    """A chunk without its sound."""

    ordinal: int
    segments: tuple[_Segment, ...]
    offset: int
    """Of its sound in the file, in bytes."""

    @property
    def end_sample(self) -> int:
        """See `SpeechChunk`."""
        return self.segments[-1].first_sample + self.segments[-1].length


class SpeechPark:
    """A nameless temporary file, which is gone with the process. For one thread at a time."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="streamlation-")  # noqa: SIM115 - closed by `close`
        self._end = 0

    @property
    def has_room(self) -> bool:
        """False when enough is parked."""
        return self._end < MOST_BYTES

    def park(self, chunk: SpeechChunk) -> ParkedChunk:
        """Write the sound of `chunk`.

        Raises:
            OSError: the disk is full, or refuses.
        """
        offset = self._end
        self._file.seek(offset)
        for segment in chunk.segments:
            self._file.write(segment.audio.samples.astype(np.float32, copy=False).tobytes())
        self._file.flush()
        self._end = self._file.tell()
        segments = tuple(_Segment(one.id, one.audio.first_sample, len(one.audio.samples)) for one in chunk.segments)
        return ParkedChunk(chunk.ordinal, segments, offset)

    def fetch(self, parked: ParkedChunk) -> SpeechChunk:
        """The chunk with its sound.

        Raises:
            StorageError: the disk refuses.
        """
        segments = []
        try:
            self._file.seek(parked.offset)
            for one in parked.segments:
                samples = np.frombuffer(self._file.read(one.length * _SAMPLE_BYTES), np.float32)
                segments.append(SpeechSegment(one.id, AudioChunk(samples, one.first_sample)))
        except OSError as error:
            raise StorageError(f"speech that was put aside cannot be read: {error}", hint="Start again.") from error
        return SpeechChunk(parked.ordinal, tuple(segments))

    def close(self) -> None:
        """Forget everything."""
        self._file.close()
