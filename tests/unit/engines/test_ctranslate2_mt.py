import json
from pathlib import Path

import pytest
from sentencepiece import SentencePieceProcessor
from tests.support.translation_models import raw_translation, write_model, write_pieces

from streamlation_desktop.core.errors import EngineError, LanguageNotSupported, ModelDamaged, ModelNotInstalled
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.base import DeviceChoice, LanguagePair, Translator
from streamlation_desktop.engines.registry import EngineKind, EngineRegistry

EN, ES, FR, ZH = (LanguageCode(code) for code in ("en", "es", "fr", "zh"))
TEXT = "Hello world, how are you?"


def open_model(engine: str, folder: Path, **options: object) -> Translator:
    device = DeviceChoice(intra_threads=1)
    translator: Translator = EngineRegistry().create(
        EngineKind.TRANSLATOR, engine, folder=folder, device=device, **options
    )
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
    assert target_tag not in result.text
    assert translator.supports(LanguagePair(ZH, EN))
    assert not translator.supports(LanguagePair(EN, FR))
    assert not translator.supports(LanguagePair(EN, EN))


def test_a_bilingual_opus_model_gets_the_text_and_an_end_mark(tmp_path: Path) -> None:
    folder = opus_folder(tmp_path / "opus-mt-en-es", [])
    translator = open_model("opus-mt", folder, sources=[EN], targets=[ES])

    [result] = translator.translate([TEXT], LanguagePair(EN, ES))

    assert result.text == expected(folder, folder / "source.spm", [*pieces_of(folder / "source.spm", TEXT), "</s>"], [])
    assert translator.origin.model == "opus-mt-en-es"


def test_the_end_mark_is_left_to_the_runtime_where_the_model_says_so(tmp_path: Path) -> None:
    folder = opus_folder(tmp_path / "opus-mt-en-es", [], add_source_eos=True)
    translator = open_model("opus-mt", folder, sources=[EN], targets=[ES])

    [result] = translator.translate([TEXT], LanguagePair(EN, ES))

    assert result.text == expected(folder, folder / "source.spm", pieces_of(folder / "source.spm", TEXT), [])


def test_a_multilingual_opus_model_is_told_its_target(tmp_path: Path) -> None:
    folder = opus_folder(tmp_path / "opus-mt-en-roa", [">>spa<<", ">>fra<<", ">>cmn_Hans<<"])
    translator = open_model("opus-mt", folder, sources=[EN], targets=[ES, FR])
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
    translator = open_model("opus-mt", folder, sources=[EN], targets=[ES])
    assert translator.translate([TEXT], LanguagePair(EN, ES))[0].text


def test_a_pair_that_the_model_lacks_is_refused(tmp_path: Path) -> None:
    translator = open_model("opus-mt", opus_folder(tmp_path / "m", []), sources=[EN], targets=[ES])
    with pytest.raises(LanguageNotSupported, match="es to en"):
        translator.translate(["Hola"], LanguagePair(ES, EN))


def test_missing_and_damaged_files_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ModelNotInstalled):
        open_model("opus-mt", tmp_path, sources=[EN], targets=[ES])
    folder = opus_folder(tmp_path / "m", [])
    weights = (folder / "model.bin").read_bytes()
    (folder / "model.bin").write_bytes(weights[: len(weights) // 2])
    with pytest.raises(ModelDamaged):
        open_model("opus-mt", folder, sources=[EN], targets=[ES])
    (folder / "source.spm").write_bytes(b"no model")
    with pytest.raises(ModelDamaged, match=r"source\.spm"):
        open_model("opus-mt", folder, sources=[EN], targets=[ES])


def test_a_compute_type_that_the_device_lacks_is_an_engine_error(tmp_path: Path) -> None:
    folder = opus_folder(tmp_path / "m", [])
    with pytest.raises(EngineError):
        EngineRegistry().create(
            EngineKind.TRANSLATOR,
            "opus-mt",
            folder=folder,
            sources=[EN],
            targets=[ES],
            device=DeviceChoice(compute_type="int9"),
        )
