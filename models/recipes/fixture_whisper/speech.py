"""The synthesised utterances on disk, as values."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np

from models.recipes.synthetic_speech.spoken import Samples, Word


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence in one voice."""

    language: str
    samples: Samples
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    def stretched(self, factor: float) -> Utterance:
        """Play ``factor`` times slower, and so deeper: one more speaker."""
        count = round(len(self.samples) * factor)
        at = np.linspace(0, len(self.samples) - 1, count)
        samples = np.interp(at, np.arange(len(self.samples)), self.samples).astype(np.float32)
        words = tuple(Word(word.text, word.start * factor, word.end * factor) for word in self.words)
        return Utterance(self.language, samples, words)


def load(work: Path, split: str, language: str) -> list[Utterance]:
    name = work / f"speech-{split}-{language}"
    pcm = np.load(name.with_suffix(".npy"), mmap_mode="r")
    utterances, position = [], 0
    for row in json.loads(name.with_suffix(".json").read_text(encoding="utf-8")):
        samples = pcm[position : position + row["samples"]].astype(np.float32) / 32768
        utterances.append(Utterance(language, samples, tuple(Word(*word) for word in row["words"])))
        position += row["samples"]
    return utterances


def varied(rng: Random, utterance: Utterance) -> Utterance:
    """Change rate and loudness a little."""
    if rng.random() < 0.4:
        utterance = utterance.stretched(rng.uniform(0.93, 1.07))
    level = float(np.sqrt(np.mean(utterance.samples**2)))
    gain = 0.1 * 10 ** (rng.uniform(-14, 6) / 20) / max(level, 1e-4)
    samples = np.clip(utterance.samples * gain, -1, 1).astype(np.float32)
    return Utterance(utterance.language, samples, utterance.words)
