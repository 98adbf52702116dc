"""Chooses between the starter model and rules, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence

from streamlation_desktop.core.types import Origin
from streamlation_desktop.engines.base import LanguagePair, TranslatedText, Translator
from streamlation_desktop.engines.rewording import alternatives

TRUSTED = -0.7
"""Mean log-probability per token from which the starter model of this release is better than rules.

Set by ``benchmarks/mt/chooser.py``. The length of the sentence and the share of words that Apertium knows were
measured, too: they add nothing to it.
"""


class ChooserTranslator:
    """A model where it is sure of itself, rules elsewhere; implements `Translator` and owns both."""

    def __init__(self, model: Translator, rules: Translator, trusted: float = TRUSTED) -> None:
        self._model = model
        self._rules = rules
        self._trusted = trusted
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
        is_model = [self._is_trusted(result) for result in results]
        by_rules = [index for index, chosen in enumerate(is_model) if chosen == bool(hypothesis)]
        translated = self._rules.translate([texts[index] for index in by_rules], pair)
        for index, result in zip(by_rules, translated, strict=True):
            results[index] = result
        return results

    def alternatives(self, text: str, pair: LanguagePair) -> list[str]:
        """See `Rewriter`. The engine that was not chosen has its say, too, but not a model that is unsure."""
        if not self._rules.supports(pair):
            return alternatives(self._model, text, pair)
        if not self._model.supports(pair):
            return []
        [result] = self._model.translate([text], pair)
        if not self._is_trusted(result):
            return []
        return [*alternatives(self._model, text, pair), self._rules.translate([text], pair)[0].text]

    def close(self) -> None:
        """See `Translator`."""
        self._model.close()
        self._rules.close()

    def _is_trusted(self, result: TranslatedText) -> bool:
        return result.score is None or result.score >= self._trusted  # no score: there was nothing to translate
