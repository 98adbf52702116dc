"""Translation by way of a third language, where no model serves a pair directly."""

from __future__ import annotations

from collections.abc import Sequence

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin
from streamlation_desktop.engines.base import LanguagePair, TranslatedText, Translator
from streamlation_desktop.engines.rewording import alternatives

_ENGLISH = LanguageCode("en")


class PivotTranslator:
    """Two translators in a row; implements `Translator` and owns both."""

    def __init__(self, first: Translator, second: Translator, via: LanguageCode = _ENGLISH) -> None:
        self._first = first
        self._second = second
        self._via = via
        one, two = first.origin, second.origin
        quality = one.quality or two.quality  # a chain is as good as its weakest link
        self.origin = Origin(f"{one.engine}+{two.engine}", f"{one.model}+{two.model}", quality)

    def supports(self, pair: LanguagePair) -> bool:
        """See `Translator`."""
        to, onward = self._legs(pair)
        return pair.source != pair.target and self._first.supports(to) and self._second.supports(onward)

    def translate(self, texts: Sequence[str], pair: LanguagePair, *, hypothesis: int = 0) -> list[TranslatedText]:
        """See `Translator`; the score is the sum of both legs' scores."""
        to, onward = self._legs(pair)
        middle = self._first.translate(texts, to, hypothesis=hypothesis)
        last = self._second.translate([each.text for each in middle], onward, hypothesis=hypothesis)
        return [TranslatedText(b.text, _sum(a.score, b.score)) for a, b in zip(middle, last, strict=True)]

    def alternatives(self, text: str, pair: LanguagePair) -> list[str]:
        """See `Rewriter`; those of the second leg."""
        to, onward = self._legs(pair)
        [middle] = self._first.translate([text], to)
        return alternatives(self._second, middle.text, onward)

    def close(self) -> None:
        """See `Translator`."""
        self._first.close()
        self._second.close()

    def _legs(self, pair: LanguagePair) -> tuple[LanguagePair, LanguagePair]:
        return LanguagePair(pair.source, self._via), LanguagePair(self._via, pair.target)


def _sum(first: float | None, second: float | None) -> float | None:
    return None if first is None or second is None else first + second
