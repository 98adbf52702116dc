"""Rank the decoder's attention heads by how well they look at the word being written.

    python -m models.recipes.fixture_whisper.measure_heads --work FOLDER

For each head: the attention that falls within the known time of the token, and how often the strongest position lies
there or within 60 ms of it. `export.HEADS` names the heads that CTranslate2 uses for word times.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from random import Random

import torch
from torch import Tensor

from models.recipes.fixture_whisper import batches
from models.recipes.fixture_whisper.speech import load
from models.recipes.fixture_whisper.train import new_model
from models.recipes.fixture_whisper.windows import Plan, make

NEAR = 3
"""Positions of 20 ms."""


def measure(weights: Tensor, spans: Tensor) -> tuple[Tensor, Tensor]:
    """Mass inside the spans and share of peaks near them, for every head; (B, heads, L, S) and (B, L, 2)."""
    at = torch.arange(weights.shape[-1])
    sounds = spans[..., 1] > spans[..., 0]
    inside = (at >= spans[..., :1]) & (at < spans[..., 1:])
    mass = (weights * inside[:, None]).sum(-1)
    peak = weights.argmax(-1)
    near = (peak >= spans[:, None, :, 0] - NEAR) & (peak < spans[:, None, :, 1] + NEAR)
    pick = sounds[:, None].expand_as(mass)
    heads = weights.shape[1]
    return (
        mass.transpose(0, 1)[pick.transpose(0, 1)].view(heads, -1).mean(1),
        near.float().transpose(0, 1)[pick.transpose(0, 1)].view(heads, -1).mean(1),
    )


@torch.no_grad()
def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    pools = {language: load(options.work, "test", language) for language in ("en", "es")}
    model = new_model().eval()
    model.load_state_dict(torch.load(options.work / "whisper.pt")["average"])
    rng = Random(8)
    data = batches.collate([make(rng, Plan(30 * 16_000, 30 * 16_000, 14), pools) for _ in range(12)], [0] * 12)
    _, maps = model.decode(data.inputs, model.encode(data.mel))
    for layer, weights in enumerate(maps):
        mass, near = measure(weights, data.spans[:, 1:])
        for head in range(weights.shape[1]):
            print(f"layer {layer} head {head}: mass {mass[head]:.3f}, peak near the word {near[head]:.3f}")


if __name__ == "__main__":
    main()
