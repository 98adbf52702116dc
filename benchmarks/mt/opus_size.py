"""A model of OPUS-MT's size and layout with random weights, and sentences in its pieces."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tests.support.translation_models import ModelSize, write_model, write_pieces

SIZE = ModelSize(width=512, heads=8, feed_forward=2048, layers=6)
VOCABULARY = 58_100


def write_opus_size(folder: Path, sentences: int) -> list[str]:
    """Write the model into `folder`; return `sentences` texts of 4 to 30 pieces."""
    folder.mkdir()
    pieces = write_pieces(folder / "source.spm")
    write_pieces(folder / "target.spm")
    write_model(folder, pieces, [f"filler{index}" for index in range(VOCABULARY - len(pieces))], size=SIZE)
    random = np.random.default_rng(0)
    words = [piece.removeprefix("▁") for piece in pieces if piece.startswith("▁") and len(piece) > 2]
    return [" ".join(random.choice(words, random.integers(3, 20))) for _ in range(sentences)]
