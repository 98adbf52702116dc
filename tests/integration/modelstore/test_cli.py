from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from streamlation_desktop.cli import main
from streamlation_desktop.modelstore.staging import INCOMING
from streamlation_desktop.modelstore.store import ModelStore
from streamlation_desktop.settings.paths import AppPaths
from tests.support.hub_mirror import COMMIT, Fault, HubMirror

pytestmark = [pytest.mark.network, pytest.mark.timeout(90)]


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main.run(["models", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_list_filters_by_what_a_person_wants(store: ModelStore, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, "list", "--from", "english", "--to", "es", "--json")
    assert code == 0
    rows = {row["id"]: row for row in json.loads(out)}
    assert rows["starter-mt"]["state"] == "built in"
    assert rows["nllb-200-distilled-600m"]["restricted"]
    assert rows["mini-en-es"]["state"] == "available"
    assert not any(row["kind"] == "recognizer" for row in rows.values())
    assert "opus-mt-es-en" not in rows


def test_list_for_people_names_state_and_terms(store: ModelStore, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, "list", "--kind", "recognizer", "--disk")
    assert code == 0
    assert "whisper-small" in out
    assert "file on cpu" in out
    assert "free" in out
    assert "Translators" not in out


def test_list_says_when_nothing_fits(store: ModelStore, capsys: pytest.CaptureFixture[str]) -> None:
    assert "No model serves that" in _run(capsys, "list", "--kind", "voice", "--to", "tlh")[1]
    code, _, err = _run(capsys, "list", "--to", "blabla")
    assert (code, "hint:" in err) == (2, True)


def test_install_shows_terms_and_size_then_installs(
    store: ModelStore, mirror: HubMirror, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = _run(capsys, "install", "mini-en-es", "--yes")
    assert code == 0
    assert "CC-BY-4.0" in err
    assert "1.0 MB" in err
    assert "mini-en-es is installed" in err
    assert _run(capsys, "verify")[:2] == (0, "mini-en-es: ok\nstarter-mt: ok\npocketsphinx-en-us: ok\nespeak-ng: ok\n")


def test_licence_gate(store: ModelStore, mirror: HubMirror, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = _run(capsys, "install", "mini-nc", "--yes")
    assert code == 4
    assert "--accept-licence" in err
    assert not mirror.requests
    assert _run(capsys, "install", "mini-nc", "--yes", "--accept-licence")[0] == 0
    assert "CC-BY-NC-4.0" in _run(capsys, "licences", "mini-nc")[1]


def test_damage_is_reported_with_exit_code_and_repaired_by_install(
    store: ModelStore, mirror: HubMirror, capsys: pytest.CaptureFixture[str]
) -> None:
    _run(capsys, "install", "mini-en-es", "--yes")
    (store.get("mini-en-es").path / "model.bin").write_bytes(b"oops")
    code, out, err = _run(capsys, "verify", "mini-en-es")
    assert (code, out) == (4, "mini-en-es: model.bin wrong size\n")
    assert "Install them again" in err
    _run(capsys, "install", "mini-en-es", "--yes")
    assert _run(capsys, "verify", "mini-en-es")[0] == 0


def test_import_and_remove(store: ModelStore, models: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = shutil.copytree(models / "mini-en-es", tmp_path / "my model")
    code, _, err = _run(capsys, "import", str(folder))
    assert (code, "--from and --to" in err) == (2, True)
    assert _run(capsys, "import", str(folder), "--from", "en")[0] == 2
    code, _, err = _run(capsys, "import", str(folder), "--from", "en", "--to", "es", "--id", "mine")
    assert code == 0
    assert "mine is installed" in err
    code, out, _ = _run(capsys, "remove", "mine")
    assert (code, "freed" in out) == (0, True)
    assert _run(capsys, "remove")[0] == 2
    assert _run(capsys, "remove", "starter-mt")[0] == 2
    assert _run(capsys, "remove", "--unfinished")[0] == 0


def test_misspelt_id_is_a_usage_error_with_a_suggestion(store: ModelStore, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = _run(capsys, "install", "mini-en-se")
    assert code == 2
    assert "mini-en-es" in err


def test_ctrl_c_stops_at_once_keeps_the_part_and_the_next_run_goes_on(
    store: ModelStore, mirror: HubMirror, paths: AppPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    release = threading.Event()
    mirror.fail("model.bin", Fault(cut_after=50_000, hold=release))
    command = [sys.executable, "-m", "streamlation_desktop", "models", "install", "mini-en-es", "--yes"]
    child = subprocess.Popen(command, env=dict(os.environ), stderr=subprocess.PIPE, text=True)
    part = paths.models / INCOMING / "mini-en-es" / COMMIT / "model.bin.part"
    try:
        assert mirror.sent.wait(60)
        while not (part.exists() and part.stat().st_size == 50_000):
            assert child.poll() is None
            threading.Event().wait(0.02)  # another process's disk has no event to wait for
        child.send_signal(signal.SIGINT)
        _, err = child.communicate(timeout=20)  # the server is still silent
    finally:
        child.kill()
        release.set()
    assert (child.returncode, "What arrived is kept" in err) == (130, True)
    assert part.stat().st_size == 50_000
    assert _run(capsys, "install", "mini-en-es", "--yes")[0] == 0
    assert mirror.fetched("model.bin")[-1].range == "bytes=50000-"
