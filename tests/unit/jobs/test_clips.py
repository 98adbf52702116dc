"""Clips on disk: whole, or not there."""

from __future__ import annotations

import errno
import wave
from pathlib import Path

import numpy as np
import pytest

from streamlation_desktop.core.errors import DiskFull
from streamlation_desktop.jobs.clips import ClipNote, ClipStore

NOTE = ClipNote("¿Qué? 漢字", -0.25, 0.5, 0.93, 1.02, 1)
SOUND = 0.5 * np.sin(np.arange(11_025) / 5).astype(np.float32)


@pytest.fixture
def store(tmp_path: Path) -> ClipStore:
    return ClipStore(tmp_path)


def test_a_clip_is_a_sound_file_that_remembers_how_it_was_fitted(store: ClipStore) -> None:
    assert store.keep("key", SOUND, 22_050, NOTE) == NOTE
    assert store.recall("key") == NOTE
    with wave.open(str(store.path("key"))) as file:
        assert (file.getframerate(), file.getnframes()) == (22_050, len(SOUND))
    assert [path.name for path in store.folder.iterdir()] == ["key.wav"]


@pytest.mark.parametrize("left", [0, 30, 60, 100, -1])
def test_what_a_kill_left_half_written_is_not_there(store: ClipStore, left: int) -> None:
    store.keep("key", SOUND, 22_050, NOTE)
    store.path("key").write_bytes(store.path("key").read_bytes()[:left])
    assert store.recall("key") is None
    store.keep("key", SOUND, 22_050, NOTE)
    assert store.recall("key") == NOTE


def test_a_full_disk_is_told_and_nothing_half_written_stays(store: ClipStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(path: Path, data: bytes) -> None:
        with path.open("wb") as file:
            file.write(data[:100])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", write)
    with pytest.raises(DiskFull):
        store.keep("key", SOUND, 22_050, NOTE)
    assert list(store.folder.iterdir()) == []
