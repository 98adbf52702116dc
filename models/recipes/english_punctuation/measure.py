"""How good the tables are on sentences that they have not seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from models.recipes.english_punctuation.capitals import inner_runs
from models.recipes.english_punctuation.texts import is_one_sentence, spoken_words
from streamlation_desktop.translation.punctuation import EnglishLook


def report(tables: Mapping[str, Any], texts: list[str]) -> None:
    """Print precision and recall of each table."""
    look = EnglishLook(tables["capitals"], tables["questions"])
    sentences = [text for text in texts if is_one_sentence(text)]
    asked = ((look.is_question(spoken_words(text)), text.endswith("?")) for text in sentences)
    print("questions", len(sentences), _precision_recall(asked))
    print("capitals", _precision_recall(_capitals(look, texts)))


def _capitals(look: EnglishLook, texts: list[str]) -> Iterable[tuple[bool, bool]]:
    for text in texts:
        for run in inner_runs(text):
            lower = [each.lower() for each in run]
            for index, word in enumerate(run):
                yield look.written(lower, index) != lower[index], word != lower[index]


def _precision_recall(pairs: Iterable[tuple[bool, bool]]) -> str:
    found = right = there = 0
    for guess, truth in pairs:
        found, there, right = found + guess, there + truth, right + (guess and truth)
    return f"precision {right / found:.3f} recall {right / there:.3f} of {there}"
