import pytest

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.translation.checks import Problem, find_problem, is_foreign
from tests.support.data import real_data

EN, ES, JA, RU, SR = (LanguageCode(code) for code in ("en", "es", "ja", "ru", "sr"))


@pytest.mark.parametrize(
    ("source", "translation", "target", "problem"),
    [
        ("Where is the station?", "¿Dónde está la estación?", ES, None),
        ("No.", "De ninguna manera.", ES, None),
        ("I have been living in London for years.", "私は何年もロンドンに住んでいます。", JA, None),
        ("Where is the station?", "  ", ES, Problem.EMPTY),
        ("Where is the station?", "...", ES, Problem.EMPTY),
        ("Where is the station?", "Где находится станция?", ES, Problem.WRONG_SCRIPT),
        ("Where is the station?", "Dónde estación", RU, Problem.WRONG_SCRIPT),
        ("Where is the old station?", "Where is the old station?", ES, Problem.UNTRANSLATED),
        ("Where is the old station now?", "Where is the old estación now?", ES, Problem.UNTRANSLATED),
        ("Where is the station?", "la casa de la casa de la casa de la casa de la casa", ES, Problem.REPETITION),
        ("駅はどこですか。", "どどどどどどどどどどどどどど", JA, Problem.REPETITION),
        ("He said that he would come tomorrow if it does not rain, and so on.", "Sí.", ES, Problem.TOO_SHORT),
        ("Yes, sir.", "El señor que vino ayer por la tarde me dijo que no podía quedarse", ES, Problem.TOO_LONG),
    ],
)
def test_problems_are_found(source: str, translation: str, target: LanguageCode, problem: Problem | None) -> None:
    language = JA if source[0] == "駅" else EN
    assert find_problem(source, translation, language, target) is problem


@pytest.mark.parametrize("text", ["Tom", "Madrid, Paris, London, Berlin", "New York City", "OK", "WWW 2.0"])
def test_names_may_stay_as_they_are(text: str) -> None:
    assert find_problem(text, text, EN, ES) is None


def test_what_is_repeated_in_the_source_may_be_repeated_in_the_translation() -> None:
    assert find_problem("go, go, go, go, go, go!", "¡ve, ve, ve, ve, ve, ve!", EN, ES) is None


def test_text_in_another_script_is_foreign() -> None:
    assert is_foreign("Привет, мир", EN)
    assert not is_foreign("Hello, мир!", EN)
    assert not is_foreign("12 + 3", EN)
    assert not is_foreign("Dobar dan", SR)


@pytest.mark.parametrize("language", ["es", "fr", "de", "it", "pt"])
def test_human_translations_pass(language: str) -> None:
    path = real_data("corpora", "dev", f"tatoeba2k.en-{language}.tsv")
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    pairs = [(row[0], row[1]) for row in rows]
    target = LanguageCode(language)
    refused = [(a, b) for a, b in pairs if find_problem(a, b, EN, target) or find_problem(b, a, target, EN)]
    assert len(refused) <= 2, refused
