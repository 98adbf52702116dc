import json
import shutil
from pathlib import Path

import pytest

from streamlation_desktop.core.errors import ModelDamaged, ModelNotInstalled
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.base import DeviceChoice, LanguagePair, ModelSpec, Translator
from streamlation_desktop.engines.extending import Extender
from streamlation_desktop.engines.presets import Preset
from streamlation_desktop.engines.registry import EngineKind, EngineRegistry
from streamlation_desktop.settings.paths import embedded_model

EN_ES = LanguagePair(LanguageCode("en"), LanguageCode("es"))
SENTENCES = ["Where is the station?", "I am very tired.", "My brother lives in London.", "It is raining again today."]


def open_starter(folder: Path | None = None, preset: Preset = Preset.BALANCED) -> Translator:
    spec = ModelSpec("starter-mt", folder, DeviceChoice(intra_threads=1), preset=preset)
    translator: Translator = EngineRegistry().create(EngineKind.TRANSLATOR, "starter", spec)
    return translator


@pytest.fixture(scope="module")
def starter() -> Translator:
    return open_starter()


def test_it_translates_english_to_spanish(starter: Translator) -> None:
    results = starter.translate(SENTENCES, EN_ES)

    assert "estación" in results[0].text
    assert "Londres" in results[2].text
    assert all(result.score is not None and -3 < result.score < 0 for result in results)
    assert starter.origin.quality == "starter"


def test_a_result_does_not_depend_on_its_batch_mates(starter: Translator) -> None:
    longer = [f"{text} And {text.lower()}" for text in SENTENCES]
    together = starter.translate([*SENTENCES, *longer] * 5, EN_ES)
    alone = [starter.translate([text], EN_ES)[0] for text in [*SENTENCES, *longer]]
    assert [result.text for result in together] == [result.text for result in alone * 5]
    # On some processors the kernels add in another order for another size of batch.
    assert [result.score for result in together] == pytest.approx([result.score for result in alone * 5], abs=5e-3)


@pytest.mark.parametrize("target", ["es", "de"])
def test_a_translation_goes_on_from_what_was_shown(starter: Translator, target: str) -> None:
    assert isinstance(starter, Extender)
    pair = LanguagePair(LanguageCode("en"), LanguageCode(target))
    [first] = starter.extend(["We will be there at seven."], (), pair)
    [longer] = starter.extend(["We will be there at seven tomorrow."], first.pieces[:3], pair)

    assert longer.pieces[:3] == first.pieces[:3]
    assert "sie" in starter.join(longer.pieces)  # siete, sieben


@pytest.mark.parametrize("text", ["", "...", "!?", "12:30", "😀👍🏽", "♪ ♪"])
def test_text_without_letters_stays_as_it_is(starter: Translator, text: str) -> None:
    assert starter.translate([text], EN_ES)[0].text == text


@pytest.mark.parametrize("text", ["a\x00b\x07c", "\ud800 broken", "\u200b", "line one\nline two", "Привет", "x" * 2000])
def test_odd_input_gives_one_line_of_clean_text(starter: Translator, text: str) -> None:
    [result] = starter.translate([text], EN_ES)
    assert result.text.isprintable() or "\u200b" in result.text


def test_a_text_longer_than_the_model_allows_is_translated_in_parts(starter: Translator) -> None:
    text = "When the weather is good my old friend likes to walk along the river with his dog, " * 24
    [result] = starter.translate([text], EN_ES)

    assert len(text) > 1900
    assert 0.4 < len(result.text) / len(text) < 1.5


def test_other_hypotheses_differ_from_the_first(starter: Translator) -> None:
    text = "Our demands are: a maximum of twenty students per classroom, more professors than classrooms, more support."
    tries = {starter.translate([text], EN_ES, hypothesis=number)[0].text for number in range(3)}
    assert len(tries) > 1


def test_the_accurate_preset_scores_at_least_as_well_as_the_fast_one() -> None:
    scores = {}
    for preset in (Preset.FAST, Preset.ACCURATE):
        results = open_starter(preset=preset).translate(SENTENCES, EN_ES)
        scores[preset] = sum(result.score or 0.0 for result in results)
    assert scores[Preset.ACCURATE] >= scores[Preset.FAST] - 1e-3  # rounding, where both find the same


def test_languages_and_tokens_are_read_from_the_description(tmp_path: Path) -> None:
    folder = tmp_path / "starter"
    shutil.copytree(embedded_model("starter-mt"), folder)
    description = json.loads((folder / "starter.json").read_text(encoding="utf-8"))
    description |= {"targets": ["es", "fr"], "prefix_tokens": {"es": "__es__", "fr": "__fr__"}}
    (folder / "starter.json").write_text(json.dumps(description), encoding="utf-8")
    starter = open_starter(folder=folder)

    assert starter.supports(LanguagePair(LanguageCode("en"), LanguageCode("fr")))
    assert not starter.supports(LanguagePair(LanguageCode("es"), LanguageCode("en")))


def test_a_missing_or_damaged_description_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelNotInstalled):
        open_starter(folder=tmp_path)
    (tmp_path / "starter.json").write_text('{"id": "starter-mt"}', encoding="utf-8")
    with pytest.raises(ModelDamaged):
        open_starter(folder=tmp_path)
