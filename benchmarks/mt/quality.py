"""Quality of the embedded translators: BLEU and chrF per language, engine and length of sentence.

    STREAMLATION_TEST_DATA=... python -m benchmarks.mt.quality [engine ...]

Three inputs: as written; without case and punctuation, as PocketSphinx writes; the same after
`as_sentence`. Everything goes through `CheckedTranslator`, as in the product, except where "raw".
"""

from __future__ import annotations

import re
import sys

from benchmarks.mt.corpus import Pairs, open_engine, read_pairs, scores
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.base import LanguagePair, Translator
from streamlation_desktop.pipeline.stages.checked_translation import CheckedTranslator
from streamlation_desktop.translation.restore import as_sentence

ENGINES = ("starter", "apertium", "starter+apertium")
TARGETS = ("es", "fr", "de", "it", "pt")
LENGTHS = ((1, 4), (5, 6), (7, 8), (9, 11), (12, 15), (16, 99))
EN = LanguageCode("en")


def bare(text: str) -> str:
    """As a recognizer without case and punctuation writes."""
    return " ".join(re.sub(r"[^\w' ]", " ", text.lower()).split())


def report(engine: str, translator: Translator, pairs: Pairs, pair: LanguagePair) -> None:
    checked = CheckedTranslator(translator, pair)
    written = [each.text for each in checked.translate(pairs.sources)]
    unpunctuated = [bare(text) for text in pairs.sources]
    raw = [each.text for each in translator.translate(unpunctuated, pair)]
    restored = translator.translate([as_sentence(text, EN) for text in unpunctuated], pair)
    print(f"{engine:17} {pair.target} as written          {scores(written, pairs.references)}")
    print(f"{engine:17} {pair.target} bare                {scores(raw, pairs.references)}")
    print(f"{engine:17} {pair.target} bare, as_sentence   {scores([r.text for r in restored], pairs.references)}")
    for low, high in LENGTHS:
        chosen = [i for i, text in enumerate(pairs.sources) if low <= len(text.split()) <= high]
        score = scores([written[i] for i in chosen], [pairs.references[i] for i in chosen])
        print(f"{engine:17} {pair.target} {low:2}-{high:2} words {len(chosen):4}   {score}")


def main() -> None:
    for engine in sys.argv[1:] or ENGINES:
        translator = open_engine(engine)
        for target in TARGETS:
            pair = LanguagePair(EN, LanguageCode(target))
            if translator.supports(pair):
                report(engine, translator, read_pairs(target), pair)
        translator.close()


if __name__ == "__main__":
    main()
