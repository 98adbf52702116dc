"""Train the streaming fixture; stops and resumes at any time.

    python -m models.recipes.fixture_streaming.train --work FOLDER --steps 2400

`FOLDER` holds the speech of `models.recipes.fixture_whisper.make_speech`.
"""

from __future__ import annotations

import argparse
import math
import time
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from models.recipes.fixture_streaming import pieces
from models.recipes.fixture_streaming.lessons import Batch, batch
from models.recipes.fixture_streaming.network import Network
from models.recipes.fixture_whisper.speech import load

SEED = 7
PEAK, WARM_UP = 3e-3, 100
CTC_FROM, CTC = 0.35, 0.2
"""Share of the steps after which the sequence counts as well, and how much."""
MEMORY = 0.995


def losses(model: Network, data: Batch, blank: int, with_ctc: bool) -> Tensor:
    """Each piece at its step; later also the text as a whole."""
    written, _ = model(data.frames, model.nothing(len(data.frames)))
    weight = torch.ones(written.shape[2])
    weight[blank] = 0.4
    timed = F.nll_loss(written.transpose(1, 2), data.labels, weight)
    if not with_ctc:
        return timed
    lengths = torch.tensor([len(text) for text in data.texts])
    joined = torch.tensor([piece for text in data.texts for piece in text])
    steps = torch.full((len(data.texts),), written.shape[1])
    whole = F.ctc_loss(written.transpose(0, 1), joined, steps, lengths, blank, zero_infinity=True)
    return timed + CTC * whole


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="checkpoint")
    parser.add_argument("--steps", type=int, default=2400)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    pool, names = load(options.work, "train", "en"), pieces.table(options.work)
    ids = {piece: number for number, piece in enumerate(names)}
    model = Network(len(names))
    optimizer = torch.optim.AdamW(model.parameters(), lr=PEAK, weight_decay=0.01)
    sample = batch("levels", pool, ids).frames
    model.mean.copy_(sample.mean((0, 1)))
    model.scale.copy_(1 / sample.std((0, 1)))
    average = {name: value.clone() for name, value in model.state_dict().items()}
    step = 0
    if options.out.exists():
        saved = torch.load(options.out)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        average, step = saved["average"], saved["step"]
    began, total = time.monotonic(), 0.0
    while step < options.steps:
        progress = step / options.steps
        for group in optimizer.param_groups:
            falling = 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * progress))
            group["lr"] = PEAK * min((step + 1) / WARM_UP, falling)
        loss = losses(model, batch(f"{SEED}/{step}", pool, ids), ids[pieces.BLANK], progress > CTC_FROM)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        step, total = step + 1, total + loss.item()
        share = max(1 - MEMORY, 1 / (1 + 0.1 * step))
        for name, value in model.state_dict().items():
            average[name].lerp_(value, share)
        if step % 50 == 0:
            print(f"{step} {time.monotonic() - began:.0f} s loss {total / 50:.4f}", flush=True)
            total = 0.0
        if step % 100 == 0 or step == options.steps:
            state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "average": average, "step": step}
            torch.save(state, options.out.with_suffix(".new"))
            options.out.with_suffix(".new").replace(options.out)


if __name__ == "__main__":
    main()
