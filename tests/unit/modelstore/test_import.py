from __future__ import annotations

import json
import shutil
import tarfile
import zipfile
from dataclasses import replace
from multiprocessing import Pipe
from pathlib import Path

import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, ModelError, SourceNotFound, UsageError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.modelstore import marian
from streamlation_desktop.modelstore.importer import ImportOptions
from streamlation_desktop.modelstore.kinds import Direction, Family, ModelKind
from streamlation_desktop.modelstore.licences import LicenceRequired
from streamlation_desktop.modelstore.staging import INCOMING
from streamlation_desktop.modelstore.store import ModelStore
from streamlation_desktop.settings.paths import AppPaths, embedded_model
from tests.support import small_models

EN_ES = Direction(LanguageCode("en"), LanguageCode("es"))
OPTIONS = ImportOptions()


def _zip_of(folder: Path, path: Path, wrapper: str = "") -> Path:
    with zipfile.ZipFile(path, "w") as target:
        for file in sorted(folder.rglob("*")):
            target.write(file, Path(wrapper) / file.relative_to(folder))
    return path


def _leftovers(paths: AppPaths) -> list[Path]:
    return [path for path in (paths.models / INCOMING).rglob("*") if path.suffix != ".lock"]


def test_faster_whisper_folder(store: ModelStore, models: Path, paths: AppPaths) -> None:
    model = store.import_from(models / "faster-whisper-mini", OPTIONS, CancelToken())
    assert (model.kind, model.family, model.id) == (ModelKind.RECOGNIZER, Family.WHISPER, "faster-whisper-mini")
    assert model.hears(LanguageCode("ja"))
    assert (model.path / "model.bin").is_file()
    assert store.find(ModelKind.RECOGNIZER, LanguageCode("ja")) == [model]
    assert not _leftovers(paths)


def test_argos_package_translates_after_import(store: ModelStore, models: Path, tmp_path: Path) -> None:
    package = _zip_of(models / "argos", tmp_path / "translate-en_es-1_0.argosmodel", wrapper="translate-en_es-1_0")
    model = store.import_from(package, OPTIONS, CancelToken())
    assert (model.id, model.family, model.pairs) == ("argos-en-es", Family.ARGOS, (EN_ES,))
    assert small_models.translate(model.path / "model", "the small house")
    assert model.translates(EN_ES)


@pytest.mark.slow
def test_original_opus_mt_zip_is_converted_without_torch_and_translates(
    store: ModelStore, models: Path, tmp_path: Path, paths: AppPaths
) -> None:
    package = _zip_of(models / "opus", tmp_path / "opus-2020-02-26.zip")
    model = store.import_from(package, OPTIONS, CancelToken())
    assert (model.id, model.family, model.pairs) == ("opus-mt-en-es", Family.OPUS_MT, (EN_ES,))
    assert model.licence == "CC-BY-4.0"
    vocabulary = json.loads((model.path / "shared_vocabulary.json").read_text())
    pieces = small_models.translate(model.path, "the small house is here")
    assert set(pieces) == {vocabulary[small_models.FAVOURITE_TOKEN]}
    assert not (model.path / "opus.npz").exists()
    assert not _leftovers(paths)


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("decoder.yml", "models: [../../secret.npz]\nvocabs: [opus.vocab.yml]\n", "unsafe path"),
        ("decoder.yml", "models: [opus.npz, second.npz]\nvocabs: [opus.vocab.yml]\n", "too many values"),
        ("decoder.yml", "models: {", "ParserError"),
        ("decoder.yml", "!!python/object/apply:os.system ['true']", "ConstructorError"),
        ("opus.npz", "cos\nsystem\n(S'true'\ntR.", "pickled (object) data"),
    ],
)
def test_marian_package_that_cannot_be_converted_says_why(
    models: Path, tmp_path: Path, name: str, content: str, complaint: str
) -> None:
    package = shutil.copytree(models / "opus", tmp_path / "opus")
    (package / name).write_text(content)
    receiver, sender = Pipe(duplex=False)
    marian._convert(sender, package, tmp_path / "converted")  # what the child process runs
    assert complaint in receiver.recv()


