"""Marian's transformer in PyTorch, small: post-norm, swish, tied embeddings, a decoder that starts from a zero vector."""

from __future__ import annotations

import math

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from models.recipes.fixture_marian.pieces import EOS

WIDTH, INNER, HEADS, LAYERS, POSITIONS = 96, 256, 4, 2, 256


def positions() -> Tensor:
    """Marian's sinusoids, sines then cosines; (POSITIONS, WIDTH)."""
    rate = np.power(10_000.0, -2 * np.arange(WIDTH // 2) / WIDTH)
    angle = np.arange(POSITIONS)[:, None] * rate
    return torch.from_numpy(np.concatenate([np.sin(angle), np.cos(angle)], axis=1).astype(np.float32))


class Attention(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))

    def forward(self, x: Tensor, memory: Tensor, mask: Tensor | None, causal: bool = False) -> Tensor:
        parts = (self.query(x), self.key(memory), self.value(memory))
        q, k, v = (part.unflatten(-1, (HEADS, -1)).transpose(1, 2) for part in parts)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, is_causal=causal)
        return self.out(mixed.transpose(1, 2).flatten(2))


class Layer(nn.Module):
    def __init__(self, decoder: bool) -> None:
        super().__init__()
        self.own, self.own_norm = Attention(), nn.LayerNorm(WIDTH)
        self.cross, self.cross_norm = (Attention(), nn.LayerNorm(WIDTH)) if decoder else (None, None)
        self.up, self.down, self.norm = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH), nn.LayerNorm(WIDTH)

    def forward(self, x: Tensor, mask: Tensor, memory: Tensor | None = None) -> Tensor:
        if memory is None:
            x = self.own_norm(x + self.own(x, x, mask))
        else:
            x = self.own_norm(x + self.own(x, x, None, causal=True))
        if self.cross is not None and self.cross_norm is not None and memory is not None:
            x = self.cross_norm(x + self.cross(x, memory, mask))
        return self.norm(x + self.down(F.silu(self.up(x))))


class Marian(nn.Module):
    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.embedding = nn.Parameter(torch.randn(vocabulary, WIDTH) * WIDTH**-0.5)
        self.bias = nn.Parameter(torch.zeros(vocabulary))
        self.encoder = nn.ModuleList(Layer(decoder=False) for _ in range(LAYERS))
        self.decoder = nn.ModuleList(Layer(decoder=True) for _ in range(LAYERS))
        self.register_buffer("at", positions(), persistent=False)

    def _embed(self, tokens: Tensor) -> Tensor:
        return F.embedding(tokens, self.embedding) * math.sqrt(WIDTH)

    def forward(self, source: Tensor, real: Tensor, target: Tensor) -> Tensor:
        """Logits (B, L, V) of ``target`` (B, L) given ``source`` (B, S), of which ``real`` marks what is not padding."""
        mask = real[:, None, None, :]
        memory = self._embed(source) + self.at[: source.shape[1]]
        for layer in self.encoder:
            memory = layer(memory, mask)
        x = F.pad(self._embed(target[:, :-1]), (0, 0, 1, 0)) + self.at[: target.shape[1]]
        for layer in self.decoder:
            x = layer(x, mask, memory)
        return x @ self.embedding.T + self.bias


def padded(rows: list[list[int]]) -> tuple[Tensor, Tensor]:
    """(B, longest) tokens and where they are real."""
    longest = max(map(len, rows))
    tokens = torch.tensor([row + [EOS] * (longest - len(row)) for row in rows])
    return tokens, torch.tensor([[True] * len(row) + [False] * (longest - len(row)) for row in rows])
