"""A training run in a folder: what it consists of, and how it is left and found again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import torch

from . import checkpoint
from .config import Config
from .loss import batch_loss
from .network import Network
from .stream import Batch


@dataclass
class Run:
    """A training run in a folder: network, optimiser and position."""

    folder: Path
    config: Config
    device: str
    network: Network
    optimiser: torch.optim.Optimizer
    compute: Callable[..., torch.Tensor]
    """`batch_loss`, perhaps compiled."""
    place: dict[str, int] = field(default_factory=lambda: {"step": 0, "tokens": 0, "chunk": 0, "batch": 0,
                                                           "cool_from": 0, "cool_steps": 0})

    def save(self) -> None:
        """Write the state to go on from and the weights to average."""
        model = self.network.state_dict()
        checkpoint.save(self.folder / "state.pt", {
            "model": model, "optimiser": self.optimiser.state_dict(), "place": self.place,
            "random": checkpoint.random_state(), "shape": self.config.model})
        checkpoint.save(self.folder / f"weights-{self.place['step']:08d}.pt",
                        {"model": model, "shape": self.config.model})
        checkpoint.keep_last(self.folder, self.config.keep)

    def load(self) -> None:
        """Go on from the folder's state."""
        state = checkpoint.load(self.folder / "state.pt", self.device)
        self.network.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        checkpoint.restore_random(state["random"])
        self.place.update(state["place"])

    def begin_with(self, averaged: Path) -> None:
        """Take the weights of a finished run, with a fresh optimiser."""
        self.network.load_state_dict(checkpoint.load(averaged, self.device)["model"])

    def tensors(self, batch: Batch) -> list[torch.Tensor]:
        """The two sides of a batch on the device."""
        sides = [torch.from_numpy(side) for side in batch]
        if self.device != "cpu":  # from pinned memory, or every copy waits for the device
            sides = [side.pin_memory() for side in sides]
        return [side.to(self.device, non_blocking=True).long() for side in sides]

    def loss(self, batch: Batch, sampled: int) -> torch.Tensor:
        """Loss of one batch, in bf16 where that is wanted."""
        source, target = self.tensors(batch)
        with torch.autocast(self.device, torch.bfloat16, enabled=bool(self.config.half)):
            return self.compute(self.network, source, target, self.config.label_smoothing, sampled)


def open_run(folder: Path, config: Config, device: str) -> Run:
    """Make the run, or find it as it was left."""
    folder.mkdir(parents=True, exist_ok=True)
    checkpoint.seed_all(config.seed)
    network = Network(**config.model).to(device)  # type: ignore[arg-type]
    matrices = [p for p in network.parameters() if p.dim() > 1]
    rest = [p for p in network.parameters() if p.dim() < 2]
    optimiser = torch.optim.AdamW(
        [{"params": matrices, "weight_decay": config.weight_decay}, {"params": rest, "weight_decay": 0.0}],
        lr=0.0, betas=(0.9, 0.98), eps=1e-9, fused=True)
    compute = torch.compile(batch_loss, dynamic=True) if config.compiled else batch_loss
    run = Run(folder, config, device, network, optimiser, compute)
    if (folder / "state.pt").exists():
        run.load()
    return run
