"""The unit of committed work: a deterministic group of recognition windows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from streamlation_desktop.core.types import SAMPLE_RATE, SpeechSegment, Transcript

MAX_SEGMENTS = 8


@dataclass(frozen=True, slots=True)
class SpeechChunk:
    """Consecutive windows that are recognized in one batch and committed together."""

    ordinal: int
    """From 0."""
    segments: tuple[SpeechSegment, ...]

    @property
    def first_sample(self) -> int:
        """Where its audio starts."""
        return self.segments[0].audio.first_sample

    @property
    def end_sample(self) -> int:
        """One past its last sample: where the audio of the next chunk is read from."""
        last = self.segments[-1].audio
        return last.first_sample + len(last.samples)

    @property
    def seconds(self) -> float:
        """Media that it covers."""
        return (self.end_sample - self.first_sample) / SAMPLE_RATE


@dataclass(frozen=True, slots=True)
class RecognizedChunk:
    """What was said in one chunk."""

    ordinal: int
    first_sample: int
    end_sample: int
    windows: int
    """How many segments it was made of."""
    transcripts: tuple[Transcript, ...]
    is_replayed: bool = False
    """True when an earlier run had committed it."""

    @property
    def is_end(self) -> bool:
        """True for the empty chunk that is committed when the source has ended."""
        return self.windows == 0


def chunk_size(ordinal: int, limit: int) -> int:
    """Segments in the chunk: 1, 2, 4 … up to `limit`, so that the first captions come early."""
    return int(min(limit, 2 ** min(ordinal, 10)))


def chunked(
    segments: Iterable[SpeechSegment], *, limit: int = MAX_SEGMENTS, first_ordinal: int = 0
) -> Iterator[SpeechChunk]:
    """Group segments into chunks whose sizes depend on nothing but their ordinal.

    A run that resumes after chunk *n* therefore makes the same chunks as one that was never
    disturbed.
    """
    ordinal = first_ordinal
    group: list[SpeechSegment] = []
    for segment in segments:
        group.append(segment)
        if len(group) == chunk_size(ordinal, limit):
            yield SpeechChunk(ordinal, tuple(group))
            ordinal, group = ordinal + 1, []
    if group:
        yield SpeechChunk(ordinal, tuple(group))


CommitChunk = Callable[[RecognizedChunk], None]
"""Makes a recognized chunk durable; it is so when the call returns."""
