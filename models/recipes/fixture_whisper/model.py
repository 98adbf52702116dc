"""Whisper's network in PyTorch, small, with its soft-max over the tokens the fixture can say.

A plain network of this size needs days to find out that sounds nearby matter and where the words before were. So its
weights start as what they should become: some channels hold nothing but the position, encoder heads look at fixed
distances, decoder heads look up the words so far and then behind the last one. All of it can be learnt anew; the layout
is Whisper's own.

Shapes: B windows, T mel frames (10 ms), S = T / 2 encoder positions (20 ms), L tokens, D width.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from models.recipes.fixture_whisper.attention import ORDER, PLACES, Attention, aim

MAX_FRAMES, MAX_TOKENS, MELS, LETTERS = 1500, 448, 80, 33
PLACE = 2 * PLACES.pairs
LOUD = 3.0
"""Amplitude of the position: what is heard grows from layer to layer and must not drown it."""
SHIFTS = ((-5, -2, 2, 5), (-14, -6, 6, 14), (-28, -12, 12, 28), (-50, -20, 20, 40))
"""Where the encoder's heads look, in positions, layer by layer."""
SHARPEST = (0, 1, 3, 4)
"""First pair of a layer's heads; later pairs turn slower and look wider."""


@dataclass(frozen=True, slots=True)
class Size:
    width: int = 128
    heads: int = 4
    encoder_layers: int = 4
    decoder_layers: int = 4


def keep(layer: nn.Linear | nn.Conv1d, channels: int) -> None:
    """Never write into the first ``channels``: they hold the position."""
    for parameter in (layer.weight, layer.bias):
        with torch.no_grad():
            parameter[:channels] = 0.0
        mask = torch.ones_like(parameter)
        mask[:channels] = 0.0
        parameter.register_hook(lambda gradient, mask=mask: gradient * mask)


class Block(nn.Module):
    def __init__(self, size: Size, decoder: bool) -> None:
        super().__init__()
        self.own, self.own_norm = Attention(size.width, size.heads), nn.LayerNorm(size.width)
        self.cross = Attention(size.width, size.heads) if decoder else None
        self.cross_norm = nn.LayerNorm(size.width) if decoder else None
        self.up, self.down = nn.Linear(size.width, 4 * size.width), nn.Linear(4 * size.width, size.width)
        self.mlp_norm = nn.LayerNorm(size.width)

    def forward(self, x: Tensor, memory: Tensor | None = None, near: bool = False) -> tuple[Tensor, Tensor | None]:
        x = x + self.own(self.own_norm(x), causal=memory is not None, near=near)
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
        self.text = nn.Parameter(torch.randn(texts, width) * 0.2)
        self.time = nn.Linear(PLACE, width)
        self.bias = nn.Parameter(torch.zeros(texts + times))
        self.tokens = nn.Parameter(torch.randn(MAX_TOKENS, width) * 0.02)
        self.nothing = nn.Linear(width, 1)
        """Says that no token sounds at an encoder position; used in training only, as are the next two."""
        self.recall = nn.Linear(width, width)
        """Names the token before the one that sounds."""
        self.speller = nn.Linear(width, LETTERS + 1)
        """Names the letter, from the encoder's last layer but one."""
        self.register_buffer("frames", F.pad(LOUD * PLACES.waves(MAX_FRAMES), (0, width - PLACE)), persistent=False)
        self.register_buffer("clock", PLACES.waves(times), persistent=False)
        self._arrange_encoder()
        self._arrange_decoder()

    def _arrange_encoder(self) -> None:
        for conv in (self.conv1, self.conv2):
            with torch.no_grad():
                conv.weight *= 2.0
        keep(self.conv2, PLACE)
        for block, shifts, first in zip(self.encoder, SHIFTS, SHARPEST, strict=True):
            for head, shift in enumerate(shifts):
                aim(block.own, head, shift, first, strength=3.2)
            keep(block.own.out, PLACE)
            keep(block.down, PLACE)

    @torch.no_grad()
    def _arrange_decoder(self) -> None:
        """First layer: where were the words so far? Then twice: the same, near what is known. Last: what comes next?"""
        self.text[:, :PLACE] = 0.0
        self.tokens[:, ORDER.channels] += 0.5 * ORDER.waves(MAX_TOKENS)
        self.time.weight[:PLACE] = 0.4 * torch.eye(PLACE)
        first, *middle, last = self.decoder
        for head, shift in enumerate((-1, -2, -3)):
            aim(first.own, head, shift, 0, 1.0, ORDER)
        for block, gains in zip(middle, ((0.7, 0.2), (0.05, 0.05)), strict=True):
            aim(block.own, 0, -2, 2, 1.0, ORDER)
            block.own.copy(0, 0, gains[0])
            aim(block.cross, 0, 0, 3, 1.5)
            block.cross.copy(0, 0, gains[1])
        for head in range(3):
            rows, slot = (slice(start, start + PLACE) for start in (head * PLACE, (head + 1) * PLACE))
            for linear in (first.cross.query, first.cross.key):
                linear.weight[rows, slot] += 1.5 * torch.eye(PLACE)
            first.cross.copy(head, 0, 0.07)
            aim(last.cross, head, (10, 14, 18)[head], 3, 1.5)
            last.cross.copy(head, slot.start, 0.5)

    def embedding(self) -> Tensor:
        """(texts + times, D); the last row of all inputs, an unknown token, is zero."""
        return torch.cat([self.text, self.time(self.clock)])

    def encode(self, mel: Tensor) -> Tensor:
        """(B, 80, T) to (B, S, D)."""
        return self.layers(mel, torch.zeros(len(mel), dtype=torch.long))[-1]

    def layers(self, mel: Tensor, offsets: Tensor, near: bool = False) -> tuple[Tensor, Tensor]:
        """What enters the encoder's last layer, and its output; each window starts at the position in ``offsets``.

        With ``near`` positions do not see those far away, which is cheaper.
        """
        x = F.gelu(self.conv2(F.gelu(self.conv1(mel)))).transpose(1, 2)
        x = x + self.frames[offsets[:, None] + torch.arange(x.shape[1])]
        before = x
        for block in self.encoder:
            before = x
            x, _ = block(x, near=near)
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

    def hear(self, memory: Tensor) -> tuple[Tensor, Tensor]:
        """Which token sounds (0 for none), and which before it; both (B, S, texts + 1)."""
        nothing = self.nothing(memory)
        return tuple(torch.cat([nothing, m @ self.text.T], -1) for m in (memory, self.recall(memory)))
