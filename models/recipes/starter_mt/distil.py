"""A larger network translates the English of every corpus into every language, for the small one to learn from.

Sequence-level knowledge distillation (Kim & Rush 2016): one translation for each sentence, plainer than what people
write, so that a small network follows it better; and sentences that only one language has reach the others.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from sentencepiece import SentencePieceProcessor
from torch import Tensor

from . import checkpoint
from .config import BOS, EOS, PAD, UNK, Config, prefix
from .corpus import Pair, acceptable, read_table, write_table
from .network import Network
from .sanity import loops
from .stream import pad
from .vocabulary import load_vocabulary

BLOCK = 8192
"""Sentences of one language in a turn."""


def load_teacher(path: Path, device: str) -> Network:
    """The network of an ``averaged.pt``, ready to translate; in half precision on a graphics processor."""
    state = checkpoint.load(path)
    network = Network(**state["shape"])
    network.load_state_dict(state["model"])
    network.to(device, torch.bfloat16 if device == "cuda" else torch.float32)
    return network.eval()


@torch.no_grad()
def greedy(network: Network, source: Tensor) -> list[list[int]]:
    """The likeliest piece at each place: (B, S) → B lists without EOS; empty where no end came within the limit."""
    memory, mask = network.encode(source)
    limit = min(2 * source.shape[1] + 10, 200)
    target = torch.full_like(source[:, :1], BOS)
    rows = torch.arange(len(source), device=source.device)
    outputs: list[list[int]] = [[] for _ in range(len(source))]
    for place in range(1, limit):
        scores = network.decode(target, memory, mask)[:, -1] @ network.embedding.weight.t()
        scores[:, [UNK, BOS, PAD]] = -torch.inf
        target = torch.cat([target, scores.argmax(-1, keepdim=True)], 1)
        if place % 4 == 0 or place == limit - 1:
            ended = (target == EOS).any(1)
            for row, pieces in zip(rows[ended].tolist(), target[ended].tolist(), strict=True):
                outputs[row] = pieces[1: pieces.index(EOS)]
            target, memory, mask, rows = (side[~ended] for side in (target, memory, mask, rows))
            if not len(rows):
                break
    return outputs


def english(prep: Path, config: Config) -> list[str]:
    """What people wrote in English in any corpus but user interfaces, each once, shuffled."""
    texts = {row[1] for name in config.languages for row in read_table(prep / f"{name}.tsv.gz") if row[0] != "ui"}
    ordered = sorted(texts)
    random.Random(config.seed).shuffle(ordered)
    return ordered


def translations(
    network: Network, pieces: SentencePieceProcessor, texts: list[str], language: str, config: Config
) -> Iterator[Pair]:
    """Sentences with their translation; those that are too long or came out unlike or looping are left out."""
    device, tag = network.embedding.weight.device, pieces.piece_to_id(prefix(language))
    rows = sorted(zip(pieces.encode(texts), texts, strict=True), key=lambda row: len(row[0]))
    rows = [row for row in rows if len(row[0]) + 2 <= config.max_tokens]
    step = max(1, config.batch_tokens // 16)
    for start in range(0, len(rows), step):
        part = rows[start:start + step]
        source = pad([([tag, *ids, EOS], [EOS]) for ids, _ in part])[0]
        outputs = pieces.decode(greedy(network, torch.from_numpy(source.astype("int64")).to(device)))
        for (_, text), output in zip(part, outputs, strict=True):
            if output and acceptable(text, output) and not loops(text, output):
                yield "kd", text, output


def distil(work: Path, teacher: Path, config: Config, device: str, minutes: float) -> None:
    """Write ``prep/XX.kd.tsv.gz``: the languages take turns until all is translated or the time is up."""
    prep = work / "prep"
    network, pieces, texts = load_teacher(teacher, device), load_vocabulary(prep), english(prep, config)
    made: dict[str, list[Pair]] = {language: [] for language in config.languages}
    until = time.monotonic() + (minutes * 60 or float("inf"))
    for start in range(0, len(texts), BLOCK):
        for language in config.languages:
            if time.monotonic() < until:
                made[language] += translations(network, pieces, texts[start:start + BLOCK], language, config)
    for language, rows in made.items():
        print(language, "kd", write_table(prep / f"{language}.kd.tsv.gz", rows), "of", len(texts), flush=True)
