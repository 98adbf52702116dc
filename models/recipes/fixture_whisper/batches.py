"""Windows of one length as tensors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random

import torch
from torch import Tensor

from models.recipes.fixture_whisper import tokens
from models.recipes.fixture_whisper.speech import Utterance
from models.recipes.fixture_whisper.windows import Plan, Window, make

IGNORE = -100
AUDIO = 30.0
"""Seconds of audio in a batch."""
LATE = 0.73
"""Share of the steps after which long windows prevail: where the words are in them takes longest to learn."""
PLAIN = 0.08
"""Share of the steps in which all windows are short and hold whole sentences."""
SHIFTED = 0.6
"""Share of windows that start at a later position: cheap lessons for the end of the 30 s."""
LETTERS = "abcdefghijklmnopqrstuvwxyzáéíóúñü"


@cache
def indices() -> dict[int, int]:
    """Token id to row of the model's table; the texts come before the times."""
    return {token: row for row, token in enumerate(tokens.used())}


def texts() -> int:
    return len(tokens.used()) - len(tokens.TIMESTAMPS)


@dataclass(frozen=True, slots=True)
class Batch:
    mel: Tensor
    """(B, 80, T)"""
    inputs: Tensor
    """(B, L)"""
    targets: Tensor
    """(B, L), IGNORE where nothing is predicted."""
    sounding: Tensor
    """(B, S) row of the token heard + 1, 0 for none, IGNORE in words that are cut."""
    earlier: Tensor
    """(B, S) row + 1 of the token before the one heard; IGNORE where none is heard or known."""
    letters: Tensor
    """(B, S) place in LETTERS of the letter heard + 1, as if all letters of a token took the same time; 0 for none."""
    offsets: Tensor
    """(B,) position at which the window starts, as if earlier parts of 30 s had been cut off."""
    spans: Tensor
    """(B, L + 1, 2) first and last position of every token; empty where it does not sound."""


def plans(rng: Random, progress: float) -> list[Plan]:
    """The windows of one batch: whole sentences first, soon all lengths up to 30 s, at last mostly full 30 s."""
    kind, (short, medium) = rng.random(), (0.1, 0.25) if progress > LATE else (0.2, 0.45)
    if progress < PLAIN:
        seconds, sentences = rng.uniform(2.0, 5.0), 2
    elif kind < short:
        seconds, sentences = rng.uniform(1.0, 6.0), rng.choice((1, 2, 3))
    elif kind < medium:
        seconds, sentences = rng.uniform(6.0, 15.0), rng.choice((2, 6))
    else:
        seconds, sentences = rng.choice((30.0, 30.0, rng.uniform(16, 30))), rng.choice((2, 14, 14, 14, 14))
    count = int(seconds * 50) * 320
    number = min(32, max(1, round(AUDIO / seconds)))
    return [Plan(count, _heard(rng, count, progress), sentences, progress < PLAIN) for _ in range(number)]


def _heard(rng: Random, count: int, progress: float) -> int:
    """How much of a window is sound; the rest is padding."""
    if progress < PLAIN or rng.random() < (0.65 if progress > LATE else 0.5):
        return count
    return rng.randint(min(count, 12_800), count)


def batch(seed: int, step: int, progress: float, pools: dict[str, list[Utterance]]) -> Batch:
    """The windows of one step, all of one length."""
    rng = Random(f"{seed}/{step}")
    windows = [make(rng, plan, pools) for plan in plans(rng, progress)]
    room = 1500 - windows[0].mel.shape[1] // 2
    offsets = [rng.randint(0, room) if window.speech and rng.random() < SHIFTED else 0 for window in windows]
    return collate(windows, offsets)


@cache
def spelling(token: int) -> tuple[int, ...]:
    """Places of a text token's letters in LETTERS, + 1."""
    text = tokens.build()[0].decode([token]).strip().lower()
    return tuple(LETTERS.index(letter) + 1 for letter in text if letter in LETTERS)


def collate(windows: list[Window], offsets: list[int]) -> Batch:
    rows = indices()
    unknown, length = len(rows), max(len(window.sequence) for window in windows)
    inputs = torch.full((len(windows), length - 1), rows[tokens.EOT])
    targets = torch.full((len(windows), length - 1), IGNORE)
    spans = torch.zeros(len(windows), length, 2)
    sounding = torch.zeros(len(windows), windows[0].mel.shape[1] // 2, dtype=torch.long)
    letters, earlier = torch.zeros_like(sounding), torch.full_like(sounding, IGNORE)
    for number, window in enumerate(windows):
        said = [token + offsets[number] if token >= tokens.TIME else token for token in window.sequence]
        ids = [rows.get(token, unknown) for token in said]
        inputs[number, : len(ids) - 1] = torch.tensor(ids[:-1])
        goal = [IGNORE if given else index for index, given in zip(ids, window.silent, strict=True)]
        if not window.speech:
            goal[window.sequence.index(tokens.SOT) + 1] = rows[tokens.NO_SPEECH]
        targets[number, : len(ids) - 1] = torch.tensor(goal[1:])
        last_text = IGNORE
        for place, (token, span) in enumerate(zip(window.sequence, window.spans, strict=True)):
            if span is None:
                continue
            first, last = max(0, int(span[0] * 50)), max(int(span[0] * 50) + 2, round(span[1] * 50))
            spans[number, place] = torch.tensor((first, last))
            if token > 255 and token < tokens.TEXT:
                sounding[number, first:last] = rows[token] + 1
                earlier[number, first:last] = last_text
                last_text = rows[token] + 1
                count, spelt = len(sounding[number, first:last]), spelling(token)
                if spelt:
                    letters[number, first:last] = torch.tensor([spelt[at * len(spelt) // count] for at in range(count)])
        for word in window.broken:
            first, last = max(0, int(word.start * 50)), max(0, round(word.end * 50))
            sounding[number, first:last] = letters[number, first:last] = IGNORE
    mel = torch.stack([torch.from_numpy(window.mel) for window in windows])
    return Batch(mel, inputs, targets, sounding, earlier, letters, torch.tensor(offsets), spans)
