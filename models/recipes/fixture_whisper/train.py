"""Train the Whisper fixture; stops and resumes at any time.

    python -m models.recipes.fixture_whisper.train --work FOLDER --steps 2500

Besides Whisper's own loss, helpers use the known word times: the encoder names the word, and before that the letter,
that sounds at every position, and chosen attention heads look at the word in question. They make a small model learn in minutes, and give
the alignment heads.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from models.recipes.fixture_whisper import batches, tokens
from models.recipes.fixture_whisper.model import Size, Whisper
from models.recipes.fixture_whisper.speech import load

SEED = 5
PEAK, WARM_UP, LOWEST = 1.5e-3, 200, 0.03
"""Learning rate, steps until it is reached, share of it that the cosine ends at."""
MEMORY = 0.998
"""Of the moving average of the weights, which is what is exported."""
REPORT, CHECKPOINT = 50, 200
NEAR = 0.85
"""Share of long windows in which the encoder sees only what is near: the heads look near, and it is cheaper."""
WEIGHTS = (1.0, 0.4, 0.15, 0.1, 0.3)
"""Of the loss and its helpers: saying, hearing, recalling, spelling, looking."""


def new_model() -> Whisper:
    torch.manual_seed(SEED)
    return Whisper(batches.texts(), len(tokens.TIMESTAMPS), Size())


def looking(weights: Tensor, spans: Tensor) -> Tensor:
    """Mean of -log(attention inside the span) over tokens that sound; (B, heads, L, S) and (B, L, 2)."""
    at = torch.arange(weights.shape[-1])
    inside = (at >= spans[..., :1]) & (at < spans[..., 1:])
    mass = (weights * inside[:, None]).sum(-1).clamp(min=1e-4)
    sounds = (spans[..., 1] > spans[..., 0])[:, None].expand_as(mass)
    return -mass[sounds].log().mean() if sounds.any() else mass.sum() * 0


def soft_targets(logits: Tensor, targets: Tensor) -> Tensor:
    """Cross-entropy where a time stamp 20 ms beside the right one is half right."""
    first = batches.texts()
    logp = logits.log_softmax(-1)
    right = logp.gather(1, targets[:, None])[:, 0]
    before = (targets - 1).clamp(min=first)
    after = (targets + 1).clamp(max=logits.shape[1] - 1)
    beside = logp.gather(1, before[:, None])[:, 0] + logp.gather(1, after[:, None])[:, 0]
    return -torch.where(targets >= first, 0.5 * right + 0.25 * beside, right).mean()


def losses(model: Whisper, data: batches.Batch, near: bool) -> Tensor:
    """One for each of WEIGHTS."""
    before, memory = model.layers(data.mel, data.offsets, near)
    logits, maps = model.decode(data.inputs, memory)
    wanted = data.targets != batches.IGNORE
    saying = soft_targets(logits[wanted], data.targets[wanted])
    sounding, earlier = model.hear(memory)
    hearing = F.cross_entropy(sounding.flatten(0, 1), data.sounding.flatten())
    known = data.earlier != batches.IGNORE
    recalling = F.cross_entropy(earlier[known], data.earlier[known]) if known.any() else hearing * 0
    spelling = F.cross_entropy(model.speller(before).flatten(0, 1), data.letters.flatten())
    said = data.spans[:, :-1]
    look = looking(maps[-1][:, :3], data.spans[:, 1:])
    look = look + 0.3 * (looking(maps[0][:, :3], said) + sum(looking(m[:, :2], said) for m in maps[1:-1]))
    return torch.stack([saying, hearing, recalling, spelling, look])


def rate(step: int, steps: int) -> float:
    falling = LOWEST + (1 - LOWEST) * 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps)))
    return PEAK * min((step + 1) / WARM_UP, falling)


class Run:
    """The network on its way, and its moving average."""

    def __init__(self, path: Path) -> None:
        self.path, self.step = path, 0
        self.model = new_model()
        self.optimizer = torch.optim.AdamW(self.model.parameters(), lr=PEAK, betas=(0.9, 0.98), weight_decay=0.01)
        self.average = {name: value.clone() for name, value in self.model.state_dict().items()}
        if path.exists():
            saved = torch.load(path)
            self.model.load_state_dict(saved["model"])
            self.optimizer.load_state_dict(saved["optimizer"])
            self.average, self.step = saved["average"], saved["step"]

    def learn(self, data: batches.Batch, near: bool, speed: float) -> Tensor:
        for group in self.optimizer.param_groups:
            group["lr"] = speed
        parts = losses(self.model, data, near)
        (parts @ torch.tensor(WEIGHTS)).backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.step += 1
        share = max(1 - MEMORY, 1 / (1 + 0.1 * self.step))
        names, values = zip(*self.model.state_dict().items(), strict=True)
        torch._foreach_lerp_([self.average[name] for name in names], list(values), share)
        return parts.detach()

    def save(self) -> None:
        state = {"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict()}
        fresh = self.path.with_suffix(".new")
        torch.save({**state, "average": self.average, "step": self.step}, fresh)
        fresh.replace(self.path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=12_000)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    pools = {language: load(options.work, "train", language) for language in ("en", "es")}
    run = Run(options.work / "whisper.pt")
    began, sums = time.monotonic(), torch.zeros(len(WEIGHTS))
    while run.step < options.steps:
        data = batches.batch(SEED, run.step, run.step / options.steps, pools)
        near = data.mel.shape[2] > 1000 and random.Random(run.step).random() < NEAR
        sums += run.learn(data, near, rate(run.step, options.steps))
        if run.step % REPORT == 0:
            values = " ".join(f"{value:.3f}" for value in (sums / REPORT).tolist())
            passed = time.monotonic() - began
            print(f"{run.step} {passed:.0f} s say, hear, recall, spell, look: {values}", flush=True)
            sums.zero_()
        if run.step % CHECKPOINT == 0 or run.step == options.steps:
            run.save()


if __name__ == "__main__":
    main()
