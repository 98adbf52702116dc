"""Unseen input of every kind: nothing empty, looping, dropped or in the wrong script may come out.

    STREAMLATION_TEST_DATA=... python -m benchmarks.mt.sanity

2,000 inputs: single sentences, two in one text, no case or punctuation, all capitals, cut off in the
middle of a word, long, with emoji, and in other languages and scripts.
"""

from __future__ import annotations

import random
from collections import Counter

from benchmarks.mt.corpus import open_engine, read_pairs
from benchmarks.mt.quality import bare
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import TranslationStatus
from streamlation_desktop.engines.base import LanguagePair
from streamlation_desktop.pipeline.stages.checked_translation import CheckedTranslator
from streamlation_desktop.translation.checks import find_problem

EN, ES = LanguageCode("en"), LanguageCode("es")


def inputs() -> list[str]:
    """The same 2,000 texts at every run."""
    choice = random.Random(0)
    sentences = read_pairs("es").sources
    german = read_pairs("de").references
    texts = sentences[:800]
    texts += [f"{one} {other}" for one, other in zip(sentences[800:1000], sentences[1000:1200], strict=True)]
    texts += [bare(text) for text in sentences[1200:1500]]
    texts += [text.upper() for text in sentences[1500:1600]]
    texts += [text[: choice.randint(1, len(text))] for text in sentences[1600:1800]]
    texts += [" ".join(choice.sample(sentences, 20)) for _ in range(100)]
    texts += [f"{text} 😀 {text}" for text in sentences[1800:1900]]
    texts += german[:100]
    return texts + [f"{number} Привет, {text}" for number, text in enumerate(sentences[1900:2000])]


def main() -> None:
    texts = inputs()
    for name in ("starter", "apertium", "starter+apertium"):
        translator = open_engine(name)
        results = CheckedTranslator(translator, LanguagePair(EN, ES)).translate(texts)
        statuses = Counter(result.status.value for result in results)
        problems = Counter(
            problem.value
            for text, result in zip(texts, results, strict=True)
            if result.status is not TranslationStatus.KEPT_SOURCE
            and any(char.isalpha() for char in text)
            and (problem := find_problem(text, result.text, EN, ES))
        )
        empty = sum(not result.text for result in results)
        print(f"{name:17} {len(texts)} texts: empty {empty}, problems {dict(problems)}, {dict(statuses)}")
        translator.close()


if __name__ == "__main__":
    main()
