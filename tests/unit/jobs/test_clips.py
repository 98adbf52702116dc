"""Clips on disk: whole, or not there."""

from __future__ import annotations

import errno
import io
import wave
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from streamlation_desktop.core.errors import DiskFull, StorageError
from streamlation_desktop.dubbing.mix import MIX_RATE
from streamlation_desktop.jobs import clip_packs
from streamlation_desktop.jobs.clip_packs import ClipPacks
from streamlation_desktop.jobs.clips import ClipNote, ClipStore

NOTE = ClipNote("¿Qué? 漢字", -0.25, 0.5, 0.93, 1.02, 1)
KEYS = ["00" * 19 + "01", "ab" * 20, "0c" * 20]
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


@pytest.fixture
def packs(tmp_path: Path) -> Iterator[ClipPacks]:
    with closing(ClipPacks(tmp_path)) as store:
        yield store


def test_clips_of_a_run_share_a_file_and_are_found_by_the_next(packs: ClipPacks) -> None:
    for number, key in enumerate(KEYS):
        packs.keep(key, SOUND, 22_050, replace(NOTE, wording=number))
    [pack] = packs.folder.iterdir()
    with closing(ClipPacks(packs.folder)) as later:
        later.keep("ff" * 20, SOUND, 22_050, NOTE)
        assert [later.recall(key) for key in KEYS] == [replace(NOTE, wording=number) for number in range(len(KEYS))]
        assert np.array_equal(later.load(KEYS[1]), packs.load(KEYS[1]))
        assert len(later.load(KEYS[1])) == len(SOUND) * MIX_RATE // 22_050
    assert len(list(packs.folder.iterdir())) == 2
    assert packs.recall("ff" * 20) is None, "of another run"
    assert pack.exists()


@pytest.mark.parametrize("left", [0, 10, 30, 100, -1])
def test_of_a_pack_that_a_kill_cut_off_the_whole_clips_are_there(packs: ClipPacks, left: int) -> None:
    packs.keep(KEYS[0], SOUND, 22_050, NOTE)
    [pack] = packs.folder.iterdir()
    first = pack.stat().st_size
    packs.keep(KEYS[1], SOUND, 22_050, NOTE)
    pack.write_bytes(pack.read_bytes()[: first + left if left >= 0 else left])
    with closing(ClipPacks(packs.folder)) as later:
        assert [later.recall(key) for key in KEYS] == [NOTE, None, None]


def test_a_clip_that_turns_out_damaged_is_forgotten_by_all_that_come(packs: ClipPacks) -> None:
    for key in KEYS:
        packs.keep(key, SOUND, 22_050, NOTE)
    [pack] = packs.folder.iterdir()
    data = bytearray(pack.read_bytes())
    data[data.index(b"RIFF") : data.index(b"RIFF") + 4] = b"JUNK"
    pack.write_bytes(data)
    with pytest.raises(StorageError, match="damaged"):
        packs.load(KEYS[0])
    with closing(ClipPacks(packs.folder)) as later:
        assert [later.recall(key) for key in KEYS] == [None, NOTE, NOTE]
        with pytest.raises(StorageError, match="damaged"):
            later.load(KEYS[0])


def test_a_pack_on_a_full_disk_keeps_what_it_had(packs: ClipPacks, monkeypatch: pytest.MonkeyPatch) -> None:
    packs.keep(KEYS[0], SOUND, 22_050, NOTE)
    [pack] = packs.folder.iterdir()
    before = pack.read_bytes()

    def write(file: io.FileIO, data: bytes) -> None:
        file.write(data[:100])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(clip_packs, "_write", write)
        with pytest.raises(DiskFull):
            packs.keep(KEYS[1], SOUND, 22_050, NOTE)
    assert pack.read_bytes() == before
    packs.keep(KEYS[2], SOUND, 22_050, NOTE)
    with closing(ClipPacks(packs.folder)) as later:
        assert [later.recall(key) for key in KEYS] == [NOTE, None, NOTE]
