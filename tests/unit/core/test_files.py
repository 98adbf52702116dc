from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from streamlation_desktop.core.errors import DiskFull, NotWritable, StorageError
from streamlation_desktop.core.files import unfinished, write_alone, write_atomically


def test_a_file_is_written_with_the_usual_permissions(tmp_path: Path) -> None:
    path = tmp_path / "new" / "captions.srt"
    write_atomically(path, b"1\n")
    assert path.read_bytes() == b"1\n"
    (tmp_path / "plain").write_bytes(b"")
    assert path.stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_full_disk_leaves_the_old_file_and_no_rubbish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "captions.srt"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises((NotWritable, StorageError)):
        write_atomically(tmp_path / "file" / "captions.srt", b"x")


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot write"):
        write_atomically(tmp_path / ("x" * 300), b"x")


def test_a_file_is_on_the_disk_before_its_name_and_its_name_before_anybody_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[tuple[bool, bool]] = []
    flush = os.fsync

    def watched(descriptor: int) -> None:
        flushed.append((stat.S_ISDIR(os.fstat(descriptor).st_mode), (tmp_path / "captions.srt").exists()))
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", watched)
    write_atomically(tmp_path / "captions.srt", b"1\n")
    assert flushed == ([(False, False), (True, True)] if os.name == "posix" else [(False, False)])


class Killed(BaseException):
    """What a kill is to the code: nothing of it runs any more."""


def _begin_and_die(path: Path) -> None:
    with unfinished(path) as whole:
        whole.write_bytes(b"half")
        raise Killed


def test_what_a_killed_process_left_of_a_file_is_gone_when_it_is_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = tmp_path / "talk.es.srt", tmp_path / "talk.fr.srt"
    with monkeypatch.context() as dying:
        dying.setattr(Path, "unlink", lambda *_, **__: None)
        for each in (path, other):
            with pytest.raises(Killed):
                _begin_and_die(each)
    assert len(list(tmp_path.iterdir())) == 2

    write_alone(path, b"whole")
    assert path.read_bytes() == b"whole"
    [left] = [each for each in tmp_path.iterdir() if each != path]
    assert left.read_bytes() == b"half", "of another file, which somebody may be writing"
    with unfinished(other):
        assert not left.exists()
    assert list(tmp_path.iterdir()) == [path]
