"""Parts of a text that are the same in every language: emoji, music notes, addresses, leading dashes, keys."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_DASH = r"\A\s*[-–—]+(?=[\s\w¿¡])"
"""In front of what a speaker says in a dialogue."""
_ADDRESS = r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+"
_NO_WORD = r"[A-Za-z0-9_+/=-]{45,}"
"""Longer than any word: a key, a hash, a cry."""
_SYMBOLS = (
    "\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff"  # arrows, dingbats, notes, emoji
    "\u200d\ufe0f\u20e3\U000e0020-\U000e007f"  # what joins several code points into one emoji
)
_LITERAL = re.compile(rf"(?:{_DASH}|{_ADDRESS}|{_NO_WORD}|[{_SYMBOLS}][{_SYMBOLS}\s]*(?<!\s))")
_BEHIND = re.compile(r"[\s,;:.!?…)\]»”]*")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is either translated or kept."""

    text: str
    is_literal: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``[start, end)`` of a text, which `text` stands for in every language."""

    start: int
    end: int
    text: str


def find_literals(text: str) -> list[Span]:
    """Where `text` holds something that no translator should see, in order."""
    return [Span(match.start(), match.end(), match[0]) for match in _LITERAL.finditer(text)]


def split_at(text: str, spans: Iterable[Span]) -> list[Run]:
    """Cut `text` at `spans`, which are in order and do not overlap; empty runs are left out.

    Punctuation behind a span is literal: no translator makes sense of a text that starts with a comma.
    """
    runs: list[Run] = []
    position = 0
    for span in spans:
        runs += [Run(text[position : span.start]), Run(span.text, is_literal=True)]
        behind = _BEHIND.match(text, span.end)
        position = behind.end() if behind else span.end
        runs.append(Run(text[span.end : position], is_literal=True))
    runs.append(Run(text[position:]))
    return [run for run in runs if run.text]
