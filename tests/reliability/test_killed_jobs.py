"""A job that is killed loses and repeats nothing; the long form is ``dev.py reliability``."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from tests.support.clips import spaced_out
from tests.support.commands import SAMPLE
from tests.support.kills import job_command, job_environment, outputs_in, run_once, run_with_kills

FORMATS = ("-f", "srt,vtt,json", "--to", "es")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads processor times in /proc")
def test_killed_job_gives_the_files_of_an_undisturbed_one(tmp_path: Path) -> None:
    source, calm, output = (
        spaced_out(SAMPLE, tmp_path / "talk.wav", sentences=2),
        tmp_path / "calm",
        tmp_path / "killed",
    )
    seconds = run_once(job_command(source, calm, *FORMATS), job_environment(tmp_path / "calm-home"))
    command, environment = job_command(source, output, *FORMATS), job_environment(tmp_path / "home")
    run = run_with_kills(command, environment, output, random.Random(7), lifetime=seconds * 1.3)
    assert run.kills >= 1
    assert run.outputs == outputs_in(calm)
