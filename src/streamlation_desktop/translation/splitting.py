"""Splits text into sentences with Wikimedia's ``sentencex`` (abbreviations and quotes of many languages)."""

from __future__ import annotations

import re
from itertools import pairwise

from sentencex import get_sentence_boundaries

from streamlation_desktop.core.language import LanguageCode, separates_words

TERMINATORS = frozenset(".?!…。？！؟।॥։።᙮｡")
"""Marks that can end a sentence."""

CLAUSE_MARKS = frozenset(",;:،؛、，；：—–") | TERMINATORS
"""Marks at which a long sentence may be cut."""

_CLOSING = "\"'”’»›)]}」』】 \u00a0"

_PRONOUN = re.compile(r"\bI\b")


def sentence_ends(text: str, language: LanguageCode) -> list[int]:
    """Offsets just behind each sentence of `text`, trailing white space included; the last is its length.

    A piece without a letter (``"1."``, ``"- "``) is no sentence: it belongs to what follows.
    """
    ends: list[int] = []
    start = 0
    encodable = text.encode("utf-8", "replace").decode()  # a lone surrogate becomes one question mark
    for boundary in get_sentence_boundaries(language, encodable):
        end: int = boundary["end_index"]
        if any(char.isalpha() for char in text[start:end]):
            ends.append(end)
            start = end
    if start < len(text):
        ends = [*ends[:-1], len(text)]  # what follows the last sentence without a letter belongs to it
    return ends


def split_sentences(text: str, language: LanguageCode) -> list[str]:
    """The sentences of `text`, stripped, in order; line breaks count as spaces."""
    joined = (" " if separates_words(language) else "").join(text.split("\n"))
    starts = [0, *sentence_ends(joined, language)]
    pieces = (joined[start:end].strip() for start, end in pairwise(starts))
    return [piece for piece in pieces if piece]


def ends_sentence(text: str, language: LanguageCode) -> bool:
    """True when `text` ends with a mark that closes a sentence (and not with an abbreviation)."""
    stripped = text.rstrip(_CLOSING)
    if not stripped or stripped[-1] not in TERMINATORS:
        return False
    probe = f"{text.rstrip()} " if separates_words(language) else text.rstrip()
    return len(probe) in sentence_ends(f"{probe}Xenia", language)


def is_punctuated(text: str) -> bool:
    """False for the bare lower-case words that recognizers without punctuation write; their "I" is a capital."""
    return any(char in CLAUSE_MARKS or char.isupper() for char in _PRONOUN.sub("", text))


def halve(text: str) -> tuple[str, str] | None:
    """Cut a sentence in two behind the punctuation mark nearest to its middle; None where there is none inside."""
    marks = [index for index, char in enumerate(text[:-1], 1) if char in CLAUSE_MARKS and _may_cut(text, index)]
    if not marks:
        return None
    cut = min(marks, key=lambda index: abs(index - len(text) / 2))
    return text[:cut].strip(), text[cut:].strip()


def _may_cut(text: str, index: int) -> bool:
    """True between a mark and the next word: not within ``3.5``, ``a:b`` or in front of a closing quote."""
    fits = text[index].isspace() or not text[index - 1].isascii()
    return fits and any(map(str.isalpha, text[:index])) and any(map(str.isalpha, text[index:]))
