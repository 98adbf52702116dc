"""Word error rate and word-time error against known words."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from statistics import median

import jiwer

from models.recipes.synthetic_speech.spoken import Word


def plain(text: str) -> str:
    """Lower case without punctuation, as recognisers are usually scored."""
    kept = "".join(letter for letter in text.lower() if letter.isalnum() or letter.isspace())
    return " ".join(kept.split())


def word_errors(references: Sequence[str], hypotheses: Sequence[str]) -> str:
    """Both rates: plain, and with capitals and punctuation."""
    bare = jiwer.wer([plain(text) for text in references], [plain(text) for text in hypotheses])
    strict = jiwer.wer(list(references), [" ".join(text.split()) for text in hypotheses])
    return f"WER {100 * bare:.2f} % (with capitals and punctuation {100 * strict:.2f} %)"


def time_errors(reference: Sequence[Word], hypothesis: Sequence[Word]) -> tuple[list[float], list[float]]:
    """Absolute errors of start and end of the words that both agree on."""
    matcher = SequenceMatcher(
        None, [plain(w.text) for w in reference], [plain(w.text) for w in hypothesis], autojunk=False
    )
    starts, ends = [], []
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            known, found = reference[block.a + offset], hypothesis[block.b + offset]
            starts.append(abs(known.start - found.start))
            ends.append(abs(known.end - found.end))
    return starts, ends


def summary(errors: list[float]) -> str:
    ordered = sorted(errors)
    return f"median {median(ordered):.3f} s, 95th percentile {ordered[int(0.95 * (len(ordered) - 1))]:.3f} s"
