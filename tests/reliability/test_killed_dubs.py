"""A dub that is killed gives the files of an undisturbed one; the long form is ``dev.py bench dubbing/kills.py``."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from tests.support.dubs import make_talk
from tests.support.kills import job_environment, outputs_in, run_once, run_with_kills


def dub_command(talk: Path, captions: Path, output: Path) -> list[str]:
    """The command line of a dub."""
    flags = ["--to", "es", "--from", "en", "--captions", str(captions), "-o", str(output), "-q"]
    return [sys.executable, "-m", "streamlation_desktop", "dub", str(talk), *flags]


def sound_and_text(outputs: dict[str, bytes]) -> dict[str, bytes]:
    """All but the manifest, which tells what the job cost."""
    return {name: data for name, data in outputs.items() if not name.endswith("manifest.json")}


@pytest.mark.slow
def test_killed_dubs_give_the_files_of_an_undisturbed_one(tmp_path: Path) -> None:
    talk, captions = make_talk(tmp_path)
    calm = tmp_path / "calm"
    seconds = run_once(dub_command(talk, captions, calm), job_environment(tmp_path / "calm-home"))
    expected = sound_and_text(outputs_in(calm))
    assert len(expected) == 5
    randomness = random.Random(11)
    kills = 0
    for number in range(2):
        output = tmp_path / f"killed-{number}"
        environment = job_environment(tmp_path / f"home-{number}")
        run = run_with_kills(
            dub_command(talk, captions, output), environment, output, randomness, lifetime=seconds * 1.3
        )
        kills += run.kills
        assert sound_and_text(run.outputs) == expected
        assert len(run.outputs) == len(expected) + 1
    assert kills >= 1
