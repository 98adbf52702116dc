"""Speech with known word times, and how long each word took to appear."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np

from benchmarks.asr.material import load
from streamlation_desktop.core.types import SAMPLE_RATE, Samples
from streamlation_desktop.engines.guards import normalized


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word and when it was over."""

    text: str
    end: float


@dataclass(frozen=True, slots=True)
class Talk:
    """Sentences with pauses between them."""

    samples: Samples
    words: tuple[SpokenWord, ...]

    @property
    def seconds(self) -> float:
        return len(self.samples) / SAMPLE_RATE


@dataclass(frozen=True, slots=True)
class Emission:
    """A word that was settled, and when."""

    text: str
    at: float


def compose(path: Path, seconds: float, seed: int = 0) -> Talk:
    """A talk of the sentences of a sample in random order, with pauses of 0.1 to 2.5 s and soft noise."""
    rng = np.random.default_rng(seed)
    samples = load(path)
    sentences = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["sentences"]
    parts: list[Samples] = []
    words: list[SpokenWord] = []
    at = 0.0
    while at < seconds:
        sentence = sentences[rng.integers(len(sentences))]
        start, end = sentence["start"] - 0.05, sentence["end"] + 0.05
        pause = np.zeros(round(rng.uniform(0.1, 2.5) * SAMPLE_RATE), np.float32)
        speech = samples[round(start * SAMPLE_RATE) : round(end * SAMPLE_RATE)]
        at += len(pause) / SAMPLE_RATE
        words += [SpokenWord(plain(word["text"]), at + word["end"] - start) for word in sentence["words"]]
        parts += [pause, speech]
        at += len(speech) / SAMPLE_RATE
    joined = np.concatenate([*parts, np.zeros(2 * SAMPLE_RATE, np.float32)])
    noisy = joined + rng.normal(0, 0.0005, len(joined)).astype(np.float32)
    return Talk(noisy.astype(np.float32), tuple(words))


def plain(text: str) -> str:
    return normalized(text.replace("'", ""))


def split(emissions: Sequence[Emission]) -> list[Emission]:
    """One emission per plain word."""
    return [Emission(word, each.at) for each in emissions for word in plain(each.text).split()]


def lags(talk: Talk, emissions: Sequence[Emission]) -> list[float]:
    """Seconds from the end of each word that was heard rightly to its emission."""
    return [lag for _, lag in timed_lags(talk, emissions)]


def timed_lags(talk: Talk, emissions: Sequence[Emission]) -> list[tuple[float, float]]:
    """The end of each word that was heard rightly, and its lag, by alignment of the texts."""
    said, heard = [word.text for word in talk.words], split(emissions)
    blocks = SequenceMatcher(None, said, [each.text for each in heard], autojunk=False).get_matching_blocks()
    pairs = [(block.a + n, block.b + n) for block in blocks for n in range(block.size)]
    return [(talk.words[here].end, heard[there].at - talk.words[here].end) for here, there in pairs]
