"""``streamlation extras`` as a user types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from streamlation_desktop.cli.main import run
from streamlation_desktop.modelstore.extras_list import load_extras


@pytest.fixture(autouse=True)
def no_index(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL"):
        monkeypatch.delenv(name, raising=False)


def test_the_list_names_every_part_with_its_files_and_checksums(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extras", "list"]) == 0
    listed = capsys.readouterr().out
    for extra in load_extras():
        assert f"{extra.id} " in listed
        assert all(file.sha256 in listed for file in extra.files_here())


def test_programs_get_the_list_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extras", "list", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["id"]: row["state"] for row in rows} == {
        extra.id: "not installed" if extra.files_here() else "not made for this machine" for extra in load_extras()
    }


def test_errors_say_what_to_do(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["extras", "install", "kitchen"]) == 2
    assert "There are: cuda, pages, sherpa" in capsys.readouterr().err
    assert run(["extras", "install", "pages"]) == 2
    assert "--from" in capsys.readouterr().err
    assert run(["extras", "install", "pages", "--from", str(tmp_path)]) == 3
    assert "yt_dlp" in capsys.readouterr().err
    assert run(["extras", "remove", "pages"]) == 4
    assert "pages is not installed" in capsys.readouterr().err
    assert run(["extras", "verify"]) == 0