def test_opus_mt_with_several_targets_is_refused(store: ModelStore, models: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(models / "opus", tmp_path / "opus")
    (folder / "README.md").write_text("* source language(s): eng\n* target language(s): spa ita\n")
    with pytest.raises(ModelError, match="several languages"):
        store.import_from(folder, OPTIONS, CancelToken())


def test_conversion_can_be_cancelled(store: ModelStore, models: Path, paths: AppPaths) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        store.import_from(models / "opus", OPTIONS, token)
    assert store.find(ModelKind.TRANSLATOR)[0].is_built_in
    assert not _leftovers(paths)


def test_ctranslate2_opus_folder_needs_its_languages_when_the_name_hides_them(
    store: ModelStore, models: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(models / "opus-mt-en-es", tmp_path / "mystery")
    with pytest.raises(UsageError) as caught:
        store.import_from(folder, OPTIONS, CancelToken())
    assert "--from" in caught.value.hint
    model = store.import_from(folder, replace(OPTIONS, pairs=(EN_ES,)), CancelToken())
    assert model.pairs == (EN_ES,)


def test_tar_of_a_wrapped_folder(store: ModelStore, models: Path, tmp_path: Path) -> None:
    package = tmp_path / "opus-mt-en-es.tar.gz"
    with tarfile.open(package, "w:gz") as target:
        target.add(models / "opus-mt-en-es", "some/folder")
    model = store.import_from(package, OPTIONS, CancelToken())
    assert model.pairs == (EN_ES,)
    assert small_models.translate(model.path, "the dog")


def test_model_in_the_layout_of_the_starter(store: ModelStore) -> None:
    model = store.import_from(embedded_model("starter-mt"), replace(OPTIONS, id="starter-2"), CancelToken())
    assert (model.family, model.is_built_in) == (Family.STARTER, False)
    assert model.translates(EN_ES)
    assert (model.path / "starter.json").is_file()


def test_piper_voice_by_its_onnx_file(store: ModelStore, models: Path) -> None:
    model = store.import_from(models / "voice" / "es_ES-test-low.onnx", OPTIONS, CancelToken())
    assert (model.kind, model.family, model.id) == (ModelKind.VOICE, Family.PIPER, "es_es-test-low")
    assert model.languages == {LanguageCode("es")}
    assert sorted(path.name for path in model.path.iterdir()) == [
        "MODEL_CARD",
        "es_ES-test-low.onnx",
        "es_ES-test-low.onnx.json",
        "manifest.json",
    ]


def test_piper_voice_without_its_description_is_refused(store: ModelStore, models: Path, tmp_path: Path) -> None:
    voice = shutil.copy(models / "voice" / "es_ES-test-low.onnx", tmp_path)
    with pytest.raises(ModelError, match=r"needs es_ES-test-low\.onnx\.json"):
        store.import_from(Path(voice), OPTIONS, CancelToken())


def test_scripts_and_pickles_beside_the_weights_are_left_behind(
    store: ModelStore, models: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(models / "faster-whisper-mini", tmp_path / "with-extras")
    for name in ("run.py", "pytorch_model.bin", "weights.pkl"):
        (folder / name).write_text("no")
    model = store.import_from(folder, OPTIONS, CancelToken())
    assert not {path.name for path in model.path.iterdir()} & {"run.py", "pytorch_model.bin", "weights.pkl"}


def test_nllb_is_gated_on_import_too(store: ModelStore, models: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(models / "opus-mt-en-es", tmp_path / "nllb")
    (folder / "source.spm").rename(folder / "sentencepiece.bpe.model")
    (folder / "target.spm").unlink()
    tokens = json.loads((folder / "shared_vocabulary.json").read_text())
    (folder / "shared_vocabulary.json").write_text(json.dumps([*tokens[:-1], "eng_Latn"]))
    with pytest.raises(LicenceRequired):
        store.import_from(folder, OPTIONS, CancelToken())
    model = store.import_from(folder, replace(OPTIONS, accept_licence=True), CancelToken())
    assert (model.family, model.licence) == (Family.NLLB, "CC-BY-NC-4.0")
    assert model.manifest is not None
    assert model.manifest.accepted is not None
    assert model.translates(Direction(LanguageCode("fr"), LanguageCode("ja")))


def test_second_import_of_the_same_model_is_refused(store: ModelStore, models: Path) -> None:
    store.import_from(models / "faster-whisper-mini", OPTIONS, CancelToken())
    with pytest.raises(ModelError, match="installed already"):
        store.import_from(models / "faster-whisper-mini", OPTIONS, CancelToken())
    other = store.import_from(models / "faster-whisper-mini", replace(OPTIONS, id="mini-2"), CancelToken())
    assert other.id == "mini-2"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\x80\x04\x95pickle"])
def test_file_that_is_no_archive_is_refused(store: ModelStore, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(content)
    with pytest.raises(ModelError, match="neither"):
        store.import_from(path, OPTIONS, CancelToken())


def test_folder_without_a_model_is_refused_with_a_list_of_what_is_known(store: ModelStore, tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    (folder / "cat.jpg").write_text("meow")
    with pytest.raises(ModelError) as caught:
        store.import_from(folder, OPTIONS, CancelToken())
    assert "Argos" in caught.value.hint


def test_missing_path(store: ModelStore, tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound):
        store.import_from(tmp_path / "nothing", OPTIONS, CancelToken())


@pytest.mark.parametrize("weights", [b"", b"PK\x03\x04", b"\x06\x00\x00\x00\xff\xff" + b"A" * 200])
def test_model_bin_that_is_not_ctranslate2_is_refused(store: ModelStore, tmp_path: Path, weights: bytes) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "model.bin").write_bytes(weights)
    with pytest.raises(ModelError, match="not a CTranslate2 model"):
        store.import_from(folder, OPTIONS, CancelToken())
