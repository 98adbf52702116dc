"""A store in a folder of the test, and models to put into it."""

from __future__ import annotations

from pathlib import Path

import pytest

from streamlation_desktop.modelstore.store import ModelStore
from streamlation_desktop.settings.paths import AppPaths, app_paths
from tests.support import small_models


@pytest.fixture
def paths(home: Path) -> AppPaths:
    folders = app_paths()
    folders.ensure()
    return folders


@pytest.fixture
def store(paths: AppPaths) -> ModelStore:
    return ModelStore(paths)


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder per layout; read only."""
    root = tmp_path_factory.mktemp("models")
    small_models.make_opus_zip_content(root / "opus")
    small_models.make_translator(root / "opus-mt-en-es")
    small_models.make_argos(root / "argos")
    small_models.make_whisper(root / "faster-whisper-mini")
    small_models.make_voice(root / "voice")
    return root
