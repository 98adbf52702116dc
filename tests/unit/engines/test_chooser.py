from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin
from streamlation_desktop.engines.base import LanguagePair, TranslatedText
from streamlation_desktop.engines.chooser import ChooserTranslator

EN, ES, FR, IT = (LanguageCode(code) for code in ("en", "es", "fr", "it"))


@dataclass
class Labelled:
    """Answers with its own name; the score is the number in the text."""

    origin: Origin
    targets: frozenset[LanguageCode]
    asked: list[str] = field(default_factory=list)

    def supports(self, pair: LanguagePair) -> bool:
        return pair.target in self.targets

    def translate(self, texts: Sequence[str], pair: LanguagePair, *, hypothesis: int = 0) -> list[TranslatedText]:
        self.asked += texts
        return [TranslatedText(f"{self.origin.engine}{hypothesis}", float(text.split()[0])) for text in texts]

    def close(self) -> None:
        self.asked.append("closed")


@pytest.fixture
def model() -> Labelled:
    return Labelled(Origin("model", "1", "starter"), frozenset({ES, FR}))


@pytest.fixture
def rules() -> Labelled:
    return Labelled(Origin("rules", "2"), frozenset({ES, IT}))


@pytest.fixture
def chooser(model: Labelled, rules: Labelled) -> ChooserTranslator:
    return ChooserTranslator(model, rules, trusted=-0.5)


def choices(chooser: ChooserTranslator, *scores: float, target: LanguageCode = ES, hypothesis: int = 0) -> list[str]:
    results = chooser.translate([str(score) for score in scores], LanguagePair(EN, target), hypothesis=hypothesis)
    return [result.text for result in results]


def test_rules_translate_what_the_model_is_not_sure_of(chooser: ChooserTranslator, rules: Labelled) -> None:
    assert choices(chooser, -0.1, -0.9, -0.5) == ["model0", "rules0", "model0"]
    assert rules.asked == ["-0.9"]


def test_the_second_hypothesis_is_what_was_not_chosen_and_the_third_the_models_next(chooser: ChooserTranslator) -> None:
    assert choices(chooser, -0.1, -0.9, hypothesis=1) == ["rules0", "model0"]
    assert choices(chooser, -0.1, -0.9, hypothesis=2) == ["model1", "model1"]


def test_a_language_that_only_one_of_them_knows_goes_there(chooser: ChooserTranslator) -> None:
    assert choices(chooser, -0.9, target=FR) == ["model0"]
    assert choices(chooser, -0.1, target=IT) == ["rules0"]
    assert chooser.supports(LanguagePair(EN, IT))
    assert not chooser.supports(LanguagePair(EN, LanguageCode("de")))


def test_it_names_and_closes_both(chooser: ChooserTranslator, model: Labelled, rules: Labelled) -> None:
    chooser.close()
    assert chooser.origin == Origin("model+rules", "1+2", "starter")
    assert model.asked == rules.asked == ["closed"]
