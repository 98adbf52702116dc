"""Bad input: one line, a hint, the right exit code, no traceback, nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.clips import cut
from tests.support.commands import SAMPLE, streamlation


def assert_clear(code: int, expected: int, error: str) -> None:
    assert code == expected, error
    assert error.count("error: ") == 1, error
    assert "Traceback" not in error


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.mp4", b""), ("text.mp4", b"This is not media. " * 50), ("garbage.mkv", bytes(range(256)) * 40)],
)
def test_a_file_that_is_not_media(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    done = streamlation("run", tmp_path / name, "--to", "es")
    assert_clear(done.code, 3, done.err)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "home") == [name]


@pytest.mark.parametrize(
    "location",
    [
        "missing.mp4",
        ".",
        "http://127.0.0.1:9/x.mp4",
        "gopher://127.0.0.1/x",
        "concat:a|b",
        "https://",
        "rtmp://127.0.0.1:9/a/b",
    ],
)
def test_a_source_that_is_not_there(location: str, tmp_path: Path) -> None:
    done = streamlation("run", location, "--to", "es", cwd=tmp_path)
    assert_clear(done.code, 3, done.err)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--to", "klingonese"),
        ("--from", "??"),
        ("--audio-track", "7"),
    ],
)
def test_an_option_that_makes_no_sense(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = streamlation("run", SAMPLE, "-o", tmp_path, *arguments)
    assert_clear(done.code, 2, done.err)


def test_a_glossary_that_is_not_there(tmp_path: Path) -> None:
    done = streamlation("run", SAMPLE, "-o", tmp_path, "--glossary", "missing.tsv")
    assert_clear(done.code, 3, done.err)


def test_a_model_that_is_not_installed(tmp_path: Path) -> None:
    done = streamlation("run", SAMPLE, "-o", tmp_path, "--model", "large-v3")
    assert_clear(done.code, 4, done.err)
    assert "models install whisper-large-v3" in done.err


def test_a_language_that_the_embedded_recognizer_does_not_hear(tmp_path: Path) -> None:
    done = streamlation("run", SAMPLE, "-o", tmp_path, "--from", "ja")
    assert_clear(done.code, 4, done.err)
    assert "models" in done.err


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    done = streamlation("run", SAMPLE, "--to", "es", "-o", tmp_path / "file" / "out")
    assert_clear(done.code, 5, done.err)


@pytest.mark.parametrize(
    "name",
    [
        "Señor ñandú 🎬 عربى.mp4",
        "a b  c'd\"e$f%g#h;i&j.mp4",
        "-dash.mp4",
        "colon: name.mp4",
        "new\nline.mp4",
        "ü" * 120 + ".mp4",
    ],
)
def test_odd_names_of_files_work(name: str, tmp_path: Path) -> None:
    source = cut(SAMPLE, tmp_path / "clip.mp4", 2.2).rename(tmp_path / name)
    done = streamlation("run", source, "--to", "es", "-o", tmp_path / "out")
    assert done.code == 0, done.err
    assert len(list((tmp_path / "out").iterdir())) == 1
