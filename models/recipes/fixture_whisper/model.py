"""Whisper's network in PyTorch, small, with its soft-max over the tokens the fixture can say.

Shapes: B windows, T mel frames (10 ms), S = T / 2 encoder positions (20 ms), L tokens, D width.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

MAX_FRAMES, MAX_TOKENS, MELS, LETTERS = 1500, 448, 80, 33


@dataclass(frozen=True, slots=True)
class Size:
    width: int = 112
    heads: int = 4
    encoder_layers: int = 4
    decoder_layers: int = 3


def sinusoids(length: int, channels: int) -> Tensor:
    """Whisper's fixed positions: sines, then cosines; (length, channels)."""
    scale = torch.exp(-math.log(10_000) / (channels // 2 - 1) * torch.arange(channels // 2))
    angle = torch.arange(length)[:, None] * scale
    return torch.cat([angle.sin(), angle.cos()], dim=1)


class Attention(nn.Module):
    def __init__(self, size: Size) -> None:
        super().__init__()
        self.heads = size.heads
        self.query = nn.Linear(size.width, size.width)
        self.key = nn.Linear(size.width, size.width, bias=False)
        self.value = nn.Linear(size.width, size.width)
        self.out = nn.Linear(size.width, size.width)

    def _split(self, x: Tensor) -> Tensor:
        return x.unflatten(-1, (self.heads, -1)).transpose(1, 2)

    def forward(self, x: Tensor, memory: Tensor | None = None, causal: bool = False) -> Tensor:
        memory = x if memory is None else memory
        q, k, v = self._split(self.query(x)), self._split(self.key(memory)), self._split(self.value(memory))
        mixed = F.scaled_dot_product_attention(q, k, v, is_causal=causal)
        return self.out(mixed.transpose(1, 2).flatten(2))

    def observed(self, x: Tensor, memory: Tensor) -> tuple[Tensor, Tensor]:
        """The same, and the attention weights (B, heads, L, S)."""
        q, k, v = self._split(self.query(x)), self._split(self.key(memory)), self._split(self.value(memory))
        weights = (q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])).softmax(-1)
        return self.out((weights @ v).transpose(1, 2).flatten(2)), weights

    @torch.no_grad()
    def aim(self, head: int, shift: float, pair: int, strength: float = 1.1) -> None:
        """Start ``head`` looking ``shift`` positions after the one that the query knows.

        The sinusoids' pairs from number ``pair`` on are rotated by the shift in the query and kept in the key, so their
        product peaks there; higher pairs turn slower and make the peak wider. Without this, a small network spends most
        of its time to discover neighbourhood.
        """
        width = self.query.in_features
        half, size = width // 2, width // self.heads
        rows = slice(head * size, (head + 1) * size)
        self.query.weight[rows], self.key.weight[rows], self.query.bias[rows] = 0.0, 0.0, 0.0
        for number in range(size // 2):
            sine, cosine = pair + number, half + pair + number
            row = head * size + 2 * number
            turn = shift * math.exp(-math.log(10_000) / (half - 1) * sine)
            self.key.weight[row, sine] = self.key.weight[row + 1, cosine] = strength
            self.query.weight[row, sine] = self.query.weight[row + 1, cosine] = strength * math.cos(turn)
            self.query.weight[row, cosine] = strength * math.sin(turn)
            self.query.weight[row + 1, sine] = -strength * math.sin(turn)


class Block(nn.Module):
    def __init__(self, size: Size, decoder: bool) -> None:
        super().__init__()
        self.own, self.own_norm = Attention(size), nn.LayerNorm(size.width)
        self.cross = Attention(size) if decoder else None
        self.cross_norm = nn.LayerNorm(size.width) if decoder else None
        self.up, self.down = nn.Linear(size.width, 4 * size.width), nn.Linear(4 * size.width, size.width)
        self.mlp_norm = nn.LayerNorm(size.width)

    def forward(self, x: Tensor, memory: Tensor | None = None) -> tuple[Tensor, Tensor | None]:
        x = x + self.own(self.own_norm(x), causal=memory is not None)
        weights = None
        if self.cross is not None and self.cross_norm is not None and memory is not None:
            mixed, weights = self.cross.observed(self.cross_norm(x), memory)
            x = x + mixed
        return x + self.down(F.gelu(self.up(self.mlp_norm(x)))), weights


class Whisper(nn.Module):
    """``texts`` tokens of text and tasks are embedded freely; time stamps as smooth functions of time."""

    def __init__(self, texts: int, times: int, size: Size) -> None:
        super().__init__()
        width = size.width
        self.conv1 = nn.Conv1d(MELS, width, 3, padding=1)
        self.conv2 = nn.Conv1d(width, width, 3, stride=2, padding=1)
        self.encoder = nn.ModuleList(Block(size, decoder=False) for _ in range(size.encoder_layers))
        self.encoder_norm = nn.LayerNorm(width)
        self.decoder = nn.ModuleList(Block(size, decoder=True) for _ in range(size.decoder_layers))
        self.decoder_norm = nn.LayerNorm(width)
        self.text = nn.Parameter(torch.randn(texts, width) * 0.1)
        self.time = nn.Linear(width, width)
        self.bias = nn.Parameter(torch.zeros(texts + times))
        self.tokens = nn.Parameter(torch.randn(MAX_TOKENS, width) * 0.02)
        self.spotter = nn.Linear(width, texts + 1)
        """Names the token that sounds at each encoder position; used in training only."""
        self.speller = nn.Linear(width, LETTERS + 1)
        """Names the letter, from the encoder's last layer but one; used in training only."""
        self.register_buffer("frames", sinusoids(MAX_FRAMES, width), persistent=False)
        self.register_buffer("clock", sinusoids(times, width), persistent=False)

        self._aim()

    @torch.no_grad()
    def _aim(self) -> None:
        """Encoder heads start on neighbours, wider from layer to layer; the last decoder layer after the word before.

        The first decoder layers look for the word before and pass its place on; the second adds what the earlier words
        know about the place.
        """
        for layer, block in enumerate(self.encoder):
            reach = (4, 10, 16)[min(layer, 2)]
            for head, shift in enumerate((-reach, 0, reach)):
                block.own.aim(head, shift, pair=4 + 2 * min(layer, 2))
        first, last = self.decoder[0].cross, self.decoder[-1].cross
        nn.init.eye_(first.value.weight)
        nn.init.eye_(first.out.weight)
        for block in self.decoder[1:-1]:
            for layer in (block.own.out, block.cross.out, block.down):
                nn.init.zeros_(layer.weight)
        last.aim(0, 12, pair=8)
        last.aim(1, 18, pair=8)

    def embedding(self) -> Tensor:
        """(texts + times, D); the last row of all inputs, an unknown token, is zero."""
        return torch.cat([self.text, self.time(self.clock)])

    def encode(self, mel: Tensor) -> Tensor:
        """(B, 80, T) to (B, S, D)."""
        return self.layers(mel, torch.zeros(len(mel), dtype=torch.long))[-1]

    def layers(self, mel: Tensor, offsets: Tensor) -> tuple[Tensor, Tensor]:
        """What enters the encoder's last layer, and its output; each window starts at the position in ``offsets``."""
        x = F.gelu(self.conv2(F.gelu(self.conv1(mel)))).transpose(1, 2)
        x = x + self.frames[offsets[:, None] + torch.arange(x.shape[1])]
        before = x
        for block in self.encoder:
            before = x
            x, _ = block(x)
        return before, self.encoder_norm(x)

    def decode(self, tokens: Tensor, memory: Tensor) -> tuple[Tensor, list[Tensor]]:
        """(B, L) token indices to (B, L, texts + times) logits and each layer's cross-attention."""
        table = self.embedding()
        known = torch.cat([table, table.new_zeros(1, table.shape[1])])
        x = F.embedding(tokens, known) + self.tokens[: tokens.shape[1]]
        maps: list[Tensor] = []
        for block in self.decoder:
            x, weights = block(x, memory)
            maps.append(weights)
        return self.decoder_norm(x) @ table.T + self.bias, maps
