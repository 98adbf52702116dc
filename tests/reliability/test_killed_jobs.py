"""A job that is killed loses and repeats nothing; the long form is ``dev.py reliability``."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.support.clips import spaced_out
from tests.support.commands import SAMPLE
from tests.support.kills import job_command, job_environment, outputs_in, run_once, run_with_kills

FORMATS = ("-f", "srt,vtt,json", "--to", "es")


@pytest.mark.slow
def test_killed_jobs_give_the_files_of_an_undisturbed_one(tmp_path: Path) -> None:
    source = spaced_out(SAMPLE, tmp_path / "talk.wav")
    calm = tmp_path / "calm"
    seconds = run_once(job_command(source, calm, *FORMATS), job_environment(tmp_path / "calm-home"))
    randomness = random.Random(7)
    kills = 0
    for number in range(2):
        output = tmp_path / f"killed-{number}"
        command = job_command(source, output, *FORMATS)
        environment = job_environment(tmp_path / f"home-{number}")
        run = run_with_kills(command, environment, output, randomness, lifetime=seconds * 1.3)
        kills += run.kills
        assert run.outputs == outputs_in(calm)
    assert kills >= 1
