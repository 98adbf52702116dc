"""Text of others where Qt itself decides whether it is marked up: tool-tips, and the questions of simple dialogs."""

from __future__ import annotations

MOST_CHARACTERS = 2000
_JOINER = "\u2060"
"""Invisible, and no part of a tag."""


def unmarked(text: str) -> str:
    """`text`, looking the same and cut where nobody would read on, in which Qt finds no tag and no entity.

    Marked up, it could show pictures of this computer, freeze the window, or end it.
    """
    if len(text) > MOST_CHARACTERS:
        text = text[:MOST_CHARACTERS] + "…"
    return text.replace("<", "<" + _JOINER).replace("&lt;", "&" + _JOINER + "lt;")
