import pytest

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.translation.restore import as_sentence, shaped_like

EN, ES, DE, JA = (LanguageCode(code) for code in ("en", "es", "de", "ja"))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("so i think i'm late", EN, "So I think I'm late."),
        ("where are you going", EN, "Where are you going?"),
        ("my brother lives in spain", EN, "My brother lives in Spain."),
        ("creo que sí", ES, "Creo que sí."),
        ("Already written", EN, "Already written"),
        ("yes, of course", EN, "yes, of course"),
        ("日本語", JA, "日本語"),
        ("", EN, ""),
    ],
)
def test_bare_words_become_a_sentence(text: str, language: LanguageCode, expected: str) -> None:
    assert as_sentence(text, language) == expected


def test_a_part_of_a_bare_sentence_has_no_capital_or_mark_where_it_was_cut() -> None:
    assert as_sentence("we went to", EN, ends=False) == "We went to"
    assert as_sentence("and then to spain", EN, starts=False) == "and then to Spain."


def test_a_part_of_a_sentence_keeps_its_shape() -> None:
    assert shaped_like("and the dog", "Y el perro.", ES) == "y el perro"
    assert shaped_like("And the dog.", "Y el perro.", ES) == "Y el perro."
    assert shaped_like("and then", "Y luego...", ES) == "y luego..."
    assert shaped_like("the BBC", "BBC", ES) == "BBC"
    assert shaped_like("dogs", "Hunde.", DE) == "Hunde"
