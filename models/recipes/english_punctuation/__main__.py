"""Trains the tables of `translation/english.json`: capitals and questions.

    python -m models.recipes.english_punctuation --corpora DIR [--out FILE]

DIR holds `en-XX.tsv` (source tag, English, foreign) and `dev/tatoeba2k.en-XX.tsv` (English, foreign), which is for the
figures printed at the end alone. Standard library only; about a minute on one core; the same file every time.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from models.recipes.english_punctuation.capitals import find_capitals
from models.recipes.english_punctuation.measure import report
from models.recipes.english_punctuation.texts import read_dev, read_sentences
from models.recipes.english_punctuation.train import train_questions

DEFAULT_OUT = Path("src/streamlation_desktop/translation/english.json")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT)
    options = parser.parse_args()
    sentences = read_sentences(options.corpora)
    tables = {
        "capitals": find_capitals(sentences),
        "questions": train_questions(sentences),
    }
    text = json.dumps(tables, ensure_ascii=False, sort_keys=True, indent=0, separators=(",", ":"))
    options.out.write_text(text + "\n", encoding="utf-8")
    print({name: len(table) for name, table in tables.items()}, options.out.stat().st_size, "bytes")
    report(tables, read_dev(options.corpora))


if __name__ == "__main__":
    main()
