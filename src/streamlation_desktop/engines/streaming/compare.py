"""When two hypotheses say the same."""

from __future__ import annotations

from collections.abc import Sequence

from streamlation_desktop.core.types import Word
from streamlation_desktop.engines.guards import normalized


def same_word(one: str, other: str) -> bool:
    """True when the words differ in case, punctuation and spaces at most."""
    return (normalized(one) or one.strip()) == (normalized(other) or other.strip())


def common_prefix(one: Sequence[Word], other: Sequence[Word]) -> int:
    """How many words at the start of both are the same."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if not same_word(a.text, b.text):
            break
        count += 1
    return count
