from __future__ import annotations

import pytest

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.dubbing.normalize import normalize

SPOKEN = [
    ("en", "Mr. Smith lives 5 km away.", "mister Smith lives five kilometres away."),
    ("en", "In 1984 it was 20% less.", "In nineteen eighty four it was twenty percent less."),
    ("en", "It costs $1,234.50.", "It costs one thousand, two hundred and thirty four point five zero dollars."),
    ("en", "the 3rd of 10-20 at -5 °C", "the third of ten to twenty at minus five degrees Celsius"),
    ("es", "El Sr. Pérez pagó 1.234,5 €", "El señor Pérez pagó mil doscientos treinta y cuatro coma cinco euros"),
    ("es", "1 km y 2 km", "uno kilómetro y dos kilómetros"),
    ("de", "z. B. 3,5 kg", "zum Beispiel drei Komma fünf Kilogramm"),
    ("fr", "Mme Dupont a 25 ans", "madame Dupont a vingt-cinq ans"),
    ("it", "Il 50% degli utenti", "Il cinquanta per cento degli utenti"),
    ("pt", "Custa R$ 10", "Custa dez reais"),
    ("ja", "3人", "三人"),
]


@pytest.mark.parametrize(("language", "written", "spoken"), SPOKEN)
def test_numbers_units_and_abbreviations_are_said_in_words(language: str, written: str, spoken: str) -> None:
    assert normalize(written, LanguageCode(language)) == spoken


@pytest.mark.parametrize("text", ["[music]", "(applause)", "♪ la la ♪", "…", "", "- ", "<i></i>", "🙂"])
def test_what_nobody_says_is_not_said(text: str) -> None:
    assert normalize(text, LanguageCode("en")) == ""


def test_the_dash_of_a_speaker_and_mark_up_go() -> None:
    assert normalize("- <i>Hello</i> there (laughs).", LanguageCode("en")) == "Hello there ."


def test_an_address_is_said_as_its_host() -> None:
    assert normalize("See https://www.example.org/a?b=c now", LanguageCode("en")) == "See example.org now"


def test_a_language_without_a_table_keeps_its_text() -> None:
    assert normalize("Kaixo, zer moduz?", LanguageCode("eu")) == "Kaixo, zer moduz?"


def test_a_telephone_number_is_no_quantity() -> None:
    assert "12345678901234567890" in normalize("12345678901234567890", LanguageCode("es"))
