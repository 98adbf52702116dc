"""Words that are written with capitals in the middle of a sentence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from models.recipes.english_punctuation.texts import written_words

_SHARE = 0.7
"""Of all places within a sentence, how many have this spelling."""
_FEWEST = 2
_FEWEST_PAIRS = 4


def find_capitals(texts: list[str]) -> dict[str, str]:
    """Words and pairs of words in lower case → as they are written."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    pairs: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for run in inner_runs(text):
            for word in run:
                words[word.lower()][word] += 1
            for one, two in zip(run, run[1:], strict=False):
                pairs[f"{one} {two}".lower()][f"{one} {two}"] += 1
    singles = _settled(words, _FEWEST)
    doubles = _settled(pairs, _FEWEST_PAIRS)
    return singles | {key: value for key, value in doubles.items() if _as_singles(key, singles) != value}


def inner_runs(text: str) -> Iterator[list[str]]:
    """The words of each sentence but its first, whose capital says nothing."""
    run: list[str] = []
    is_first = True
    for token in text.split():
        word = "".join(written_words(token))
        if word and not is_first and (word[0].isalpha()):
            run.append(word)
        is_first = token[-1:] in '.?!:"' or token[:1] == '"'
        if is_first:
            yield run
            run = []
    yield run


def _settled(counts: dict[str, Counter[str]], fewest: int) -> dict[str, str]:
    found = {}
    for key, spellings in counts.items():
        total = spellings.total()
        spelling, count = spellings.most_common(1)[0]
        is_pronoun = key.partition("'")[0] == "i"
        if spelling != key and total >= fewest and count / total >= _SHARE and not is_pronoun:
            found[key] = spelling
    return found


def _as_singles(key: str, singles: dict[str, str]) -> str:
    return " ".join(singles.get(word, "I" if word == "i" else word) for word in key.split(" "))
