"""What the network can write: whole words, and marks behind them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

MARKS = ".,?"
BLANK = "<blk>"


def spell(text: str) -> list[str]:
    """The pieces of one word; a mark at its end is one of its own."""
    word = text.rstrip(MARKS)
    return [f"▁{word}", *text[len(word) :]]


@cache
def table(work: Path) -> tuple[str, ...]:
    """All pieces of the training sentences in a fixed order; the blank is the last."""
    rows = json.loads((work / "speech-train-en.json").read_text(encoding="utf-8"))
    found = {piece for row in rows for word in row["words"] for piece in spell(word[0])}
    return (*sorted(found), BLANK)
