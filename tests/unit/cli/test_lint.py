"""``streamlation lint``: what it prints and how it exits."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from streamlation_desktop.cli import lint
from streamlation_desktop.core.errors import SourceNotFound, UsageError

GOOD = "1\n00:00:01,000 --> 00:00:03,000\nA fine line.\n"
DENSE = "1\n00:00:01,000 --> 00:00:02,000\nThis is far too much text for a second.\n"
FAST = "1\n00:00:01,000 --> 00:00:03,000\nThese are thirty-six characters, yes\n"


def check(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    lint.add_arguments(parser)
    return lint.run(parser.parse_args(arguments))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("good", GOOD), ("dense", DENSE), ("fast", FAST)):
        (tmp_path / f"{name} ñ.srt").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_clean_file_exits_with_zero(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(str(folder / "good ñ.srt")) == 0
    assert "1 cues, 0 errors, 0 warnings; clean: 100.0 %" in capsys.readouterr().out


def test_an_error_names_file_cue_and_rule(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "dense ñ.srt"

    assert check(str(path)) == 1
    assert f"{path}:1: reading-speed: error: 39.0 characters per second, at most 20" in capsys.readouterr().out


def test_warnings_count_only_when_strict(folder: Path) -> None:
    path = str(folder / "fast ñ.srt")

    assert check(path) == 0
    assert check(path, "--strict") == 1


def test_json_is_one_object_per_violation(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check(str(folder / "dense ñ.srt"), "--json")

    [record] = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (record["cue"], record["rule"], record["severity"], record["limit"]) == (1, "reading-speed", "error", 20)


def test_the_language_decides_the_norms(folder: Path) -> None:
    assert check(str(folder / "good ñ.srt"), "--language", "Japanese") == 0
    assert check(str(folder / "fast ñ.srt"), "--language", "ja") == 1


def test_bad_arguments_and_files_raise(folder: Path) -> None:
    path = str(folder / "good ñ.srt")
    with pytest.raises(UsageError):
        check(path, "--language", "no such tongue")
    with pytest.raises(UsageError):
        check(path, "--fps", "0")
    with pytest.raises(SourceNotFound):
        check(str(folder / "none.srt"))
