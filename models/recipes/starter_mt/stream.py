"""Endless, reproducible stream of training batches.

Examples are drawn in chunks; chunk ``k`` depends only on the seed and ``k`` (but for SentencePiece's own random
segmentations), so a run resumes at a chunk's number and chunks can be made by other processes.
"""

from __future__ import annotations

import multiprocessing
import random
from collections import deque
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import numpy as np

from .augment import light, plain, swap
from .config import BACK_TAG, EOS, PAD, PIVOT_TAG, Config, prefix
from .corpus import WEIGHT, Pair, read_table
from .vocabulary import load_vocabulary

Example = tuple[list[int], list[int]]
Batch = tuple[np.ndarray, np.ndarray]
"""Source and target pieces, int16, shape (sentences, pieces), padded; the target without a start piece."""


class Stream:
    """Draws, varies, encodes and batches examples."""

    def __init__(self, prep: Path, config: Config) -> None:
        self.config = config
        self.pieces = load_vocabulary(prep)
        self.pools: dict[str, dict[str, list[Pair]]] = {}
        for language in config.languages:
            pool: dict[str, list[Pair]] = {}
            for path in sorted(prep.glob(f"{language}*.tsv.gz")):
                for row in read_table(path):
                    pool.setdefault(row[0], []).append(row)
            self.pools[language] = pool
        mass = {name: {kind: len(rows) * WEIGHT[kind] for kind, rows in pool.items()}
                for name, pool in self.pools.items()}
        self.kind_weights = {name: list(kinds.values()) for name, kinds in mass.items()}
        by_size = [sum(kinds.values()) ** config.temperature for kinds in mass.values()]
        self.language_weights = [float(share) for share in config.shares] or by_size

    def _pair(self, language: str, kind: str, rng: random.Random) -> tuple[str, str]:
        rows = self.pools[language][kind]
        several = 3 if rng.random() < self.config.long_share else 1
        drawn = [rows[int(rng.random() * len(rows))] for _ in range(several)]
        _, english, foreign = max(drawn, key=lambda row: len(row[2]))
        return swap(english, foreign, rng) if rng.random() < self.config.swap_share else (english, foreign)

    def _text(self, rng: random.Random) -> tuple[str, str, str, str]:
        """Language, kind, English, foreign: one sentence or several joined ones, the English perhaps degraded."""
        language = rng.choices(self.config.languages, self.language_weights)[0]
        kind = rng.choices(list(self.pools[language]), self.kind_weights[language])[0]
        english, foreign = self._pair(language, kind, rng)
        if rng.random() < self.config.join_share:
            for _ in range(rng.choice((1, 1, 2))):
                more = self._pair(language, kind, rng)
                english, foreign = f"{english} {more[0]}", f"{foreign} {more[1]}"
        roll = rng.random()
        if roll < self.config.plain_share:
            english = plain(english, rng)
        elif roll < self.config.plain_share * 1.3:
            english = light(english, rng)
        return language, kind, english, foreign

    def _examples(self, rng: random.Random) -> Iterator[Example]:
        """One chunk of encoded examples; some sources in a random segmentation (Kudo 2018)."""
        config = self.config
        texts = [self._text(rng) for _ in range(config.chunk)]
        tag = {"bt": [self.pieces.piece_to_id(BACK_TAG)], "pv": [self.pieces.piece_to_id(PIVOT_TAG)]}
        want = {language: self.pieces.piece_to_id(prefix(language)) for language in config.languages}
        targets = self.pieces.encode([text[3] for text in texts])
        for (language, kind, english, _), target in zip(texts, targets, strict=True):
            if rng.random() < config.resegment_share:
                source = self.pieces.encode(english, enable_sampling=True, alpha=0.2, nbest_size=-1)
            else:
                source = self.pieces.encode(english)
            if source and target and max(len(source), len(target)) <= config.max_tokens:
                yield [want[language], *tag.get(kind, []), *source, EOS], [*target, EOS]

    def chunk(self, number: int) -> list[Batch]:
        """Batches of chunk ``number``: alike in length, none above ``batch_tokens`` with padding, shuffled."""
        rng = random.Random(f"{self.config.seed}:{number}")
        multiple = self.config.multiple
        examples = sorted(self._examples(rng), key=lambda pair: by_length(pair, multiple))
        batches: list[Batch] = []
        start, longest = 0, 0
        for index, (source, target) in enumerate(examples):
            own = up(max(len(source), len(target)), multiple)
            size = max(longest, own)
            if index > start and size * (index - start + 1) > self.config.batch_tokens:
                batches.append(pad(examples[start:index], multiple))
                start, size = index, own
            longest = size
        batches.append(pad(examples[start:], multiple))
        rng.shuffle(batches)
        return batches


def up(length: int, multiple: int) -> int:
    """``length`` or the next multiple above it."""
    return -(-length // multiple) * multiple


def by_length(example: Example, multiple: int) -> tuple[int, int]:
    """Where an example stands among others: by target; by source there and back, so that neighbours are ever alike."""
    source, target = (up(len(side), multiple) for side in example)
    return target, -source if target // multiple % 2 else source


def pad(examples: list[Example], multiple: int = 1) -> Batch:
    """Stack examples, filled up with PAD."""
    sides = []
    for side in (0, 1):
        rows = [example[side] for example in examples]
        table = np.full((len(rows), up(max(map(len, rows)), multiple)), PAD, np.int16)
        for index, row in enumerate(rows):
            table[index, : len(row)] = row
        sides.append(table)
    return sides[0], sides[1]


def real_pieces(batch: Batch) -> int:
    """How many target pieces a batch has, padding left out."""
    return int((batch[1] != PAD).sum())


_worker: Stream


def _start(prep: Path, config: Config) -> None:
    global _worker
    _worker = Stream(prep, config)


def _make(number: int) -> list[Batch]:
    return _worker.chunk(number)


def chunks(prep: Path, config: Config, first: int) -> Iterator[list[Batch]]:
    """Chunks from number ``first`` on, for ever; made ahead by ``config.workers`` processes if any."""
    if not config.workers:
        stream = Stream(prep, config)
        yield from map(stream.chunk, count(first))
    with multiprocessing.get_context("spawn").Pool(config.workers, _start, (prep, config)) as pool:
        numbers = count(first)
        ahead = deque(pool.apply_async(_make, (number,)) for number in islice(numbers, 2 * config.workers))
        while True:
            ahead.append(pool.apply_async(_make, (next(numbers),)))
            yield ahead.popleft().get()


def batches(prep: Path, config: Config, first: int, skip: int) -> Iterator[tuple[int, int, Batch]]:
    """Batches, each with the position (chunk, index) to resume at after it; from ``skip`` on in chunk ``first``."""
    for number, made in enumerate(chunks(prep, config, first), first):
        for index, batch in enumerate(made):
            if number > first or index >= skip:
                last = index + 1 == len(made)
                yield number + last, 0 if last else index + 1, batch
