"""How much room a text takes on screen, in terminal-style cells."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_NO_ROOM = frozenset({"Mn", "Me", "Cf", "Cc"})
_WIDE = frozenset({"W", "F"})


@lru_cache(maxsize=8192)
def cell_width(character: str, *, ambiguous_is_wide: bool = False) -> int:
    """Cells of one code point: 0 for marks and controls, 2 for East Asian wide ones, else 1.

    Source: Unicode Standard Annex #11, East Asian Width. Jamo vowels and finals (U+1160..U+11FF)
    join the syllable before them.
    """
    if unicodedata.category(character) in _NO_ROOM or "\u1160" <= character <= "\u11ff":
        return 0
    kind = unicodedata.east_asian_width(character)
    return 2 if kind in _WIDE or (ambiguous_is_wide and kind == "A") else 1


def cells(text: str, *, ambiguous_is_wide: bool = False) -> int:
    """Cells of a text on one line."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(cell_width(character, ambiguous_is_wide=ambiguous_is_wide) for character in text)


def starts_cluster(character: str) -> bool:
    """True when a text may be cut before this code point without tearing a visible character."""
    return unicodedata.category(character) not in {"Mn", "Me", "Mc", "Cf"} and not "\u1160" <= character <= "\u11ff"
