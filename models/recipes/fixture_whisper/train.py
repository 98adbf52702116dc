"""Train the Whisper fixture; stops and resumes at any time.

    python -m models.recipes.fixture_whisper.train --work FOLDER --steps 2500

Besides Whisper's own loss, helpers use the known word times: the encoder names the word, and before that the letter,
that sounds at every position, and chosen attention heads look at the word in question. They make a small model learn in minutes, and give
the alignment heads.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import torch
from torch import Tensor, distributed, multiprocessing
from torch.nn import functional as F

from models.recipes.fixture_whisper import batches, tokens
from models.recipes.fixture_whisper.model import Size, Whisper
from models.recipes.fixture_whisper.speech import load

SEED = 5
PEAK, WARM_UP, DECAY = 1.5e-3, 150, 0.4
"""Learning rate, steps until it is reached, share of the steps over which it falls."""
REPORT, CHECKPOINT = 20, 100
WEIGHTS = (1.0, 0.4, 0.1, 0.3)
"""Of the loss and its helpers: saying, hearing, spelling, looking."""


def new_model() -> Whisper:
    torch.manual_seed(SEED)
    return Whisper(batches.texts(), len(tokens.TIMESTAMPS), Size(encoder_layers=3, decoder_layers=3))


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


def losses(model: Whisper, data: batches.Batch) -> Tensor:
    """Saying the text, hearing words, hearing letters, looking at the right place; (4,)."""
    before, memory = model.layers(data.mel, data.offsets)
    logits, maps = model.decode(data.inputs, memory)
    wanted = data.targets != batches.IGNORE
    saying = soft_targets(logits[wanted], data.targets[wanted])
    hearing = F.cross_entropy(model.spotter(memory).flatten(0, 1), data.sounding.flatten())
    spelling = F.cross_entropy(model.speller(before).flatten(0, 1), data.letters.flatten())
    before_it = data.spans[:, :-1]
    look = looking(maps[-1][:, :2], data.spans[:, 1:]) + 0.3 * (looking(maps[0], before_it) + looking(maps[1][:, :2], before_it))
    return torch.stack([saying, hearing, spelling, look])


def rate(step: int, steps: int) -> float:
    return PEAK * min(1.0, (step + 1) / WARM_UP, max(0.01, (steps - step) / (DECAY * steps)))


def share_gradients(model: Whisper, processes: int) -> None:
    """Average the gradients of all processes."""
    gradients = [parameter.grad for parameter in model.parameters() if parameter.grad is not None]
    flat = torch.cat([gradient.flatten() for gradient in gradients])
    distributed.all_reduce(flat)
    pieces = (flat / processes).split([gradient.numel() for gradient in gradients])
    for gradient, piece in zip(gradients, pieces, strict=True):
        gradient.copy_(piece.view_as(gradient))


def learn(rank: int, options: argparse.Namespace) -> None:
    """The loop of one process; all hold the same weights."""
    torch.set_num_threads(1)
    meeting = f"file://{options.work.resolve()}/meeting"
    distributed.init_process_group("gloo", init_method=meeting, rank=rank, world_size=options.processes)
    pools = {language: load(options.work, "train", language) for language in ("en", "es")}
    model = new_model()
    optimizer = torch.optim.AdamW(model.parameters(), lr=PEAK, betas=(0.9, 0.98), weight_decay=0.01)
    step, path = 0, options.work / "whisper.pt"
    if path.exists():
        saved = torch.load(path)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        step = saved["step"]
    weights = torch.tensor(WEIGHTS)
    began, sums = time.monotonic(), torch.zeros(len(WEIGHTS))
    while step < options.steps:
        for group in optimizer.param_groups:
            group["lr"] = rate(step, options.steps)
        parts = losses(model, batches.batch(SEED, step, rank, step / options.steps, pools))
        (parts @ weights).backward()
        share_gradients(model, options.processes)
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        sums += parts.detach()
        step += 1
        if rank == 0 and step % REPORT == 0:
            values = " ".join(f"{value:.3f}" for value in (sums / REPORT).tolist())
            print(f"{step} {time.monotonic() - began:.0f} s say, hear, spell, look: {values}", flush=True)
            sums.zero_()
        if rank == 0 and (step % CHECKPOINT == 0 or step == options.steps):
            torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=3200)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    (options.work / "meeting").unlink(missing_ok=True)
    multiprocessing.spawn(learn, args=(options,), nprocs=options.processes)


if __name__ == "__main__":
    main()
