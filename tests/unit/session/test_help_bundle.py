"""What is passed to helpers says nothing about the person."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from streamlation_desktop import __version__
from streamlation_desktop.core.errors import OutputExists
from streamlation_desktop.session.checkup import Finding, Verdict
from streamlation_desktop.session.help_bundle import bundle_texts, without_private_data, write_bundle
from streamlation_desktop.settings.logs import LOG_FILE
from streamlation_desktop.settings.paths import app_paths
from streamlation_desktop.storage.recent import RecentEvent

LOG = """\
2026-11-25 10:00:00 1 MainThread INFO streamlation_desktop.media: opening https://user:pw@video.example/private?t=1
2026-11-25 10:00:01 1 MainThread INFO x: source.not-found: /home/maria/Filme/Scheidung.mp4 does not exist
2026-11-25 10:00:02 1 MainThread ERROR streamlation_desktop.y: cannot translate 'I never loved you'
2026-11-25 10:00:03 1 MainThread INFO streamlation_desktop.z: device at 192.168.7.20 for maria@example.org
Traceback (most recent call last):
  File "/usr/lib/streamlation/session.py", line 12, in run
ValueError: C:\\Users\\maria\\talk.wav
"""
PRIVATE = ("maria", "Scheidung", "Filme", "loved", "192.168", "example", "pw@", "private", "talk")


def test_names_paths_addresses_and_what_was_said_are_taken_out() -> None:
    cleaned = without_private_data(LOG, ["maria"])

    assert [word for word in PRIVATE if word in cleaned] == []
    assert "source.not-found: <path.mp4> does not exist" in cleaned
    assert "<https address>" in cleaned
    assert "line 12, in run" in cleaned
    assert cleaned.count("\n") == LOG.count("\n")


def test_the_bundle_can_be_read_by_a_person(tmp_path: Path) -> None:
    paths = app_paths()
    paths.ensure()
    (paths.logs / LOG_FILE).write_text(LOG, encoding="utf-8")
    findings = [Finding("folders", Verdict.WORKS, "/home/maria/.local/share/streamlation")]

    paths.settings_file.write_text(
        '[output]\nfolder = "/home/maria/Filme"\n[compute]\ndevice = "cpu"\n', encoding="utf-8"
    )
    texts = bundle_texts(paths, findings, [RecentEvent(1.0, "abc123", "state-changed")])

    write_bundle(tmp_path / "help.zip", texts)

    with zipfile.ZipFile(tmp_path / "help.zip") as bundle:
        assert bundle.namelist() == [*texts]
        [found] = json.loads(bundle.read("findings.json"))
        assert found["subject"] == "folders"
        assert found["verdict"] == "works"
        assert json.loads(bundle.read("settings.json")) == {"output": {"folder": "<set>"}, "compute": {"device": "cpu"}}
        assert json.loads(bundle.read("events.json"))[0]["kind"] == "state-changed"
        assert json.loads(bundle.read("versions.json"))["streamlation"] == __version__
        assert [name for name in texts if "maria" in bundle.read(name).decode()] == []
    with pytest.raises(OutputExists):
        write_bundle(tmp_path / "help.zip", texts)
