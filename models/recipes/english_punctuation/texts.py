"""English sentences of the corpora, and their words as a recognizer writes them."""

from __future__ import annotations

import re
from pathlib import Path

PROSE = {
    "tatoeba-manythings", "tatoeba-opusmt-tests-rest", "tatoeba-pivot", "tatoeba-pivot2", "covost2-de_en-devtest",
    "global-storybooks", "opensource-guide", "mycroft", "gnome-user-docs", "bitcoin-org", "mozilla-www-l10n",
}  # fmt: skip
"""Sources of running text; labels of programs are written with other capitals."""
_MARKS = '.,?!";:()“”'


def read_sentences(corpora: Path) -> list[str]:
    """Every English text of running prose once, in the order of the files."""
    texts: dict[str, None] = {}
    for path in sorted(corpora.glob("en-*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            source, english, _ = line.split("\t")
            if source in PROSE:
                texts[english.replace("’", "'")] = None
    return list(texts)


def read_dev(corpora: Path) -> list[str]:
    """The development sentences, which no table has seen."""
    texts: dict[str, None] = {}
    for path in sorted(corpora.glob("dev/tatoeba2k.en-*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            texts[line.split("\t")[0].replace("’", "'")] = None
    return list(texts)


def is_one_sentence(text: str) -> bool:
    return '"' not in text and text[-1:] in ".?!" and not re.search(r"[.?!;:] ", text)


def written_words(text: str) -> list[str]:
    """Words without the marks around them, case kept."""
    return [word for word in (each.strip(_MARKS) for each in text.split()) if word]


def spoken_words(text: str) -> list[str]:
    """The words as a recognizer without case and punctuation writes them."""
    return [word.lower() for word in written_words(text)]
