"""More examples by rule-based translation with Apertium (GPL), each marked as machine-made.

* ``pv``: English from a person, the foreign side by Apertium from that of a pair in a related language.
* ``bt``: foreign text from a person, English by Apertium (back-translation, after Edunov et al. 2018 and the tags
  of Caswell et al. 2019).
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from .corpus import Pair, clean, read_table, write_table

PIVOTS = {
    "es": {"fr": ["fr-es"]},
    "fr": {"es": ["es-fr"]},
    "pt": {"es": ["es-pt_BR"], "fr": ["fr-es", "es-pt_BR"]},
    "it": {"es": ["spa-ita"], "fr": ["fr-es", "spa-ita"]},
}
"""Target: languages to take the foreign side from, each with the Apertium modes that lead to the target."""

BACK = {"es": ["spa-eng"], "fr": ["fr-es", "spa-eng"], "it": ["ita-spa", "spa-eng"], "pt": ["pt-es", "spa-eng"]}
"""Foreign language: Apertium modes that lead to English."""

_SPANISH_ONLY = str.maketrans("", "", "¿¡")
"""Marks that Apertium leaves in place and only Spanish has."""


def available(modes: list[str]) -> bool:
    """Whether Apertium and all its modes are installed."""
    if shutil.which("apertium") is None:
        return False
    listed = subprocess.run(["apertium", "-l"], capture_output=True, text=True, check=False).stdout.split()
    return set(modes) <= set(listed)


def run_mode(texts: list[str], mode: str) -> list[str]:
    """Translate line by line; a line with an unknown word in lower case (not a name) comes back empty."""
    # a mark and a full stop keep a sentence apart from the next, and are taken off again
    lines = "".join(f"{text} ¶.\n" for text in texts)
    done = subprocess.run(["apertium", mode], input=lines, capture_output=True, text=True, check=True)
    result = [line.split("¶")[0].strip(" *") for line in done.stdout.rstrip("\n").split("\n")]
    if len(result) != len(texts):
        raise RuntimeError(f"apertium {mode}: {len(texts)} lines in, {len(result)} out")
    return ["" if re.search(r"\*[a-zà-ÿ]", line) else line.replace("*", "") for line in result]


def translate(texts: list[str], modes: list[str]) -> list[str]:
    """Translate through a chain of modes; empty where a word was unknown."""
    for mode in modes:
        texts = run_mode(texts, mode)
    return texts


def pivot_pairs(prep: Path, language: str) -> Iterator[Pair]:
    """English with machine-made ``language`` from the pairs of related languages."""
    for related, modes in PIVOTS[language].items():
        if not (prep / f"{related}.tsv.gz").exists():
            continue
        rows = [row for row in read_table(prep / f"{related}.tsv.gz") if row[0] == "talk"]
        for (_, english, _), made in zip(rows, translate([row[2] for row in rows], modes), strict=True):
            if made:
                yield "pv", english, made if language == "es" else made.translate(_SPANISH_ONLY)


def back_pairs(prep: Path, language: str) -> Iterator[Pair]:
    """Machine-made English with ``language`` as written by people."""
    foreign = sorted({row[2] for row in read_table(prep / f"{language}.tsv.gz") if row[0] != "ui"})
    for text, made in zip(foreign, translate(foreign, BACK[language]), strict=True):
        if made:
            yield "bt", made, text


def make(prep: Path, language: str, forbidden: set[str]) -> None:
    """Write ``XX.pv.tsv.gz`` and ``XX.bt.tsv.gz`` where Apertium knows the way; present files stay."""
    for kind, table, source in (("pv", PIVOTS, pivot_pairs), ("bt", BACK, back_pairs)):
        path = prep / f"{language}.{kind}.tsv.gz"
        if language not in table or path.exists():
            continue
        modes = [mode for way in PIVOTS[language].values() for mode in way] if kind == "pv" else BACK[language]
        if not available(modes):
            print(f"{language}: no {kind} pairs, Apertium modes {modes} are not installed", flush=True)
            continue
        print(language, kind, write_table(path, clean(source(prep, language), forbidden)), flush=True)
