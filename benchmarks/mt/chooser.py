"""Sets `TRUSTED` in ``engines/chooser.py``: from which score, and up to which length, the starter model beats rules.

    STREAMLATION_TEST_DATA=... python -m benchmarks.mt.chooser

Both are picked on the first half of the sentences and judged on the second.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from sacrebleu import BLEU, CHRF

from benchmarks.mt.corpus import Pairs, open_engine, read_pairs, scores
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.base import LanguagePair, TranslatedText

TARGETS = ("es", "fr", "it", "pt", "de")
SCORES = (-0.5, -0.6, -0.7, -0.8, -1.0, -1.2, -1.5, -2.0)
WORDS = (8, 11, 15, 99)


def worth(hypotheses: list[str], references: list[str]) -> float:
    """One number for both measures."""
    return BLEU().corpus_score(hypotheses, [references]).score + CHRF().corpus_score(hypotheses, [references]).score


@dataclass(frozen=True, slots=True)
class Candidates:
    """What both engines made of the sentences."""

    pairs: Pairs
    model: list[TranslatedText]
    rules: list[TranslatedText]

    def joined(self, score: float, words: int) -> list[str]:
        """What `ChooserTranslator` gives with this score, if it looked at the length, too."""
        rows = zip(self.pairs.sources, self.model, self.rules, strict=True)
        return [
            (one if (one.score or 0.0) >= score and len(text.split()) <= words else other).text
            for text, one, other in rows
        ]


def report(pair: LanguagePair, made: Candidates) -> None:
    references = made.pairs.references
    half = len(references) // 2
    best = max(product(SCORES, WORDS), key=lambda trust: worth(made.joined(*trust)[:half], references[:half]))
    rows = {"model": made.joined(-99.0, 999), "rules": [each.text for each in made.rules]}
    rows |= {f"{score:.1f}, {words} words": made.joined(score, words) for score, words in product(SCORES, WORDS[1::2])}
    for name, texts in (rows | {f"picked: {best[0]:.1f}, {best[1]} words": made.joined(*best)}).items():
        first, second = (scores(texts[part], references[part]) for part in (slice(half), slice(half, None)))
        print(f"{pair.target} {name:24} first half {first}   second half {second}")


def main() -> None:
    model, rules = open_engine("starter"), open_engine("apertium")
    for target in TARGETS:
        pair = LanguagePair(LanguageCode("en"), LanguageCode(target))
        if model.supports(pair) and rules.supports(pair):
            pairs = read_pairs(target)
            report(pair, Candidates(pairs, *(each.translate(pairs.sources, pair) for each in (model, rules))))
    model.close()
    rules.close()


if __name__ == "__main__":
    main()
