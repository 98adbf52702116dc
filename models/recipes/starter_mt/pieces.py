"""The pieces that each language is written with: decoding looks at no others.

CTranslate2 reads them as a vocabulary map (``vmap.txt``: a source piece, TAB, target pieces), keyed by the token that
asks for the language. What is looked at then depends on the language alone, not on the other sentences of a batch, as
it would with candidates for each source word, so that a translation stays the same in any company.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from .config import PAD, prefix
from .corpus import read_table
from .vocabulary import load_vocabulary

VOCABULARY_MAP = "vmap.txt"


def write_pieces(prep: Path, languages: list[str], out: Path) -> None:
    """Write the map for all target sides in ``prep`` into the folder ``out``; single characters are always there."""
    pieces = load_vocabulary(prep)
    names = [pieces.id_to_piece(index) for index in range(pieces.get_piece_size())]
    characters = [index for index, name in enumerate(names) if len(name.strip("▁")) <= 1]
    with (out / VOCABULARY_MAP).open("w", encoding="utf-8") as lines:
        for language in languages:
            used = np.zeros(len(names), bool)
            used[characters] = True
            for path in sorted(prep.glob(f"{language}*.tsv.gz")):
                for ids in pieces.encode([row[2] for row in read_table(path)]):
                    used[ids] = True
            used[: PAD + 1] = False
            kept = [names[index] for index in np.flatnonzero(used) if not names[index].startswith("__")]
            print(f"{language}: written with {len(kept)} pieces", flush=True)
            lines.write(f"{prefix(language)}\t{' '.join(kept)}\n")
