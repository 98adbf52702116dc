"""What every translator does to its input before a model sees it."""

from __future__ import annotations

import unicodedata

_NOT_TEXT = frozenset({"Cc", "Cs", "Co", "Cn"})
"""Unicode categories: control characters, lone surrogates, private use, unassigned."""


def clean_text(text: str) -> str:
    """`text` on one line, without control characters and the like, single-spaced, in form NFC."""
    kept = "".join(" " if unicodedata.category(char) in _NOT_TEXT else char for char in text)
    return unicodedata.normalize("NFC", " ".join(kept.split()))


def is_translatable(text: str) -> bool:
    """False where there is no letter: numbers, punctuation and emoji are the same in every language."""
    return any(char.isalpha() for char in text)
