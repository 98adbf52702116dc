"""A small causal network: pairs of convolutions over the past, 40 ms a step, with what it must remember as tensors."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

MELS, STACK = 80, 4
"""Bands of a frame, and frames of 10 ms that make one step."""
WIDTH, KERNEL = 160, 5
DILATIONS = (1, 1, 2, 2, 4, 4, 4)
MEMORY = (KERNEL - 1) * max(DILATIONS)
"""Steps that each layer remembers at most."""


class Layer(nn.Module):
    """What was near in time, then what that means."""

    def __init__(self, dilation: int) -> None:
        super().__init__()
        self.reach = (KERNEL - 1) * dilation
        self.norm = nn.LayerNorm(WIDTH)
        self.near = nn.Conv1d(WIDTH, WIDTH, KERNEL, dilation=dilation, groups=WIDTH)
        self.up, self.down = nn.Linear(WIDTH, 2 * WIDTH), nn.Linear(2 * WIDTH, WIDTH)

    def forward(self, x: Tensor, past: Tensor) -> tuple[Tensor, Tensor]:
        """(B, T, WIDTH) and the last MEMORY steps (B, WIDTH, MEMORY): the same, one step further."""
        known = torch.cat((past, self.norm(x).transpose(1, 2)), dim=2)
        heard = self.near(known[:, :, MEMORY - self.reach :]).transpose(1, 2)
        return x + self.down(F.gelu(self.up(heard))), known[:, :, -MEMORY:]


class Network(nn.Module):
    """Log-mel frames to the probability of every piece at every step."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.first = nn.Linear(MELS * STACK, WIDTH)
        self.layers = nn.ModuleList(Layer(dilation) for dilation in DILATIONS)
        self.norm = nn.LayerNorm(WIDTH)
        self.last = nn.Linear(WIDTH, pieces)
        self.register_buffer("mean", torch.zeros(MELS))
        self.register_buffer("scale", torch.ones(MELS))

    def forward(self, frames: Tensor, past: Tensor) -> tuple[Tensor, Tensor]:
        """(B, T, MELS) and (B, layers, WIDTH, MEMORY): (B, T / STACK, pieces) and the new past."""
        level = (frames - self.mean) * self.scale
        x = self.first(level.reshape(level.shape[0], -1, MELS * STACK))
        kept = []
        for number, layer in enumerate(self.layers):
            x, memory = layer(x, past[:, number])
            kept.append(memory)
        return self.last(self.norm(x)).log_softmax(-1), torch.stack(kept, dim=1)

    def nothing(self, batch: int) -> Tensor:
        """The past before the first frame."""
        return torch.zeros(batch, len(DILATIONS), WIDTH, MEMORY)
