from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from huggingface_hub import get_hf_file_metadata, hf_hub_url, set_client_factory

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import DownloadFailed
from streamlation_desktop.modelstore import web
from streamlation_desktop.modelstore.hub_cache import HubEnvironment
from streamlation_desktop.modelstore.store import ModelStore
from tests.support import small_models
from tests.support.hub_mirror import COMMIT, HubMirror, is_lfs

pytestmark = [pytest.mark.network, pytest.mark.timeout(60)]


def _fill_cache(cache: Path, folder: Path, commit: str = COMMIT) -> Path:
    """What `huggingface_hub.snapshot_download` leaves: blobs named by content, a snapshot of links, a reference."""
    home = cache / "models--test--mini-en-es"
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        content = path.read_bytes()
        git = hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()
        blob = home / "blobs" / (hashlib.sha256(content).hexdigest() if is_lfs(content) else git)
        link = home / "snapshots" / commit / path.name
        for parent in (blob.parent, link.parent):
            parent.mkdir(parents=True, exist_ok=True)
        blob.write_bytes(content)
        link.symlink_to(os.path.relpath(blob, link.parent))
    (home / "refs").mkdir()
    (home / "refs" / "main").write_text(commit)
    return home


@pytest.fixture
def cache(tmp_path: Path, models: Path) -> Path:
    return _fill_cache(tmp_path / "hf-cache", models / "mini-en-es")


def test_model_in_the_cache_is_shared_not_fetched(store: ModelStore, mirror: HubMirror, cache: Path) -> None:
    model = store.install("mini-en-es", token=CancelToken())
    assert not [request for request in mirror.requests if "/api/" not in request.path]
    weights = (cache / "snapshots" / COMMIT / "model.bin").resolve()
    assert weights.samefile(model.path / "model.bin")
    assert not (model.path / "model.bin").is_symlink()
    assert store.disk_use().models["mini-en-es"] < 5000  # our record; the rest is the cache's
    assert small_models.translate(model.path, "the small house")


def test_offline_the_cache_alone_will_do(
    store: ModelStore, mirror: HubMirror, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    model = store.install("mini-en-es", token=CancelToken())
    assert not mirror.requests
    assert model.manifest is not None
    assert model.manifest.revision == COMMIT


def test_offline_without_the_cache_says_what_to_do(
    store: ModelStore, mirror: HubMirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    for model_id in ("mini-en-es", "argos-en-es"):
        with pytest.raises(DownloadFailed, match="HF_HUB_OFFLINE") as caught:
            store.install(model_id, token=CancelToken())
        assert "import" in caught.value.hint
    assert not mirror.requests


def test_unreachable_hub_falls_back_to_the_cache(
    store: ModelStore, mirror: HubMirror, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    assert store.install("mini-en-es", token=CancelToken()).id == "mini-en-es"


def test_cached_file_of_an_older_commit_is_used_when_its_content_is_the_same(
    store: ModelStore, mirror: HubMirror, cache: Path
) -> None:
    mirror.commit = COMMIT[::-1]
    store.install("mini-en-es", token=CancelToken())
    assert not mirror.fetched("model.bin")


def test_damaged_file_in_the_cache_is_not_trusted(store: ModelStore, mirror: HubMirror, cache: Path) -> None:
    blob = (cache / "snapshots" / COMMIT / "model.bin").resolve()
    content = bytearray(blob.read_bytes())
    content[1000] ^= 1
    blob.write_bytes(content)
    assert not store.verify(store.install("mini-en-es", token=CancelToken()).id, CancelToken())
    assert mirror.fetched("model.bin")


def test_removing_the_model_leaves_the_cache_alone(store: ModelStore, mirror: HubMirror, cache: Path) -> None:
    store.install("mini-en-es", token=CancelToken())
    store.remove("mini-en-es")
    assert (cache / "snapshots" / COMMIT / "model.bin").stat().st_size > 0


def test_change_through_the_cache_is_noticed_before_load(store: ModelStore, mirror: HubMirror, cache: Path) -> None:
    model = store.install("mini-en-es", token=CancelToken())
    store.open_verified(model.id, CancelToken())
    with (cache / "snapshots" / COMMIT / "model.bin").resolve().open("r+b") as stream:
        stream.seek(2000)
        stream.write(b"\x55\xaa\x55")
    assert store.verify(model.id, CancelToken())


def test_disk_without_hard_links_gets_a_copy(
    store: ModelStore, mirror: HubMirror, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    model = store.install("mini-en-es", token=CancelToken())
    assert not (cache / "snapshots" / COMMIT / "model.bin").resolve().samefile(model.path / "model.bin")
    assert not mirror.fetched("model.bin")


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"HF_HUB_CACHE": "/a/b"}, "/a/b"),
        ({"HF_HOME": "/a"}, "/a/hub"),
        ({"XDG_CACHE_HOME": "/x"}, "/x/huggingface/hub"),
        ({"HF_HUB_CACHE": "/a/b", "HF_HOME": "/c"}, "/a/b"),
        ({"HF_HOME": "$PLACE/c", "PLACE": "/p"}, "/p/c/hub"),
    ],
)
def test_cache_is_looked_for_where_the_hub_library_puts_it(
    variables: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "HF_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert HubEnvironment.read().cache == Path(expected)


def test_mirror_of_these_tests_is_accepted_by_the_hub_library(mirror: HubMirror, models: Path) -> None:
    set_client_factory(web.new_client)
    endpoint = mirror.address
    mirror.address = endpoint.replace("127.0.0.1", "localhost")  # blobs come from another host, as they do there
    url = hf_hub_url("test/mini-en-es", "model.bin", revision=COMMIT, endpoint=endpoint)
    metadata = get_hf_file_metadata(url, endpoint=endpoint)
    content = (models / "mini-en-es" / "model.bin").read_bytes()
    assert (metadata.commit_hash, metadata.size) == (COMMIT, len(content))
    assert metadata.etag == hashlib.sha256(content).hexdigest()
