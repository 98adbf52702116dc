from collections.abc import Sequence
from dataclasses import dataclass, field

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin
from streamlation_desktop.engines.base import LanguagePair, TranslatedText
from streamlation_desktop.engines.pivot import PivotTranslator

DE, EN, ES = (LanguageCode(code) for code in ("de", "en", "es"))


@dataclass
class WordList:
    """A dictionary as translator: deterministic, word for word."""

    pair: LanguagePair
    words: dict[str, str]
    origin: Origin
    closed: bool = field(default=False, init=False)

    def supports(self, pair: LanguagePair) -> bool:
        return pair == self.pair

    def translate(self, texts: Sequence[str], pair: LanguagePair, *, hypothesis: int = 0) -> list[TranslatedText]:
        return [TranslatedText(" ".join(self.words[word] for word in text.split()), -0.5) for text in texts]

    def close(self) -> None:
        self.closed = True


def test_a_pair_without_a_model_goes_through_english() -> None:
    first = WordList(LanguagePair(DE, EN), {"Hallo": "Hello", "Welt": "world"}, Origin("a", "de-en"))
    second = WordList(LanguagePair(EN, ES), {"Hello": "Hola", "world": "mundo"}, Origin("b", "en-es", "starter"))
    pivot = PivotTranslator(first, second)

    assert pivot.supports(LanguagePair(DE, ES))
    assert not pivot.supports(LanguagePair(DE, EN))
    assert pivot.translate(["Hallo Welt", "Welt"], LanguagePair(DE, ES)) == [
        TranslatedText("Hola mundo", -1.0),
        TranslatedText("mundo", -1.0),
    ]
    assert pivot.origin == Origin("a+b", "de-en+en-es", "starter")

    pivot.close()
    assert first.closed
    assert second.closed
