import os
import signal
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from streamlation_desktop.core.errors import EngineNotInstalled, InferenceFailed, LanguageNotSupported
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.adapters.apertium import ApertiumTranslator
from streamlation_desktop.engines.adapters.apertium_modes import find_route, parse_mode
from streamlation_desktop.engines.adapters.apertium_text import from_stream
from streamlation_desktop.engines.base import DeviceChoice, LanguagePair, ModelSpec, Translator
from streamlation_desktop.engines.registry import EngineKind, EngineRegistry

EN, ES, FR, ZH = (LanguageCode(code) for code in ("en", "es", "fr", "zh"))
EN_ES = LanguagePair(EN, ES)
SPEC = ModelSpec("apertium", None, DeviceChoice())


@pytest.fixture(scope="module")
def apertium() -> Iterator[ApertiumTranslator]:
    names = [info.name for info in EngineRegistry().available(EngineKind.TRANSLATOR)]
    if "apertium" not in names:
        pytest.skip("Apertium is not installed")
    translator: ApertiumTranslator = EngineRegistry().create(EngineKind.TRANSLATOR, "apertium", SPEC)
    if not {EN_ES, LanguagePair(ES, FR)} <= translator.pairs:
        pytest.skip("apertium-eng-spa or apertium-fr-es is not installed")
    yield translator
    translator.close()


def texts(translator: Translator, *sources: str, pair: LanguagePair = EN_ES) -> list[str]:
    return [result.text for result in translator.translate(sources, pair)]


def test_english_is_translated_to_spanish_and_back(apertium: ApertiumTranslator) -> None:
    assert texts(apertium, "The house is big.", "Are you sure?") == ["La casa es grande.", "¿Eres seguro?"]
    assert texts(apertium, "La casa es grande.", pair=LanguagePair(ES, EN)) == ["The house is big."]
    assert apertium.origin.quality == "starter"


def test_a_pair_without_a_package_goes_through_a_third_language(apertium: ApertiumTranslator) -> None:
    assert texts(apertium, "The house is big.", pair=LanguagePair(EN, FR)) == ["La maison est grande."]
    assert not apertium.supports(LanguagePair(EN, ZH))
    with pytest.raises(LanguageNotSupported):
        apertium.translate(["Hello"], LanguagePair(EN, ZH))


def test_reserved_characters_survive(apertium: ApertiumTranslator) -> None:
    [result] = texts(apertium, "I have [one] {two} ^three$ <four> and 5 * 6 / 7 \\ # @me ~ +.")
    for part in ("[uno]", "{dos}", "^tres$", "<cuatro>", "5 * 6 / 7 \\", "# @me ~ +."):
        assert part in result


def test_unknown_words_come_through_without_marks(apertium: ApertiumTranslator) -> None:
    assert texts(apertium, "The frobnicator is big.", "I see XQ1 and XQ2.") == [
        "El frobnicator es grande.",
        "Veo XQ1 y XQ2.",
    ]


@pytest.mark.parametrize("text", ["", "...", "12:30", "😀"])
def test_text_without_letters_stays_as_it_is(apertium: ApertiumTranslator, text: str) -> None:
    assert texts(apertium, text) == [text]


@pytest.mark.parametrize("text", ["a\x00b\x07c\nd", "\ud800 broken", "Привет", "日本語", "x" * 2000, "It isn’t 😀"])
def test_odd_input_gives_one_answer_each(apertium: ApertiumTranslator, text: str) -> None:
    before, odd, after = texts(apertium, "The house is big.", text, "The house is big.")
    assert before == after == "La casa es grande."
    assert odd
    assert "\n" not in odd


def test_many_sentences_are_answered_in_order_by_one_pipeline(apertium: ApertiumTranslator) -> None:
    sources = [f"The number is {number}." for number in range(500)]
    assert texts(apertium, *sources) == [f"El número es {number}." for number in range(500)]


def test_a_pipeline_that_was_killed_is_started_again(apertium: ApertiumTranslator) -> None:
    assert texts(apertium, "The house is big.") == ["La casa es grande."]
    os.killpg(apertium._pipelines[EN_ES]._process.pid, signal.SIGKILL)
    assert texts(apertium, "The house is big.") == ["La casa es grande."]


def test_closing_ends_the_processes(apertium: ApertiumTranslator) -> None:
    texts(apertium, "The house is big.")
    pipeline = apertium._pipelines[EN_ES]
    output = os.dup(pipeline._output)
    apertium.close()

    os.set_blocking(output, True)
    while os.read(output, 64):  # ends when the last program that could write is gone
        pass
    os.close(output)
    assert pipeline._process.returncode is not None


def test_a_missing_program_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineNotInstalled, match="not installed"):
        ApertiumTranslator()


@pytest.fixture
def broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[ApertiumTranslator]:
    """An installation whose one pipeline runs the shell commands of the test's parameter."""
    modes = tmp_path / "share" / "apertium" / "modes"
    modes.mkdir(parents=True)
    (modes / "eng-spa.mode").write_text(request.param, encoding="utf-8")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, script in (("apertium", "exit 1"), ("apertium-wblank-mode", 'cat "$2"')):
        (programs / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (programs / name).chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    monkeypatch.delenv("APERTIUM_DATADIR", raising=False)
    translator = ApertiumTranslator(silence=1.0)
    yield translator
    translator.close()


@pytest.mark.parametrize("broken", ["sleep 1000 | sleep 1000", "exit 3"], indirect=True)
def test_a_pipeline_that_hangs_or_ends_is_a_clear_error_in_bounded_time(broken: ApertiumTranslator) -> None:
    with pytest.raises(InferenceFailed, match="apertium eng-spa does not work"):
        broken.translate(["Hello"], EN_ES)


POISONED = """
tr '\\0' '\\n' | while read -r line; do
    case $line in *poison*) exit 1 ;; esac
    printf '%s\\0' "$line"
done
"""


@pytest.mark.parametrize("broken", [POISONED.replace("tr '", "stdbuf -o0 tr '")], indirect=True)
def test_a_sentence_that_kills_the_pipeline_costs_no_other(broken: ApertiumTranslator) -> None:
    assert texts(broken, "one", "poison", "two") == ["one", "", "two"]


@pytest.mark.parametrize(
    ("block", "source", "target", "text"),
    [
        ("Hola  Amigo .[]", "Hello friend", ES, "Hola amigo"),
        ("Hola  María..[]", "Hello Mary.", ES, "Hola María."),
        ("eres seguro?.[]", "Are you sure?", ES, "¿Eres seguro?"),
        ('"Eres seguro?".[]', '"Are you sure?"', ES, '¿"Eres seguro?"'),
        ("est-tu sûr?.[]", "Are you sure?", FR, "Est-tu sûr?"),
    ],
)
def test_the_output_is_cleaned(block: str, source: str, target: LanguageCode, text: str) -> None:
    assert from_stream(block, source, target) == text


def test_plain_modes_make_a_graph_of_languages() -> None:
    names = ["eng-spa", "spa-eng", "es-fr", "eco-es-fr", "es-pt_BR", "fr-es"]
    modes = {pair: Path(name) for name in names if (pair := parse_mode(name))}

    assert set(modes) == {EN_ES, LanguagePair(ES, EN), LanguagePair(ES, FR), LanguagePair(FR, ES)}
    assert find_route(modes, LanguagePair(EN, FR)) == (EN_ES, LanguagePair(ES, FR))
    assert find_route(modes, LanguagePair(EN, EN)) == ()
