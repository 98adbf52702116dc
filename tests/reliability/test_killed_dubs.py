"""A dub that is killed gives the files of an undisturbed one; the long form is ``benchmarks/dubbing/kills.py``."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support.dubs import make_talk
from tests.support.kills import job_environment, killed_when, outputs_in, run_once


def dub_command(talk: Path, captions: Path, output: Path, *extra: str) -> list[str]:
    """The command line of a dub."""
    flags = ["--to", "es", "--from", "en", "--captions", str(captions), "-o", str(output), *extra]
    return [sys.executable, "-m", "streamlation_desktop", "dub", str(talk), *flags]


def sound_and_text(outputs: dict[str, bytes]) -> dict[str, bytes]:
    """All but the manifest, which tells what the job cost."""
    return {name: data for name, data in outputs.items() if not name.endswith("manifest.json")}


@pytest.mark.slow
def test_a_dub_killed_in_two_stages_gives_the_files_of_an_undisturbed_one(tmp_path: Path) -> None:
    talk, captions = make_talk(tmp_path)
    calm, killed, home = tmp_path / "calm", tmp_path / "killed", job_environment(tmp_path / "killed-home")
    run_once(dub_command(talk, captions, calm, "-q"), job_environment(tmp_path / "calm-home"))
    expected = sound_and_text(outputs_in(calm))
    assert len(expected) == 5

    for stage, with_engine in (("dubbing", True), ("mixing", False)):
        command = dub_command(talk, captions, killed, "--json")
        moment = {"type": "job-progressed", "stage": stage}
        assert killed_when(command, home, moment, with_engine=with_engine)
        assert not killed.exists()
    run_once(dub_command(talk, captions, killed, "-q"), home)
    assert sound_and_text(outputs_in(killed)) == expected
