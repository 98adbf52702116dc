"""Punctuation and capitals for English words of a recognizer that writes neither.

A logistic regression over the first and last words (is this a question) and a table of words that are written with
capitals, made by ``models/recipes/english_punctuation`` and kept in ``english.json``. Small enough to be always there;
figures are in ``benchmarks/RESULTS.md``. Where sentences end is left to the pauses: a regression over the words on
either side was right on written text and no better than pauses on real speech.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_PRONOUN = re.compile(r"\bi\b")


@dataclass(frozen=True, slots=True)
class EnglishLook:
    """What ``english.json`` holds. Words are in lower case without marks at their ends."""

    capitals: Mapping[str, str]
    """A word, or two with a space between, as they are written."""
    questions: Mapping[str, float]
    """Weight of each feature of `question_features`."""

    def is_question(self, words: Sequence[str]) -> bool:
        """Whether this sentence (or its beginning) asks something."""
        return sum(self.questions.get(feature, 0.0) for feature in question_features(words)) > 0

    def written(self, words: Sequence[str], index: int) -> str:
        """Word `index` as it is written within a sentence; a pair of words that has capitals goes before one word."""
        for first in (index, index - 1):
            pair = " ".join(words[first : first + 2]).lower() if first >= 0 else ""
            if pair.count(" ") == 1 and pair in self.capitals:
                return self.capitals[pair].split(" ")[index - first]
        return self._alone(words[index])

    def _alone(self, word: str) -> str:
        known = self.capitals.get(word.lower())
        if known:
            return known
        stem, mark, ending = word.partition("'s")
        owner = self.capitals.get(stem.lower()) if mark and not ending else None
        return f"{owner}'s" if owner else _PRONOUN.sub("I", word)


@cache
def english() -> EnglishLook:
    """The trained tables."""
    data = json.loads(files(__package__).joinpath("english.json").read_text(encoding="utf-8"))
    return EnglishLook(data["capitals"], data["questions"])


def question_features(words: Sequence[str]) -> Iterator[str]:
    """What tells a question: how the sentence begins and ends."""
    lower = [word.lower() for word in words]
    yield "bias"
    for count in range(1, min(3, len(lower)) + 1):
        yield "^ " + " ".join(lower[:count])
        yield " ".join(lower[-count:]) + " $"
    if len(lower) > 1:
        yield "_ " + lower[1]
    if len(lower) > 2:
        yield f"_ {lower[1]} {lower[2]}"
