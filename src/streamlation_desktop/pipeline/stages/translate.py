"""Sentences to translations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, Sentence, Translation, TranslationStatus
from streamlation_desktop.engines.base import LanguagePair, Translator
from streamlation_desktop.pipeline.stages.checked_translation import CheckedTranslator, TranslationCache
from streamlation_desktop.translation.glossary import Glossary

_UNTOUCHED = Origin("none", "")


@dataclass(frozen=True, slots=True)
class SentenceTranslator:
    """Renders sentences in one language; one result for each, in order.

    Give it as many sentences at once as there are: engines work on batches of 32 and more.
    """

    translator: Translator
    target: LanguageCode
    preset: str = ""
    """The decoding settings, for the cache."""
    glossary: Glossary = field(default_factory=lambda: Glossary(()))
    cache: TranslationCache | None = None

    def __call__(self, sentences: Sequence[Sentence]) -> list[Translation]:
        """Translate `sentences`, which may be in several languages.

        A sentence that is in the target language already, or in one that the translator does not
        know, stays as it is, and its status says so.

        Raises:
            InferenceFailed: the engine could not process the texts.
        """
        results: dict[int, Translation] = {}
        for language in dict.fromkeys(sentence.language for sentence in sentences):
            group = [(index, each) for index, each in enumerate(sentences) if each.language == language]
            translated = self._translate([each for _, each in group], language)
            results |= dict(zip((index for index, _ in group), translated, strict=True))
        return [results[index] for index in range(len(sentences))]

    def _translate(self, sentences: Sequence[Sentence], language: LanguageCode) -> list[Translation]:
        pair = LanguagePair(language, self.target)
        if language == self.target:
            return [self._untouched(each, TranslationStatus.SAME_LANGUAGE) for each in sentences]
        if not self.translator.supports(pair):
            return [self._untouched(each, TranslationStatus.KEPT_SOURCE) for each in sentences]
        checked = CheckedTranslator(self.translator, pair, self.preset, self.glossary, self.cache)
        return [
            Translation(each, self.target, made.text, self.translator.origin, made.status, made.score)
            for each, made in zip(sentences, checked.translate([each.text for each in sentences]), strict=True)
        ]

    def _untouched(self, sentence: Sentence, status: TranslationStatus) -> Translation:
        return Translation(sentence, self.target, sentence.text, _UNTOUCHED, status)
