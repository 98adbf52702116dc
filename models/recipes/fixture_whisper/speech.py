"""The synthesised utterances on disk, as values."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import numpy as np
import numpy.typing as npt

from models.recipes.synthetic_speech.spoken import Samples, Word


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence in one voice."""

    language: str
    pcm: npt.NDArray[np.int16] = field(repr=False)
    words: tuple[Word, ...]

    @property
    def samples(self) -> Samples:
        return self.pcm.astype(np.float32) / 32768

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def load(work: Path, split: str, language: str) -> list[Utterance]:
    name = work / f"speech-{split}-{language}"
    pcm = np.load(name.with_suffix(".npy"), mmap_mode="r")
    utterances, position = [], 0
    for row in json.loads(name.with_suffix(".json").read_text(encoding="utf-8")):
        samples = pcm[position : position + row["samples"]]
        utterances.append(Utterance(language, samples, tuple(Word(*word) for word in row["words"])))
        position += row["samples"]
    return utterances


def varied(rng: Random, utterance: Utterance) -> tuple[Samples, list[Word]]:
    """Change rate, and with it the height of the voice, and loudness a little."""
    samples, words = utterance.samples, list(utterance.words)
    if rng.random() < 0.4:
        factor = rng.uniform(0.93, 1.07)
        at = np.linspace(0, len(samples) - 1, round(len(samples) * factor))
        samples = np.interp(at, np.arange(len(samples)), samples).astype(np.float32)
        words = [Word(word.text, word.start * factor, word.end * factor) for word in words]
    level = float(np.sqrt(np.mean(samples**2)))
    gain = 0.1 * 10 ** (rng.uniform(-14, 6) / 20) / max(level, 1e-4)
    return np.clip(samples * gain, -1, 1).astype(np.float32), words
