"""Stage 4: the mean of the last weight files."""

from __future__ import annotations

from pathlib import Path

import torch

from . import checkpoint


def average(folder: Path, count: int) -> Path:
    """Write ``averaged.pt`` (half precision) from the newest ``count`` weight files of a run; returns its path."""
    paths = checkpoint.weights(folder)[-count:]
    if not paths:
        raise FileNotFoundError(f"no weights in {folder}: train first")
    states = [checkpoint.load(path) for path in paths]
    mean = {name: torch.stack([state["model"][name].float() for state in states]).mean(0).half()
            for name in states[0]["model"]}
    result = folder / "averaged.pt"
    checkpoint.save(result, {"model": mean, "shape": states[-1]["shape"]})
    print("average of", ", ".join(path.name for path in paths), flush=True)
    return result
