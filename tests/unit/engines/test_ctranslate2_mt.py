import json
from pathlib import Path

import pytest
from sentencepiece import SentencePieceProcessor

from models.recipes.synthetic_speech.grammar import corpus
from streamlation_desktop.core.errors import EngineError, LanguageNotSupported, ModelDamaged, ModelNotInstalled
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.base import DeviceChoice, LanguagePair, ModelSpec, Translator
from streamlation_desktop.engines.presets import Preset
from streamlation_desktop.engines.registry import EngineKind, EngineRegistry
from tests.support.translation_models import raw_translation, write_model, write_pieces

EN, ES, FR, ZH = (LanguageCode(code) for code in ("en", "es", "fr", "zh"))
TEXT = "Hello world, how are you?"


def open_model(engine: str, folder: Path, *targets: LanguageCode, compute_type: str = "int8") -> Translator:
    device = DeviceChoice(compute_type=compute_type, intra_threads=1)
    spec = ModelSpec(folder.name, folder, device, frozenset(LanguagePair(EN, target) for target in targets))
    translator: Translator = EngineRegistry().create(EngineKind.TRANSLATOR, engine, spec)
    return translator


def pieces_of(model: Path, text: str) -> list[str]:
    pieces: list[str] = SentencePieceProcessor(model_file=str(model)).encode(text, out_type=str)
    return pieces


def decoded(model: Path, pieces: list[str]) -> str:
    text: str = SentencePieceProcessor(model_file=str(model)).decode(pieces)
    return text.strip()


def expected(folder: Path, model: Path, source: list[str], prefix: list[str]) -> str:
    pieces = pieces_of(model, TEXT)
    output = raw_translation(folder, source, prefix, max_decoding_length=2 * len(pieces) + 20)
    assert output[: len(prefix)] == prefix
    return decoded(model, output[len(prefix) :])


def opus_folder(folder: Path, tags: list[str], *, add_source_eos: bool = False) -> Path:
    folder.mkdir()
    pieces = write_pieces(folder / "source.spm")
    write_pieces(folder / "target.spm")
    write_model(folder, pieces, tags, add_source_eos=add_source_eos)
    return folder


@pytest.mark.parametrize(
    ("engine", "tags", "source_tag", "target_tag"),
    [
        ("m2m100", ["__en__", "__es__", "__zh__"], "__en__", "__es__"),
        ("nllb", ["eng_Latn", "spa_Latn", "zho_Hans", "zho_Hant"], "eng_Latn", "spa_Latn"),
    ],
)
def test_both_sides_start_with_their_languages_tags(
    tmp_path: Path, engine: str, tags: list[str], source_tag: str, target_tag: str
) -> None:
    model = tmp_path / "sentencepiece.bpe.model"
    write_model(tmp_path, write_pieces(model), tags)
    translator = open_model(engine, tmp_path)

    [result] = translator.translate([TEXT], LanguagePair(EN, ES))

    assert result.text == expected(tmp_path, model, [source_tag, *pieces_of(model, TEXT), "</s>"], [target_tag])
    assert not result.text.startswith(target_tag), "what comes first is no text; random weights may say it anywhere"
    assert translator.supports(LanguagePair(ZH, EN))
    assert not translator.supports(LanguagePair(EN, FR))
    assert not translator.supports(LanguagePair(EN, EN))


def test_a_bilingual_opus_model_gets_the_text_and_an_end_mark(tmp_path: Path) -> None:
    folder = opus_folder(tmp_path / "opus-mt-en-es", [])
    translator = open_model("opus-mt", folder, ES)

    [result] = translator.translate([TEXT], LanguagePair(EN, ES))

    assert result.text == expected(folder, folder / "source.spm", [*pieces_of(folder / "source.spm", TEXT), "</s>"], [])
    assert translator.origin.model == "opus-mt-en-es"


def test_the_end_mark_is_left_to_the_runtime_where_the_model_says_so(tmp_path: Path) -> None:
    folder = opus_folder(tmp_path / "opus-mt-en-es", [], add_source_eos=True)
    translator = open_model("opus-mt", folder, ES)

    [result] = translator.translate([TEXT], LanguagePair(EN, ES))

    assert result.text == expected(folder, folder / "source.spm", pieces_of(folder / "source.spm", TEXT), [])


