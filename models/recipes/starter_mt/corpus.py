"""Read, clean and classify the parallel text; write it as one compressed table for each language.

Input ``en-XX.tsv``: source tag, English, foreign. Output ``prep/XX.tsv.gz``: kind, English, foreign.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

KIND = {"tldr-pages": "ui", "inaturalist": "ui", "gnome-user-docs": "prose", "mozilla-www-l10n": "prose",
        "bitcoin-org": "prose", "opensource-guide": "prose"}
"""Class of a source; all others are ``talk``."""

WEIGHT = {"talk": 1.0, "prose": 0.6, "ui": 0.25, "bt": 0.15, "pv": 0.1, "kd": 1.0}
"""How often a pair of each kind is drawn, relative to spoken-style pairs; ``synthetic`` makes bt and pv, ``distil`` kd."""

Pair = tuple[str, str, str]
"""Kind, English, foreign."""


def key(text: str) -> str:
    """Form under which two sentences count as the same: letters and digits, lower case."""
    return " ".join(re.findall(r"\w+", text.lower()))


def dev_path(corpora: Path, language: str) -> Path:
    """The development set of a language: English TAB foreign."""
    return corpora / "dev" / f"tatoeba2k.en-{language}.tsv"


def read_dev(path: Path) -> list[tuple[str, str]]:
    """Pairs of a development set."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [(row[0], row[1]) for row in rows]


def held_out(corpora: Path, languages: list[str]) -> set[str]:
    """Keys of every sentence of every development set, on either side, with more than three words."""
    keys = (key(side) for language in languages for pair in read_dev(dev_path(corpora, language)) for side in pair)
    return {text for text in keys if text.count(" ") > 2}


def acceptable(english: str, foreign: str) -> bool:
    """Whether a pair looks like a translation: of similar length, not a copy, mostly letters."""
    a, b = len(english), len(foreign)
    if not 2 <= a <= 500 or not 2 <= b <= 600 or max(a, b) > 3 * min(a, b) + 12:
        return False
    if english == foreign and english.count(" ") > 2:
        return False
    if re.search(r"[{}<>|\\]|%[sd]|https?:", english + foreign):
        return False
    return sum(c.isalpha() for c in english) * 2 > a


def tidy(text: str) -> str:
    """Composed characters, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def clean(rows: Iterable[Pair], forbidden: set[str]) -> Iterator[Pair]:
    """Drop unlike, repeated and held-out pairs."""
    seen: set[tuple[str, str]] = set()
    for kind, english, foreign in rows:
        english, foreign = tidy(english), tidy(foreign)
        pair = key(english), key(foreign)
        if pair in seen or pair[0] in forbidden or pair[1] in forbidden or not acceptable(english, foreign):
            continue
        seen.add(pair)
        yield kind, english, foreign


def read_corpus(path: Path) -> Iterator[Pair]:
    """Raw pairs of ``en-XX.tsv`` with their kind."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            source, english, foreign = line.rstrip("\n").split("\t")
            yield KIND.get(source, "talk"), english, foreign


def write_table(path: Path, rows: Iterable[Pair]) -> int:
    """Write pairs, complete or not at all; returns how many."""
    part = path.with_suffix(".part")
    count = 0
    with gzip.open(part, "wt", encoding="utf-8", compresslevel=6) as out:
        for row in rows:
            count += 1
            out.write("\t".join(row) + "\n")
    part.replace(path)
    return count


def read_table(path: Path) -> list[Pair]:
    """Pairs of a prepared table."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    return [(row[0], row[1], row[2]) for row in rows]
