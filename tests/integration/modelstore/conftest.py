"""A store whose hub is a mirror on the loopback interface."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from streamlation_desktop.modelstore.patience import Patience
from streamlation_desktop.modelstore.store import ModelStore
from streamlation_desktop.settings.paths import AppPaths, app_paths
from tests.support import small_models
from tests.support.hub_mirror import HubMirror, hub_mirror

CATALOG = """
[[model]]
id = "mini-en-es"
name = "Mini"
kind = "translator"
family = "opus-mt"
quality = "good"
pairs = ["en-es"]
size = 1000000
licence = "CC-BY-4.0"
attribution = "test"
repo = "test/mini-en-es"

[[model]]
id = "mini-nc"
name = "Mini, not for commerce"
kind = "translator"
family = "opus-mt"
quality = "good"
pairs = ["en-es"]
size = 1000000
licence = "CC-BY-NC-4.0"
attribution = "test"
repo = "test/mini-en-es"

[[model]]
id = "mini-voice"
name = "Mini voice"
kind = "voice"
family = "piper"
quality = "basic"
languages = ["es"]
size = 17000
licence = "CC0-1.0"
attribution = "test"
repo = "test/voices"
files = [
    { path = "es/es_ES/test/low/es_ES-test-low.onnx" },
    { path = "es/es_ES/test/low/es_ES-test-low.onnx.json" },
    { path = "es/es_ES/test/low/MODEL_CARD" },
]
"""


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder per repository; read only."""
    root = tmp_path_factory.mktemp("repositories")
    small_models.make_translator(root / "mini-en-es")
    (root / "mini-en-es" / "README.md").write_text("# Mini\n")
    (root / "mini-en-es" / "pytorch_model.bin").write_bytes(bytes(3000))
    small_models.make_argos(root / "argos")
    small_models.make_whisper(root / "faster-whisper-mini")
    small_models.make_voice(root / "voices/es/es_ES/test/low")
    small_models.make_voice(root / "voices/es/es_ES/other/low", "es_ES-other-low")
    return root


@pytest.fixture
def mirror(models: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[HubMirror]:
    with hub_mirror() as server:
        for name in ("mini-en-es", "faster-whisper-mini", "voices"):
            server.repositories[f"test/{name}"] = models / name
        for variable in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"):  # parsing the world's certificates takes its time
            monkeypatch.delenv(variable, raising=False)
        for variable in (
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "ALL_PROXY",
            "http_proxy",
            "https_proxy",
            "all_proxy",
            "HF_TOKEN",
        ):
            monkeypatch.delenv(variable, raising=False)
        monkeypatch.setenv("HF_ENDPOINT", server.address)
        monkeypatch.setenv("HF_HUB_OFFLINE", "0")
        monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hf-cache"))
        yield server


@pytest.fixture
def paths(home: Path) -> AppPaths:
    folders = app_paths()
    folders.ensure()
    (folders.config / "catalog.toml").write_text(CATALOG)
    return folders


@pytest.fixture
def store(paths: AppPaths, mirror: HubMirror) -> ModelStore:
    return ModelStore(paths, patience=Patience(attempts=3, first_wait=0.01))
