from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import DiskFull
from streamlation_desktop.modelstore import space
from streamlation_desktop.modelstore.importer import ImportOptions
from streamlation_desktop.modelstore.staging import INCOMING
from streamlation_desktop.modelstore.store import ModelStore
from streamlation_desktop.settings.paths import AppPaths
from tests.support.hub_mirror import HubMirror

pytestmark = [pytest.mark.network, pytest.mark.timeout(60)]


@pytest.fixture
def small_disk(paths: AppPaths) -> Iterator[Path]:
    """The models folder on a disk of 2 MB."""
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", paths.models], capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting needs the rights to do so")
    yield paths.models
    subprocess.run(["umount", paths.models], check=True, timeout=30)


def _fill(folder: Path, leave: int) -> Path:
    filler = folder / "filler"
    filler.write_bytes(bytes(os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize - leave))
    return filler


def test_download_that_cannot_fit_is_refused_before_it_starts(
    store: ModelStore, mirror: HubMirror, small_disk: Path
) -> None:
    _fill(small_disk, leave=300_000)
    with pytest.raises(DiskFull, match=r"0\.6 MB needed, 0\.3 MB free") as caught:
        store.install("mini-en-es", token=CancelToken())
    assert "Free some space" in caught.value.hint
    assert not mirror.fetched("model.bin")


def test_disk_that_fills_up_meanwhile_keeps_what_arrived_and_resumes(
    store: ModelStore, mirror: HubMirror, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(space, "RESERVE_BYTES", -(10**9))  # the check before the download sees no trouble
    filler = _fill(small_disk, leave=200_000)
    with pytest.raises(DiskFull, match="no space left for the model"):
        store.install("mini-en-es", token=CancelToken())
    assert all(model.is_built_in for model in store.installed())
    kept = sum(path.stat().st_size for path in (small_disk / INCOMING).rglob("*") if path.is_file())
    assert kept > 100_000
    filler.unlink()
    assert not store.verify(store.install("mini-en-es", token=CancelToken()).id, CancelToken())
    assert any(request.range for request in mirror.requests)


def test_import_onto_a_full_disk(store: ModelStore, models: Path, small_disk: Path) -> None:
    _fill(small_disk, leave=100_000)
    with pytest.raises(DiskFull, match="MB needed"):
        store.import_from(models / "faster-whisper-mini", ImportOptions(), CancelToken())
    assert not [path for path in (small_disk / INCOMING).rglob("*") if path.suffix != ".lock"]


def test_import_that_fills_the_disk(
    store: ModelStore, models: Path, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(space, "RESERVE_BYTES", -(10**9))
    _fill(small_disk, leave=100_000)
    with pytest.raises(DiskFull):
        store.import_from(models / "argos", ImportOptions(), CancelToken())
    assert all(model.is_built_in for model in store.installed())
    assert not [path for path in (small_disk / INCOMING).rglob("*") if path.suffix != ".lock"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_quota_counts_as_a_full_disk(tmp_path: Path, number: int) -> None:
    with pytest.raises(DiskFull, match=r"1\.5 GB needed"), space.disk_errors(tmp_path, 1_500_000_000):
        raise OSError(number, os.strerror(number))
