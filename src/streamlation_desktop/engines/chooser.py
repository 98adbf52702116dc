"""Chooses between the starter model and rules, sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin
from streamlation_desktop.engines.base import LanguagePair, TranslatedText, Translator

_EN, _ES = LanguageCode("en"), LanguageCode("es")

SURE: Mapping[LanguagePair, float] = {LanguagePair(_EN, _ES): -0.6}
"""Score from which on the starter model of this release is better than Apertium.

Set by ``benchmarks/mt/chooser.py``; length of the sentence and share of words that Apertium knows
were measured, too, and add nothing to the score.
"""
_UNMEASURED = -1.2


class ChooserTranslator:
    """A model where it is sure of itself, rules elsewhere; implements `Translator` and owns both."""

    def __init__(self, model: Translator, rules: Translator, sure: Mapping[LanguagePair, float] = SURE) -> None:
        self._model = model
        self._rules = rules
        self._sure = sure
        one, two = model.origin, rules.origin
        self.origin = Origin(f"{one.engine}+{two.engine}", f"{one.model}+{two.model}", one.quality or two.quality)

    def supports(self, pair: LanguagePair) -> bool:
        """See `Translator`."""
        return self._model.supports(pair) or self._rules.supports(pair)

    def translate(self, texts: Sequence[str], pair: LanguagePair, *, hypothesis: int = 0) -> list[TranslatedText]:
        """See `Translator`. The second hypothesis is what the first did not choose; then the model tries on."""
        if not self._rules.supports(pair):
            return self._model.translate(texts, pair, hypothesis=hypothesis)
        if not self._model.supports(pair):
            return self._rules.translate(texts, pair, hypothesis=hypothesis)
        results = self._model.translate(texts, pair, hypothesis=max(0, hypothesis - 1))
        if hypothesis > 1:
            return results
        limit = self._sure.get(pair, _UNMEASURED)
        is_sure = [result.score is None or result.score >= limit for result in results]
        by_rules = [index for index, sure in enumerate(is_sure) if sure == bool(hypothesis)]
        translated = self._rules.translate([texts[index] for index in by_rules], pair)
        for index, result in zip(by_rules, translated, strict=True):
            results[index] = result
        return results

    def close(self) -> None:
        """See `Translator`."""
        self._model.close()
        self._rules.close()
