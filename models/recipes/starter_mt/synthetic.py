"""More examples by rule-based translation with Apertium (GPL), each marked as machine-made.

* ``pv``: English from a person, Italian or Portuguese by Apertium from the Spanish side of the pair.
* ``bt``: foreign text from a person, English by Apertium (back-translation, after Edunov et al. 2018 and the tags
  of Caswell et al. 2019).
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from .corpus import Pair, clean, read_table, write_table

PIVOTS = {"pt": ("es", ["es-pt_BR"]), "it": ("es", ["spa-ita"])}
"""Target: language to take the foreign side from, Apertium modes."""

BACK = {"es": ["spa-eng"], "fr": ["fr-es", "spa-eng"], "it": ["ita-spa", "spa-eng"], "pt": ["pt-es", "spa-eng"]}
"""Foreign language: Apertium modes that lead to English."""


def available(modes: list[str]) -> bool:
    """Whether Apertium and all its modes are installed."""
    if shutil.which("apertium") is None:
        return False
    listed = subprocess.run(["apertium", "-l"], capture_output=True, text=True, check=False).stdout.split()
    return set(modes) <= set(listed)


def translate(texts: list[str], modes: list[str]) -> list[str]:
    """Translate line by line through a chain of modes; an unknown word stays as it is."""
    for mode in modes:
        # a full stop keeps a sentence apart from the next, and is taken off again
        lines = "\n".join(f"{text} ¶." for text in texts) + "\n"
        done = subprocess.run(["apertium", "-u", mode], input=lines, capture_output=True, text=True, check=True)
        result = [line.split("¶")[0].strip() for line in done.stdout.rstrip("\n").split("\n")]
        if len(result) != len(texts):
            raise RuntimeError(f"apertium {mode}: {len(texts)} lines in, {len(result)} out")
        texts = result
    return texts


def _unknown(original: str, made: str) -> bool:
    """Whether too many long words passed unchanged, a sign of unknown words."""
    words = [word for word in original.split() if len(word) > 4 and word.islower()]
    kept = set(made.split())
    return sum(word in kept for word in words) * 4 > len(words)


def pivot_pairs(prep: Path, language: str) -> Iterator[Pair]:
    """English with machine-made ``language`` from the related language's pairs."""
    related, modes = PIVOTS[language]
    rows = [row for row in read_table(prep / f"{related}.tsv.gz") if row[0] == "talk"]
    for (_, english, foreign), made in zip(rows, translate([row[2] for row in rows], modes), strict=True):
        if made and not _unknown(foreign, made):
            yield "pv", english, made


def back_pairs(prep: Path, language: str) -> Iterator[Pair]:
    """Machine-made English with ``language`` as written by people."""
    foreign = sorted({row[2] for row in read_table(prep / f"{language}.tsv.gz") if row[0] != "ui"})
    for text, made in zip(foreign, translate(foreign, BACK[language]), strict=True):
        if made and not _unknown(text, made):
            yield "bt", made, text


def make(prep: Path, language: str, forbidden: set[str]) -> None:
    """Write ``XX.pv.tsv.gz`` and ``XX.bt.tsv.gz`` where Apertium knows the way; present files stay."""
    for kind, table, source in (("pv", PIVOTS, pivot_pairs), ("bt", BACK, back_pairs)):
        path = prep / f"{language}.{kind}.tsv.gz"
        if language not in table or path.exists():
            continue
        modes = PIVOTS[language][1] if kind == "pv" else BACK[language]
        if not available(modes):
            print(f"{language}: no {kind} pairs, Apertium modes {modes} are not installed", flush=True)
            continue
        print(language, kind, write_table(path, clean(source(prep, language), forbidden)), flush=True)
