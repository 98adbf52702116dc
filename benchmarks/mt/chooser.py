"""Sets the thresholds in ``engines/chooser.py``: at which score the starter model beats rules.

    STREAMLATION_TEST_DATA=... python -m benchmarks.mt.chooser

The threshold is picked on the first half of the sentences and judged on the second.
"""

from __future__ import annotations

from sacrebleu import BLEU, CHRF

from benchmarks.mt.corpus import Pairs, open_engine, read_pairs, scores
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.base import LanguagePair, TranslatedText

TARGETS = ("es", "fr", "it", "pt", "de")
THRESHOLDS = [-0.1 * step for step in range(1, 21)]


def worth(hypotheses: list[str], references: list[str]) -> float:
    """One number for both measures."""
    return BLEU().corpus_score(hypotheses, [references]).score + CHRF().corpus_score(hypotheses, [references]).score


def joined(model: list[TranslatedText], rules: list[TranslatedText], threshold: float) -> list[str]:
    """What `ChooserTranslator` gives with this threshold."""
    return [
        (one if one.score is None or one.score >= threshold else other).text
        for one, other in zip(model, rules, strict=True)
    ]


def report(pair: LanguagePair, model: list[TranslatedText], rules: list[TranslatedText], pairs: Pairs) -> None:
    half = len(pairs.sources) // 2
    best = max(THRESHOLDS, key=lambda t: worth(joined(model, rules, t)[:half], pairs.references[:half]))
    rows = {"model": joined(model, rules, -99.0), "rules": [each.text for each in rules]}
    rows |= {f"joined {each:.1f}": joined(model, rules, each) for each in THRESHOLDS[2:15:2]}
    for name, texts in (rows | {f"picked {best:.1f}": joined(model, rules, best)}).items():
        first, second = (scores(texts[part], pairs.references[part]) for part in (slice(half), slice(half, None)))
        print(f"{pair.target} {name:12} first half {first}   second half {second}")


def main() -> None:
    model, rules = open_engine("starter"), open_engine("apertium")
    for target in TARGETS:
        pair = LanguagePair(LanguageCode("en"), LanguageCode(target))
        if model.supports(pair) and rules.supports(pair):
            pairs = read_pairs(target)
            report(pair, model.translate(pairs.sources, pair), rules.translate(pairs.sources, pair), pairs)
    model.close()
    rules.close()


if __name__ == "__main__":
    main()
