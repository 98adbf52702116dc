"""Text of others on a terminal, which must not obey it."""

from __future__ import annotations

_KEPT = "\n\t\u00ad\u200c\u200d\u200e\u200f"
"""Lines, tabs, what joins or parts letters, and marks of direction that end with a letter."""


def harmless(text: str) -> str:
    """`text` without control characters: titles, names and messages of servers may hold commands for a terminal."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() or sign in _KEPT else "\N{REPLACEMENT CHARACTER}" for sign in text)
