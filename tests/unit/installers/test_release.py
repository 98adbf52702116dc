from __future__ import annotations

import base64
import getpass
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from installers.release import main, make_key
from streamlation_desktop import __version__
from streamlation_desktop.updates.manifest import read_release

PASSPHRASE = "a long passphrase"


@pytest.fixture(autouse=True)
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: PASSPHRASE)


def sign(folder: Path, *flags: str) -> int:
    package = folder / "streamlation_1.0.0_amd64.deb"
    package.write_bytes(b"a package")
    output = ["--output", str(folder / "release.json")]
    address = ["--base", "https://downloads.example/1"]
    return main(["sign", "--key", str(folder / "key.pem"), *address, *output, *flags, str(package)])


def test_what_is_signed_is_believed_by_the_program_that_knows_the_key(tmp_path: Path) -> None:
    public = make_key(tmp_path / "key.pem", PASSPHRASE)
    assert sign(tmp_path) == 0
    release = read_release((tmp_path / "release.json").read_bytes(), [base64.b64decode(public)], datetime.now(UTC))
    assert __version__.startswith(release.version)
    [download] = release.downloads
    assert download.url == "https://downloads.example/1/streamlation_1.0.0_amd64.deb"
    assert download.size == len(b"a package")


def test_key_is_locked_and_is_never_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "key.pem"
    assert main(["key", str(path)]) == 0
    written = path.read_bytes()
    assert b"BEGIN ENCRYPTED PRIVATE KEY" in written
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert main(["key", str(path)]) == 1
    assert path.read_bytes() == written
    assert capsys.readouterr().err.startswith("error: ")


def test_nothing_is_signed_that_the_program_would_refuse_or_that_steps_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_key(tmp_path / "key.pem", PASSPHRASE)
    assert sign(tmp_path, "--days", "0") == 1
    assert not (tmp_path / "release.json").exists()
    monkeypatch.setattr("installers.release.__version__", "99.1.0")
    assert sign(tmp_path) == 0
    monkeypatch.setattr("installers.release.__version__", "99.0.9")
    assert sign(tmp_path) == 1
    assert "would be a step back" in capsys.readouterr().err


def test_wrong_passphrase_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_key(tmp_path / "key.pem", "another passphrase")
    assert sign(tmp_path) == 1
    assert capsys.readouterr().err.count("\n") == 1
