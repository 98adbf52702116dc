"""Real speech for tests: decoded to what the pipeline carries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from faster_whisper.audio import decode_audio

from streamlation_desktop.core.types import AudioChunk, Samples
from streamlation_desktop.engines.guards import normalized


def load_speech(path: Path) -> Samples:
    """The whole file as mono samples at 16 000 Hz."""
    samples: Samples = decode_audio(str(path))
    return samples


def chunked(samples: Samples, size: int = 4000, first_sample: int = 0) -> Iterator[AudioChunk]:
    """The samples as a source would deliver them."""
    for start in range(0, len(samples), size):
        yield AudioChunk(samples[start : start + size], first_sample + start)


def plain(text: str) -> str:
    """The words alone, in lower case; "don't" stays one word."""
    return normalized(text.replace("'", ""))
