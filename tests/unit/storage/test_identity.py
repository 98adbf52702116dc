from __future__ import annotations

import os
from pathlib import Path

import pytest

from streamlation_desktop.core.credentials import strip_credentials
from streamlation_desktop.core.errors import SourceForbidden, SourceNotFound
from streamlation_desktop.storage.identity import JobKey
from tests.support.ledger import ES, Request

URL = "https://cdn.example/live/stream.m3u8"


def test_key_depends_on_content_and_request_not_on_the_name(tmp_path: Path) -> None:
    original = tmp_path / "a.wav"
    original.write_bytes(b"x" * 300_000)
    key = JobKey.of(str(original), Request())
    moved = original.rename(tmp_path / "b.wav")

    assert JobKey.of(str(moved), Request()).digest == key.digest
    assert JobKey.of(str(moved), Request(beam_size=2)).digest != key.digest
    assert JobKey.of(str(moved), Request(targets=())).digest != key.digest


@pytest.mark.parametrize("at", [0, 299_999])
def test_file_that_was_changed_in_place_is_another_job(tmp_path: Path, at: int) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(b"x" * 300_000)
    times = path.stat()
    key = JobKey.of(str(path), Request())
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"y")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert JobKey.of(str(path), Request()).digest != key.digest


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (URL, URL),
        ("https://me:s3cret@cdn.example/a?b=c", "https://cdn.example/a?b=c"),
        ("rtsp://me:p@ss@cdn.example/a", "rtsp://cdn.example/a"),
        (f"{URL}?q=1&token=abc&x=2", f"{URL}?q=1&token=…&x=2"),
        (f"{URL}?access_token=abc#t=3", f"{URL}?access_token=…#t=3"),
        (f"{URL}?X-Amz-Signature=abc&Expires=5", f"{URL}?X-Amz-Signature=…&Expires=5"),
        ("/home/me@work/a?b.wav", "/home/me@work/a?b.wav"),
    ],
)
def test_addresses_lose_their_credentials(given: str, shown: str) -> None:
    assert strip_credentials(given) == shown


def test_stream_with_a_fresh_token_is_the_same_job() -> None:
    assert JobKey.of(f"{URL}?token=1", Request()) == JobKey.of(f"{URL}?token=2", Request())


def test_credentials_in_the_request_are_not_kept() -> None:
    key = JobKey.of(URL, Request(language=ES, targets=()))
    secret = JobKey.of("https://me:s3cret@cdn.example/a", Request())

    assert key.request_json == '{"beam_size":1,"language":"es","targets":[]}'
    assert "s3cret" not in repr(secret)


def test_file_that_is_missing_or_a_folder(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound, match=r"nothing\.wav"):
        JobKey.of(str(tmp_path / "nothing.wav"), Request())


def test_standard_input_is_never_the_same_source_twice() -> None:
    assert JobKey.of("-", Request()) != JobKey.of("-", Request())


def test_relative_path_is_kept_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "talk 1.wav").touch()
    monkeypatch.chdir(tmp_path)

    assert JobKey.of("talk 1.wav", Request()).location == str(tmp_path / "talk 1.wav")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name there")
def test_pipe_is_never_the_same_source_twice(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert JobKey.of(str(tmp_path / "pipe"), Request()) != JobKey.of(str(tmp_path / "pipe"), Request())


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user who may be refused")
def test_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.touch(mode=0o000)
    with pytest.raises(SourceForbidden):
        JobKey.of(str(path), Request())
