"""What is passed to helpers says nothing about the person."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from streamlation_desktop.core.errors import OutputExists
from streamlation_desktop.session.checkup import Finding, Verdict
from streamlation_desktop.session.help_bundle import without_private_data, write_bundle
from streamlation_desktop.settings.logs import LOG_FILE
from streamlation_desktop.settings.paths import app_paths

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

    write_bundle(tmp_path / "help.zip", paths, findings)

    with zipfile.ZipFile(tmp_path / "help.zip") as bundle:
        assert bundle.namelist() == ["README.txt", "findings.json", "log.txt"]
        [found] = json.loads(bundle.read("findings.json"))
        assert found["subject"] == "folders"
        assert found["verdict"] == "works"
        assert b"maria" not in bundle.read("findings.json") + bundle.read("log.txt")
    with pytest.raises(OutputExists):
        write_bundle(tmp_path / "help.zip", paths, findings)
