"""Stage 1: from the corpora to ``work/prep``, which is all that training needs (to carry to another machine)."""

from __future__ import annotations

import shutil
from pathlib import Path

from . import synthetic
from .config import Config
from .corpus import clean, dev_path, held_out, read_corpus, write_table


def prepare(corpora: Path, work: Path, config: Config) -> None:
    """Clean every language, make synthetic pairs, copy the development sets."""
    prep = work / "prep"
    (prep / "dev").mkdir(parents=True, exist_ok=True)
    forbidden = held_out(corpora, config.languages)
    for language in config.languages:
        path = prep / f"{language}.tsv.gz"
        if not path.exists():
            rows = clean(read_corpus(corpora / f"en-{language}.tsv"), forbidden)
            print(language, write_table(path, rows), flush=True)
        shutil.copy(dev_path(corpora, language), dev_path(prep, language))
    for language in config.languages:
        synthetic.make(prep, language, forbidden)
