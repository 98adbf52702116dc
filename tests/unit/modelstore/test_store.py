from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import ModelDamaged, ModelNotInstalled, UsageError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.modelstore import verify
from streamlation_desktop.modelstore.digest import sha256_of
from streamlation_desktop.modelstore.importer import ImportOptions
from streamlation_desktop.modelstore.installed import ESPEAK_ID, POCKETSPHINX_ID, STARTER_ID, InstalledModel
from streamlation_desktop.modelstore.kinds import Direction, ModelKind, Quality
from streamlation_desktop.modelstore.manifest import MANIFEST_NAME
from streamlation_desktop.modelstore.store import ModelStore
from streamlation_desktop.settings.paths import AppPaths

TOKEN = CancelToken()


@pytest.fixture
def model(store: ModelStore, models: Path) -> InstalledModel:
    return store.import_from(models / "opus-mt-en-es", ImportOptions(), TOKEN)


def test_built_in_models_are_there_from_the_start_and_stay(store: ModelStore) -> None:
    built_in = {model.id: model for model in store.installed()}
    assert set(built_in) == {STARTER_ID, POCKETSPHINX_ID, ESPEAK_ID}
    assert all(model.is_built_in and model.quality is Quality.STARTER for model in built_in.values())
    for model_id in built_in:
        store.open_verified(model_id, TOKEN)
        assert store.verify(model_id, TOKEN) == []
        with pytest.raises(UsageError, match="cannot be removed"):
            store.remove(model_id)


def test_installed_model_comes_before_the_starter(store: ModelStore, model: InstalledModel) -> None:
    direction = Direction(LanguageCode("en"), LanguageCode("es"))
    found = store.find(ModelKind.TRANSLATOR)
    assert [one.id for one in found if one.translates(direction)] == [model.id, STARTER_ID]
    assert store.find(ModelKind.RECOGNIZER, LanguageCode("ja")) == []


def test_a_new_store_finds_what_an_old_one_installed(paths: AppPaths, model: InstalledModel) -> None:
    assert ModelStore(paths).get(model.id) == model


def test_a_flipped_bit_anywhere_is_refused_before_load(store: ModelStore, model: InstalledModel) -> None:
    rng = random.Random(7)
    store.open_verified(model.id, TOKEN)
    assert model.manifest is not None
    for record in model.manifest.files * 20:
        path = model.path / record.path
        original = path.read_bytes()
        damaged = bytearray(original)
        damaged[rng.randrange(len(damaged))] ^= 1 << rng.randrange(8)
        path.write_bytes(damaged)
        with pytest.raises(ModelDamaged, match="wrong checksum"):
            store.open_verified(model.id, TOKEN)
        path.write_bytes(original)
        store.open_verified(model.id, TOKEN)


def test_setting_the_time_back_does_not_hide_a_change(store: ModelStore, model: InstalledModel) -> None:
    store.open_verified(model.id, TOKEN)
    path = model.path / "model.bin"
    status = path.stat()
    with path.open("r+b") as stream:
        stream.seek(5000)
        stream.write(b"\xff\xfe\xfd")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    with pytest.raises(ModelDamaged):
        store.open_verified(model.id, TOKEN)


def test_second_load_does_not_read_the_files(
    store: ModelStore, model: InstalledModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[Path] = []

    def counting(path: Path, token: CancelToken) -> str:
        hashed.append(path)
        return sha256_of(path, token)

    monkeypatch.setattr("streamlation_desktop.modelstore.verify.sha256_of", counting)
    store.open_verified(model.id, TOKEN)
    first = len(hashed)
    store.open_verified(model.id, TOKEN)
    assert first == len(hashed) > 0
    store.verify(model.id, TOKEN)
    assert len(hashed) == 2 * first


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b'{"files": {"model.bin": 3}}'])
def test_damaged_stamps_cost_a_hash_and_nothing_else(
    store: ModelStore, model: InstalledModel, paths: AppPaths, content: bytes
) -> None:
    store.open_verified(model.id, TOKEN)
    [stamps] = (paths.cache / "verified").rglob("*.json")
    stamps.write_bytes(content)
    store.open_verified(model.id, TOKEN)


def test_missing_and_short_files_are_told_apart(store: ModelStore, model: InstalledModel) -> None:
    (model.path / "source.spm").unlink()
    with (model.path / "target.spm").open("r+b") as stream:
        stream.truncate(10)
    assert set(store.verify(model.id, TOKEN)) == {
        verify.Problem("source.spm", verify.Fault.MISSING),
        verify.Problem("target.spm", verify.Fault.WRONG_SIZE),
    }


@pytest.mark.parametrize("record", ["", "{}", "null", '{"schema_version": 2}', "\x00"])
def test_model_with_a_damaged_record_is_not_offered_but_can_be_removed(
    store: ModelStore, model: InstalledModel, record: str
) -> None:
    (model.path / MANIFEST_NAME).write_text(record)
    assert model.id not in {known.id for known in store.installed()}
    assert store.damaged() == [model.path]
    assert store.remove(model.id) > 0
    assert not model.path.exists()


def test_record_with_a_path_out_of_the_folder_is_not_believed(store: ModelStore, model: InstalledModel) -> None:
    path = model.path / MANIFEST_NAME
    path.write_text(path.read_text().replace('"source.spm"', '"../../../secret"'))
    assert store.damaged() == [model.path]


def test_folder_without_a_record_is_not_a_model(store: ModelStore, paths: AppPaths, models: Path) -> None:
    shutil.copytree(models / "opus-mt-en-es", paths.models / ModelKind.TRANSLATOR / "half")
    assert all(model.is_built_in for model in store.installed())


def test_remove_frees_what_disk_use_promised(store: ModelStore, model: InstalledModel) -> None:
    use = store.disk_use()
    assert use.models[model.path.name] >= model.size
    assert store.remove(model.id) == use.models[model.path.name]
    with pytest.raises(ModelNotInstalled):
        store.get(model.id)


def test_known_but_absent_model_says_how_to_install_it(store: ModelStore) -> None:
    with pytest.raises(ModelNotInstalled) as caught:
        store.get("whisper-small")
    assert "models install whisper-small" in caught.value.hint


def test_unknown_model_suggests_installed_ones_too(store: ModelStore) -> None:
    with pytest.raises(UsageError) as caught:
        store.open_verified("starter-nt", TOKEN)
    assert STARTER_ID in caught.value.hint
