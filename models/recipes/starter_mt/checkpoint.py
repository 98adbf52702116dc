"""States that survive a kill at any moment: written aside, flushed, then renamed."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import torch


def save(path: Path, content: dict[str, Any]) -> None:
    """Write ``content`` to ``path``, whole or not at all."""
    part = path.with_suffix(".part")
    with part.open("wb") as out:
        torch.save(content, out)
        out.flush()
        os.fsync(out.fileno())
    part.replace(path)


def load(path: Path, device: str = "cpu") -> dict[str, Any]:
    """Read a state."""
    content: dict[str, Any] = torch.load(path, map_location=device, weights_only=True)
    return content


def random_state() -> dict[str, Any]:
    """States of torch's generators (batches need none: they depend on seed and position)."""
    state: dict[str, Any] = {"torch": torch.get_rng_state()}
    if torch.cuda.is_available():
        state["cuda"] = torch.cuda.get_rng_state()
    return state


def restore_random(state: dict[str, Any]) -> None:
    """Put the generators back, as far as this machine has them."""
    torch.set_rng_state(state["torch"].cpu())
    if torch.cuda.is_available() and "cuda" in state:
        torch.cuda.set_rng_state(state["cuda"].cpu())


def seed_all(seed: int) -> None:
    """Start all generators."""
    random.seed(seed)
    torch.manual_seed(seed)


def weights(folder: Path) -> list[Path]:
    """Weight files of a run, oldest first."""
    return sorted(folder.glob("weights-*.pt"))


def keep_last(folder: Path, count: int) -> None:
    """Delete all but the newest ``count`` weight files."""
    for path in weights(folder)[:-count]:
        path.unlink()
