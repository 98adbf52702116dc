"""When two hypotheses say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from streamlation_desktop.core.types import Word
from streamlation_desktop.engines.guards import normalized


def same_word(one: str, other: str) -> bool:
    """True when the words differ in case, punctuation and spaces at most."""
    return (normalized(one) or one.strip()) == (normalized(other) or other.strip())


def is_mark(text: str) -> bool:
    """True for a full stop or the like that belongs to the word before."""
    return not normalized(text)


def joined(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, each with the marks behind it; a mark that stands first stays as it is."""
    whole: list[Word] = []
    for word in words:
        if whole and is_mark(word.text):
            whole[-1] = replace(whole[-1], text=whole[-1].text + word.text)
        else:
            whole.append(word)
    return tuple(whole)


def common_prefix(one: Sequence[Word], other: Sequence[Word]) -> int:
    """How many words at the start of both are the same."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if not same_word(a.text, b.text):
            break
        count += 1
    return count
