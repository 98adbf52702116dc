"""A run connects to nothing, leaves nothing where nobody looks, and keeps passwords to itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.clips import spaced_out
from tests.support.commands import SAMPLE, streamlation
from tests.support.media_web import web_server

CANARY = "canary-7f3a9c"


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return spaced_out(SAMPLE, tmp_path_factory.mktemp("talk") / "talk.wav", sentences=1)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("strace"), reason="no strace")
def test_translating_a_file_connects_to_nothing_and_leaves_no_unknown_files(talk: Path, tmp_path: Path) -> None:
    trace, home = tmp_path / "trace", tmp_path / "user"
    home.mkdir()
    command = [sys.executable, "-m", "streamlation_desktop", "run", talk, "--to", "es", "-q", "-o", tmp_path / "out"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("STREAMLATION", "XDG"))}
    # seccomp: only these calls stop the program, and not every call of PocketSphinx and NumPy
    watched = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=connect,sendto,sendmsg,sendmmsg"]
    traced = [*watched, "-o", str(trace), *map(str, command)]
    done = subprocess.run(traced, env={**environment, "HOME": str(home)}, check=False, timeout=300)

    assert done.returncode == 0
    internet = [line for line in trace.read_text(errors="replace").splitlines() if "AF_INET" in line]
    assert internet == []
    folders = {path.relative_to(home).parts[:3] for path in home.rglob("*") if path.is_file()}
    assert {parts[-1] if len(parts) < 3 else parts[2] for parts in folders} <= {"streamlation"}


@pytest.mark.slow
@pytest.mark.network
def test_a_password_in_an_address_is_nowhere_afterwards(talk: Path, tmp_path: Path, home: Path) -> None:
    with web_server(talk.parent) as web:
        address = f"{web.url}/{talk.name}".replace("://", f"://user:{CANARY}@")
        done = streamlation("run", address, "--to", "es", "-o", tmp_path / "out", "--json")

    assert done.code == 0, done.err
    assert CANARY not in done.out + done.err
    places = [*home.rglob("*"), *(tmp_path / "out").rglob("*")]
    holders = [path for path in places if path.is_file() and CANARY.encode() in path.read_bytes()]
    assert holders == []
