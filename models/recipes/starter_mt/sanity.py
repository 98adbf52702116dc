"""Does the output look like a text of the wanted language at all? Counts of empty, looping and foreign output."""

from __future__ import annotations

import math
import random
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from .augment import plain
from .corpus import dev_path, key, read_dev, read_table

if TYPE_CHECKING:
    from .translator import Translator

ODD = ["OK.", "No!", "...", "42", "3.14", "Yes", "♪ La la la ♪", "[MUSIC]", "WHAT ARE YOU DOING?", "uh um yeah so",
       "Dr. Ngozi Okonjo-Iweala", "Wi-Fi 6E", "It costs $1,299.99.", "a", "?", "https", "ha ha ha ha ha ha ha",
       "no no no no no", "10:30 p.m.", "-- Who's there? -- Me."]
"""Inputs that subtitles do hold."""


def grams(text: str) -> list[str]:
    """Letter triples of a text with marked word ends."""
    line = f" {key(text)} "
    return [line[i:i + 3] for i in range(len(line) - 2)]


class Guess:
    """Which language is a text? Naive Bayes over letter triples of the training text."""

    def __init__(self, prep: Path, languages: list[str], each: int = 15_000) -> None:
        tables = {name: read_table(prep / f"{name}.tsv.gz")[:each] for name in languages}
        texts = {name: [row[2] for row in rows] for name, rows in tables.items()}
        texts["en"] = [row[1] for rows in tables.values() for row in rows][: each * 2]
        self.counts = {name: Counter(g for text in part for g in grams(text)) for name, part in texts.items()}
        self.totals = {name: counts.total() for name, counts in self.counts.items()}

    def score(self, text: str, language: str) -> float:
        """Log-likelihood of ``text``."""
        counts, total = self.counts[language], self.totals[language]
        return sum(math.log((counts[gram] + 0.1) / total) for gram in grams(text))

    def __call__(self, text: str) -> str:
        """The likeliest language."""
        return max(self.counts, key=lambda name: self.score(text, name))


def repeats(text: str) -> bool:
    """Whether the same one to four words stand three times in a row."""
    words = key(text).split()
    return any(words[start:start + size] * 3 == words[start:start + 3 * size]
               for size in range(1, 5) for start in range(len(words) - 3 * size + 1))


def loops(source: str, output: str) -> bool:
    """Whether the output is far too long, or repeats itself as the source does not."""
    return len(output) > 4 * len(source) + 60 or (repeats(output) and not repeats(source))


def inputs(prep: Path, languages: list[str], total: int = 2000) -> list[tuple[str, str]]:
    """(language, English): development sentences as they are, unpunctuated, joined; and odd ones."""
    rng = random.Random(7)
    made: list[tuple[str, str]] = []
    for language in languages:
        english = [pair[0] for pair in read_dev(dev_path(prep, language))]
        rng.shuffle(english)
        texts = list(ODD)
        for index in range(total // len(languages) - len(ODD)):
            text, other = english[index % len(english)], english[-1 - index % len(english)]
            texts.append((text, plain(text), f"{text} {other}")[index % 3])
        made += [(language, text) for text in texts]
    return made


def sanity(translate: Translator, prep: Path, languages: list[str], beam: int) -> dict[str, list[str]]:
    """Faults by kind, each as "language: source → output"; foreign only where the guess is sure (over 30 letters)."""
    guess = Guess(prep, languages)
    faults: dict[str, list[str]] = {"empty": [], "looping": [], "foreign": []}
    for language in languages:
        sources = [text for name, text in inputs(prep, languages) if name == language]
        for source, output in zip(sources, translate(sources, language, beam), strict=True):
            line = f"{language}: {source} → {output}"
            if not output.strip():
                faults["empty"].append(line)
            elif loops(source, output):
                faults["looping"].append(line)
            elif len(output) > 30 and source not in ODD and guess(output) != language:
                faults["foreign"].append(line)
    return faults
