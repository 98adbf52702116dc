"""Tells translations that cannot be right from those that may be.

Each check compares a source sentence with its translation and is cheap enough for every sentence.
Bounds were set so that human translations pass (see ``benchmarks/RESULTS.md``).
"""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum

from streamlation_desktop.core.language import LanguageCode, is_cjk
from streamlation_desktop.translation.scripts import share_in_script


class Problem(Enum):
    """Why a translation is not acceptable."""

    EMPTY = "empty"
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    REPETITION = "repetition"
    UNTRANSLATED = "untranslated"
    WRONG_SCRIPT = "wrong-script"


_CJK_CHARACTER = 2.5
"""Latin letters that say as much as one Chinese, Japanese or Korean character."""
_RATIO = (0.3, 3.0)
"""Acceptable length of a translation per length of its source, beyond `_SLACK`."""
_SLACK = 15
"""Letters by which short texts may differ: "No." is "De ninguna manera."."""
_LOOP = re.compile(r"(.{2,40}?)\1{3,}", re.DOTALL)
"""Anything of two characters or more, four times in a row."""
_SHORTEST_LOOP = 12
_COPIED = 0.75
_FEWEST_WORDS = 4
"""Names and titles of up to three words may stay as they are."""
_IN_SCRIPT = 0.5


def find_problem(source: str, translation: str, language: LanguageCode, target: LanguageCode) -> Problem | None:
    """The first thing that is wrong with `translation`, or None."""
    if not any(char.isalnum() for char in translation):
        return Problem.EMPTY
    if share_in_script(translation, target) < _IN_SCRIPT:
        return Problem.WRONG_SCRIPT
    if is_copy(source, translation):
        return Problem.UNTRANSLATED
    if has_loop(translation) and not has_loop(source):
        return Problem.REPETITION
    return _length_problem(weight(source, language), weight(translation, target))


def is_foreign(source: str, language: LanguageCode) -> bool:
    """True when `source` is not written in the script of `language`: no model for it can translate that."""
    return share_in_script(source, language) < _IN_SCRIPT


def weight(text: str, language: LanguageCode) -> float:
    """Length of `text` in letters, comparable between languages."""
    return len(text) * (_CJK_CHARACTER if is_cjk(language) else 1.0)


def has_loop(text: str) -> bool:
    """True when `text` repeats itself as a decoder does that is caught in a loop."""
    return any(len(loop[0]) >= _SHORTEST_LOOP for loop in _LOOP.finditer(text.casefold()))


def is_copy(source: str, translation: str) -> bool:
    """True when most words of the source stand unchanged in the translation; names and numbers do not count."""
    words = re.findall(r"[^\W\d_]+", source)
    common = [word.casefold() for index, word in enumerate(words) if index == 0 or not word[0].isupper()]
    if len(common) < _FEWEST_WORDS:
        return False
    kept = Counter(common) & Counter(re.findall(r"[^\W\d_]+", translation.casefold()))
    return kept.total() / len(common) >= _COPIED


def _length_problem(source: float, translation: float) -> Problem | None:
    low, high = _RATIO
    if translation < low * source - _SLACK:
        return Problem.TOO_SHORT
    if translation > high * source + _SLACK:
        return Problem.TOO_LONG
    return None