def test_a_multilingual_opus_model_is_told_its_target(tmp_path: Path) -> None:
    folder = opus_folder(tmp_path / "opus-mt-en-roa", [">>spa<<", ">>fra<<", ">>cmn_Hans<<"])
    translator = open_model("opus-mt", folder, ES, FR)
    source = pieces_of(folder / "source.spm", TEXT)

    for target, tag in ((ES, ">>spa<<"), (FR, ">>fra<<")):
        [result] = translator.translate([TEXT], LanguagePair(EN, target))
        assert result.text == expected(folder, folder / "source.spm", [tag, *source, "</s>"], [])
    assert not translator.supports(LanguagePair(EN, ZH))


@pytest.mark.parametrize(("metadata", "prefix"), [({}, []), ({"target_prefix": ">>spa<<"}, [">>spa<<"])])
def test_an_argos_package_tells_its_pair_and_prefix(
    tmp_path: Path, metadata: dict[str, str], prefix: list[str]
) -> None:
    model = tmp_path / "sentencepiece.model"
    write_model(tmp_path / "model", write_pieces(model), [">>spa<<"])
    description = {"from_code": "en", "to_code": "es", **metadata}
    (tmp_path / "metadata.json").write_text(json.dumps(description), encoding="utf-8")
    translator = open_model("argos", tmp_path)

    [result] = translator.translate([TEXT], LanguagePair(EN, ES))

    assert result.text == expected(tmp_path / "model", model, pieces_of(model, TEXT), prefix)
    assert not translator.supports(LanguagePair(ES, EN))


def test_a_folder_with_a_foreign_name_works(tmp_path: Path) -> None:
    folder = opus_folder(tmp_path / "módel-模型", [])
    translator = open_model("opus-mt", folder, ES)
    assert translator.translate([TEXT], LanguagePair(EN, ES))[0].text


def test_a_pair_that_the_model_lacks_is_refused(tmp_path: Path) -> None:
    translator = open_model("opus-mt", opus_folder(tmp_path / "m", []), ES)
    with pytest.raises(LanguageNotSupported, match="es to en"):
        translator.translate(["Hola"], LanguagePair(ES, EN))


def test_missing_and_damaged_files_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ModelNotInstalled):
        open_model("opus-mt", tmp_path, ES)
    folder = opus_folder(tmp_path / "m", [])
    weights = (folder / "model.bin").read_bytes()
    (folder / "model.bin").write_bytes(weights[: len(weights) // 2])
    with pytest.raises(ModelDamaged):
        open_model("opus-mt", folder, ES)
    (folder / "source.spm").write_bytes(b"no model")
    with pytest.raises(ModelDamaged, match=r"source\.spm"):
        open_model("opus-mt", folder, ES)


def test_a_compute_type_that_the_device_lacks_is_an_engine_error(tmp_path: Path) -> None:
    folder = opus_folder(tmp_path / "m", [])
    with pytest.raises(EngineError):
        open_model("opus-mt", folder, ES, compute_type="int9")


FIXTURES = Path(__file__).parents[3] / "models" / "fixtures"


@pytest.fixture(scope="module")
def trained() -> list[tuple[str, str]]:
    """English sentences with their one Spanish translation, unseen in training."""
    return [(pair.english, pair.spanish) for pair in corpus(60, seed=2_000_000)]


def open_trained(source: LanguageCode, target: LanguageCode) -> Translator:
    pair = LanguagePair(source, target)
    folder = FIXTURES / f"opus-fixture-{source}-{target}"
    spec = ModelSpec(folder.name, folder, DeviceChoice(intra_threads=1), frozenset({pair}), Preset.ACCURATE)
    translator: Translator = EngineRegistry().create(EngineKind.TRANSLATOR, "opus-mt", spec)
    return translator


def test_a_trained_opus_model_translates_both_ways(trained: list[tuple[str, str]]) -> None:
    for source, target in ((0, 1), (1, 0)):
        languages = (EN, ES)
        pair = LanguagePair(languages[source], languages[target])
        results = open_trained(pair.source, pair.target).translate([row[source] for row in trained], pair)
        right = sum(result.text == row[target] for result, row in zip(results, trained, strict=True))
        assert right >= 0.95 * len(trained)


def test_a_trained_opus_model_gives_a_sentence_the_same_result_alone(trained: list[tuple[str, str]]) -> None:
    translator, pair = open_trained(EN, ES), LanguagePair(EN, ES)
    texts = [english for english, _ in trained]
    together = translator.translate(texts, pair)
    assert [translator.translate([text], pair)[0].text for text in texts] == [result.text for result in together]
