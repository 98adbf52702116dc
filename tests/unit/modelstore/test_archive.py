from __future__ import annotations

import contextlib
import io
import os
import random
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, ModelError
from streamlation_desktop.modelstore import archive
from streamlation_desktop.modelstore.digest import no_progress


def _zip(path: Path, *members: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members:
            target.writestr(name, content)
    return path


def _tar(path: Path, *members: tarfile.TarInfo, mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as target:  # type: ignore[call-overload]
        for member in members:
            target.addfile(member, io.BytesIO(b"x" * member.size))
    return path


def _info(name: str, size: int = 3, kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size, info.type, info.linkname = (size if kind == tarfile.REGTYPE else 0), kind, link
    return info


def _zip_link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def _extract(path: Path, target: Path) -> None:
    target.mkdir()
    archive.extract(path, target, CancelToken(), no_progress)


HOSTILE: dict[str, Callable[[Path], Path]] = {
    "zip-slip": lambda p: _zip(p, ("../evil", b"x")),
    "zip-slip-inside": lambda p: _zip(p, ("a/../../evil", b"x")),
    "zip-absolute": lambda p: _zip(p, ("/etc/evil", b"x")),
    "zip-backslash": lambda p: _zip(p, ("..\\evil", b"x")),
    "zip-drive": lambda p: _zip(p, ("C:evil", b"x")),
    "zip-symlink": lambda p: _zip(p, (_zip_link("link"), b"/etc")),
    "zip-duplicate": lambda p: _zip(p, ("A", b"x"), ("a", b"y")),
    "zip-empty": lambda p: _zip(p),
    "zip-bomb": lambda p: _zip(p, ("a", bytes(archive.RATIO_FLOOR_BYTES + 1))),
    "zip-many": lambda p: _zip(p, *((f"{i}", b"") for i in range(archive.MAX_MEMBERS + 1))),
    "tar-slip": lambda p: _tar(p, _info("../evil")),
    "tar-absolute-link": lambda p: _tar(p, _info("link", kind=tarfile.SYMTYPE, link="/etc/passwd")),
    "tar-link-inside": lambda p: _tar(p, _info("a"), _info("link", kind=tarfile.SYMTYPE, link="a")),
    "tar-hard-link": lambda p: _tar(p, _info("a"), _info("link", kind=tarfile.LNKTYPE, link="a")),
    "tar-device": lambda p: _tar(p, _info("dev", kind=tarfile.CHRTYPE)),
    "tar-fifo": lambda p: _tar(p, _info("fifo", kind=tarfile.FIFOTYPE)),
    "tar-backslash": lambda p: _tar(p, _info("..\\evil")),
    "tar-bomb": lambda p: _tar(p, _info("a", size=archive.RATIO_FLOOR_BYTES + 1)),
}


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_archive_is_refused_and_leaves_nothing_outside(tmp_path: Path, name: str) -> None:
    path = HOSTILE[name](tmp_path / "packed")
    with pytest.raises(ModelError, match="broken or unsafe"):
        _extract(path, tmp_path / "target")
    assert not list(tmp_path.rglob("evil"))
    assert {entry.name for entry in tmp_path.iterdir()} <= {"packed", "target", "home"}
    assert not any(entry.is_symlink() for entry in (tmp_path / "target").rglob("*"))


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:xz", "w:bz2"])
def test_tar_unpacks_with_its_folders(tmp_path: Path, mode: str) -> None:
    path = _tar(tmp_path / "packed", _info("model", kind=tarfile.DIRTYPE), _info("model/a.bin", size=5), mode=mode)
    _extract(path, tmp_path / "target")
    assert (tmp_path / "target/model/a.bin").read_bytes() == b"xxxxx"


def test_names_in_any_script_survive(tmp_path: Path) -> None:
    _extract(_zip(tmp_path / "packed", ("模型/мод ель.bin", b"abc")), tmp_path / "target")
    assert (tmp_path / "target/模型/мод ель.bin").read_bytes() == b"abc"


def test_every_truncation_of_an_archive_is_a_plain_error(tmp_path: Path) -> None:
    whole = _zip(tmp_path / "whole", ("a", os.urandom(2000)), ("b", b"text")).read_bytes()
    packed = tmp_path / "packed"
    for index, length in enumerate(range(1, len(whole) - 1, 97)):
        packed.write_bytes(whole[:length])
        if archive.is_archive(packed):
            with pytest.raises(ModelError):
                _extract(packed, tmp_path / f"target{index}")


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_of_a_hundred_mutated_archives_none_writes_outside_or_fails_in_another_way(tmp_path: Path) -> None:
    rng = random.Random(4)
    sound = [
        _zip(tmp_path / "zip", ("a/b.bin", rng.randbytes(500)), ("c.txt", b"text" * 50)).read_bytes(),
        _tar(tmp_path / "tar", _info("a/b.bin", 500), _info("c.txt", 20), mode="w").read_bytes(),
    ]
    packed, inside = tmp_path / "packed", tmp_path / "inside"
    inside.mkdir()
    before = {entry.name for entry in tmp_path.iterdir()} | {"packed"}
    for number in range(100):
        data = bytearray(sound[number % 2])
        for _ in range(rng.randint(1, 12)):
            data[rng.randrange(min(len(data), 1200))] = rng.randrange(256)
        packed.write_bytes(data)
        with contextlib.suppress(ModelError):
            _extract(packed, inside / str(number))
    assert {entry.name for entry in tmp_path.iterdir()} <= before | {"home"}
    assert not any(entry.is_symlink() for entry in inside.rglob("*"))


def test_flipped_byte_inside_a_member_is_noticed(tmp_path: Path) -> None:
    path = _zip(tmp_path / "packed", ("a", os.urandom(5000)))
    content = bytearray(path.read_bytes())
    content[2500] ^= 1
    path.write_bytes(content)
    with pytest.raises(ModelError):
        _extract(path, tmp_path / "target")


def test_extraction_can_be_cancelled(tmp_path: Path) -> None:
    path = _zip(tmp_path / "packed", ("a", b"x"))
    token = CancelToken()
    token.cancel()
    (tmp_path / "target").mkdir()
    with pytest.raises(Cancelled):
        archive.extract(path, tmp_path / "target", token, no_progress)
