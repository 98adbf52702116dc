"""All settings of the recipe in one place."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field

UNK, BOS, EOS, PAD = 0, 1, 2, 3
"""Ids of the control pieces, fixed when the vocabulary is trained."""

BACK_TAG, PIVOT_TAG = "__bt__", "__pv__"
"""Second source token of machine-made examples, so that the model learns to tell them from human text."""


def prefix(language: str) -> str:
    """The source token that asks for ``language``, such as ``__es__``."""
    return f"__{language}__"


@dataclass
class Config:
    """Settings; times in seconds, lengths and batch sizes in pieces ("tokens")."""

    languages: list[str] = field(default_factory=lambda: ["es", "fr", "de", "it", "pt"])
    seed: int = 1
    # model: 15.8 million parameters with these numbers, 17.5 MB in int8 with the vocabulary
    vocabulary: int = 16000
    width: int = 320
    inner: int = 1280
    heads: int = 5
    encoder_layers: int = 6
    decoder_layers: int = 2
    dropout: float = 0.2
    max_positions: int = 512
    # examples
    max_tokens: int = 120
    temperature: float = 0.6
    shares: list[str] = field(default_factory=list)
    """How often each of ``languages`` is drawn, in their order; without, by size to the power of ``temperature``."""
    join_share: float = 0.3
    plain_share: float = 0.25
    swap_share: float = 0.35
    resegment_share: float = 0.3
    long_share: float = 0.0
    """How often the longest of three pairs is taken instead of any one."""
    multiple: int = 1
    """Batches are padded to lengths that are multiples of this."""
    chunk: int = 16384
    # optimisation
    batch_tokens: int = 2500
    peak_rate: float = 7e-4
    warm_steps: int = 1000
    hold_steps: int = 8000
    label_smoothing: float = 0.1
    weight_decay: float = 0.01
    sampled: int = 2000
    save_every: float = 600.0
    keep: int = 8
    workers: int = 0
    half: int = 0
    """Whether to calculate in bf16: 1.4 times as fast on a processor with AVX512-BF16, slower on others."""
    compiled: int = 0
    """Whether torch may write kernels of its own for the loss and its way back; takes a minute at the start."""

    def for_cuda(self) -> Config:
        """The same model with settings for one large graphics processor."""
        return dataclasses.replace(
            self, batch_tokens=40000, chunk=98304, multiple=8, peak_rate=1.2e-3, warm_steps=800, hold_steps=40000,
            dropout=0.1, sampled=0, save_every=100.0, workers=14, resegment_share=0.5, long_share=0.25, half=1,
        )

    def for_teacher(self) -> Config:
        """A larger network, 44 million parameters, for ``distil``."""
        return dataclasses.replace(self, width=512, inner=2048, heads=8, decoder_layers=4, dropout=0.3)

    def override(self, pairs: list[str]) -> Config:
        """Apply ``key=value`` texts from the command line."""
        changes: dict[str, object] = {}
        for pair in pairs:
            key, _, value = pair.partition("=")
            old = getattr(self, key)
            changes[key] = value.split(",") if isinstance(old, list) else type(old)(value)
        return dataclasses.replace(self, **changes)  # type: ignore[arg-type]

    @property
    def model(self) -> dict[str, int | float]:
        """The numbers that fix the shape of the network."""
        names = ("vocabulary", "width", "inner", "heads", "encoder_layers", "decoder_layers",
                 "dropout", "max_positions")
        return {name: getattr(self, name) for name in names}
