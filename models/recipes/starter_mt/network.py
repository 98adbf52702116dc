"""The Transformer (Vaswani et al. 2017), pre-norm, with one embedding for source, target and output.

Named to match ``convert``. Shapes: B sentences, S source pieces, T target pieces, D width, H heads.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from .config import PAD


def positions(length: int, width: int) -> Tensor:
    """Sinusoid position encodings, (length, width): all sines, then all cosines."""
    place = torch.arange(length).unsqueeze(1).float()
    step = torch.arange(width // 2).float()
    angle = place * torch.exp(-math.log(10000.0) * step / (width // 2 - 1))
    return torch.cat([torch.sin(angle), torch.cos(angle)], 1)


class Attention(nn.Module):
    """Multi-head attention, to the same sequence or to ``memory``."""

    def __init__(self, width: int, heads: int, cross: bool) -> None:
        super().__init__()
        self.heads, self.cross = heads, cross
        if cross:
            self.query, self.key_value = nn.Linear(width, width), nn.Linear(width, 2 * width)
        else:
            self.all = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)

    def forward(self, x: Tensor, memory: Tensor | None, mask: Tensor | None, causal: bool) -> Tensor:
        """(B, T, D) → (B, T, D); ``mask`` (B, 1, 1, S) is true where attention may go.

        Written out: torch's own attention makes a plan for each new shape of batch on a large graphics processor
        (0.1 s), and its way back is slow for short sentences on a processor.
        """
        if memory is None:
            query, key, value = self.all(x).chunk(3, -1)
        else:
            query, (key, value) = self.query(x), self.key_value(memory).chunk(2, -1)
        q, k, v = (t.unflatten(-1, (self.heads, -1)).transpose(1, 2) for t in (query, key, value))
        scores = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
        if causal:
            mask = torch.ones(scores.shape[-2:], dtype=torch.bool, device=x.device).tril()
        if mask is not None:
            scores = scores.masked_fill(~mask, -torch.inf)
        return self.out((scores.softmax(-1).to(v.dtype) @ v).transpose(1, 2).flatten(2))


class Layer(nn.Module):
    """One encoder or decoder layer."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float, decoder: bool) -> None:
        super().__init__()
        self.decoder = decoder
        self.own_norm, self.own = nn.LayerNorm(width), Attention(width, heads, False)
        if decoder:
            self.cross_norm, self.cross = nn.LayerNorm(width), Attention(width, heads, True)
        self.inner_norm = nn.LayerNorm(width)
        self.inner, self.outer = nn.Linear(width, inner), nn.Linear(inner, width)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor, memory: Tensor | None = None) -> Tensor:
        """(B, T, D) → (B, T, D); ``mask`` is that of the source."""
        x = x + self.drop(self.own(self.own_norm(x), None, None if self.decoder else mask, self.decoder))
        if self.decoder:
            x = x + self.drop(self.cross(self.cross_norm(x), memory, mask, False))
        hidden = self.drop(functional.relu(self.inner(self.inner_norm(x))))
        return x + self.drop(self.outer(hidden))


class Network(nn.Module):
    """Encoder and decoder; the output layer is the embedding, see ``loss``."""

    def __init__(self, vocabulary: int, width: int, inner: int, heads: int, encoder_layers: int,
                 decoder_layers: int, dropout: float, max_positions: int) -> None:
        super().__init__()
        self.scale = math.sqrt(width)
        self.embedding = nn.Embedding(vocabulary, width, padding_idx=PAD)
        self.register_buffer("places", positions(max_positions, width), persistent=False)
        shape = width, heads, inner, dropout
        self.encoder = nn.ModuleList(Layer(*shape, False) for _ in range(encoder_layers))
        self.decoder = nn.ModuleList(Layer(*shape, True) for _ in range(decoder_layers))
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(width), nn.LayerNorm(width)
        self.drop = nn.Dropout(dropout)
        self._initialise()

    def _initialise(self) -> None:
        nn.init.normal_(self.embedding.weight, 0, 1 / self.scale)
        with torch.no_grad():
            self.embedding.weight[PAD].zero_()
        for name, weight in self.named_parameters():
            if weight.dim() == 2 and "embedding" not in name:
                joined = "all" in name or "key_value" in name
                nn.init.xavier_uniform_(weight, 1 / math.sqrt(2) if joined else 1.0)

    def _embed(self, pieces: Tensor) -> Tensor:
        places: Tensor = self.get_buffer("places")
        return self.drop(self.embedding(pieces) * self.scale + places[: pieces.shape[1]])

    def encode(self, source: Tensor) -> tuple[Tensor, Tensor]:
        """(B, S) pieces → what the decoder attends to, (B, S, D), and where it may, (B, 1, 1, S)."""
        mask = (source != PAD)[:, None, None, :]
        memory = self._embed(source)
        for layer in self.encoder:
            memory = layer(memory, mask)
        return self.encoder_norm(memory), mask

    def decode(self, target: Tensor, memory: Tensor, mask: Tensor) -> Tensor:
        """(B, T) pieces → (B, T, D) features that predict the piece after each target piece."""
        x = self._embed(target)
        for layer in self.decoder:
            x = layer(x, mask, memory)
        features: Tensor = self.decoder_norm(x)
        return features

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        """(B, S) and (B, T) pieces → (B, T, D) features that predict the piece after each target piece."""
        return self.decode(target, *self.encode(source))
