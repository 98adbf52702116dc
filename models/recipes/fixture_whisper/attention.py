"""Attention with heads that can start on a given distance instead of finding it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

NEAR = 100
"""Positions that are sure to be seen to both sides where attention is cut short."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """Channels that hold a position: all sines, then all cosines, each pair slower than the one before."""

    at: int
    """First channel."""
    pairs: int
    fastest: float
    """Radians from one position to the next."""
    slowest: float

    @property
    def channels(self) -> slice:
        return slice(self.at, self.at + 2 * self.pairs)

    def turns(self) -> Tensor:
        """Radians from one position to the next, for each pair."""
        return self.fastest * (self.slowest / self.fastest) ** (torch.arange(self.pairs) / (self.pairs - 1))

    def waves(self, length: int) -> Tensor:
        """(length, 2 pairs)"""
        angle = torch.arange(length)[:, None] * self.turns()
        return torch.cat([angle.sin(), angle.cos()], dim=1)


PLACES = Wheel(at=0, pairs=16, fastest=0.7, slowest=0.0016)
"""Where something sounds, in encoder positions; these channels hold nothing else."""
ORDER = Wheel(at=32, pairs=8, fastest=2.0, slowest=0.01)
"""The number of a token."""


class Attention(nn.Module):
    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads, self.size = heads, width // heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width, bias=False)
        self.value = nn.Linear(width, width)
        self.out = nn.Linear(width, width)

    def _split(self, x: Tensor) -> Tensor:
        return x.unflatten(-1, (self.heads, -1)).transpose(1, 2)

    def forward(self, x: Tensor, causal: bool = False, near: bool = False) -> Tensor:
        q, k, v = self._split(self.query(x)), self._split(self.key(x)), self._split(self.value(x))
        mixed = _near(q, k, v) if near else F.scaled_dot_product_attention(q, k, v, is_causal=causal)
        return self.out(mixed.transpose(1, 2).flatten(2))

    def observed(self, x: Tensor, memory: Tensor) -> tuple[Tensor, Tensor]:
        """Look at ``memory``; also the attention weights (B, heads, L, S)."""
        q, k, v = self._split(self.query(x)), self._split(self.key(memory)), self._split(self.value(memory))
        weights = (q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])).softmax(-1)
        return self.out((weights @ v).transpose(1, 2).flatten(2)), weights

    @torch.no_grad()
    def copy(self, head: int, at: int, strength: float) -> None:
        """Let ``head`` write the channels from ``at`` on of what it looks at into the same channels."""
        rows, channels = slice(head * self.size, (head + 1) * self.size), slice(at, at + self.size)
        self.value.weight[rows], self.value.bias[rows], self.out.weight[:, rows] = 0.0, 0.0, 0.0
        self.value.weight[rows, channels] = torch.eye(self.size)
        self.out.weight[channels, rows] = strength * torch.eye(self.size)


def _near(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    """Attention in blocks that see themselves and their two neighbours."""
    batch, heads, length, size = q.shape
    blocks = -(-length // NEAR)
    short = blocks * NEAR - length
    queries = F.pad(q, (0, 0, 0, short)).unflatten(2, (blocks, NEAR)).transpose(1, 2).flatten(0, 1)
    around = [
        F.pad(x, (0, 0, NEAR, NEAR + short)).unfold(2, 3 * NEAR, NEAR).permute(0, 2, 1, 4, 3).flatten(0, 1)
        for x in (k, v)
    ]
    at = torch.arange(blocks)[:, None] * NEAR + torch.arange(-NEAR, 2 * NEAR)
    inside = ((at >= 0) & (at < length))[:, None, None].repeat(batch, 1, 1, 1)
    mixed = F.scaled_dot_product_attention(queries, *around, attn_mask=inside)
    return mixed.unflatten(0, (batch, blocks)).transpose(1, 2).flatten(2, 3)[:, :, :length]


@torch.no_grad()
def aim(attention: Attention, head: int, shift: float, first: int, strength: float, wheel: Wheel = PLACES) -> None:
    """Start ``head`` looking ``shift`` positions after its own.

    The wheel's pairs from ``first`` on are turned by the shift in the query and kept in the key, so their product peaks
    there; slow pairs make a wide peak. Only a strong peak stays one among 1,500 positions.
    """
    rows = slice(head * attention.size, (head + 1) * attention.size)
    strength *= math.sqrt(16 / (wheel.pairs - first))
    for linear in (attention.query, attention.key):
        linear.weight[rows] = 0.0
    attention.query.bias[rows] = 0.0
    for pair in range(first, wheel.pairs):
        sine, row = wheel.at + pair, head * attention.size + 2 * (pair - first)
        cosine, turn = sine + wheel.pairs, float(shift * wheel.turns()[pair])
        attention.key.weight[row, sine] = attention.key.weight[row + 1, cosine] = strength
        attention.query.weight[row, sine] = attention.query.weight[row + 1, cosine] = strength * math.cos(turn)
        attention.query.weight[row, cosine] = strength * math.sin(turn)
        attention.query.weight[row + 1, sine] = -strength * math.sin(turn)

