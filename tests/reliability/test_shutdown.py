"""A program at work ends when it is told to, and leaves nothing behind; long: ``dev.py reliability shutdown``."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from streamlation_desktop.cli.job import EXIT_INTERRUPTED
from streamlation_desktop.core.jobs import JobState, Stage
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.jobs import JobStore
from tests.support.clips import spaced_out
from tests.support.commands import SAMPLE
from tests.support.four_jobs import end_at_work, end_queue_at_work, four_talks

MOST_SECONDS = 30.0
"""The goal of 5 s is held by the long form on a machine that is not shared."""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc")
def test_a_server_with_four_jobs_ends_at_a_signal_and_leaves_no_process(tmp_path: Path) -> None:
    ending = end_at_work(tmp_path / "home", four_talks(tmp_path), signal.SIGTERM, wait=0.5)
    assert ending.code == 0
    assert ending.running == 4
    assert ending.left == []
    assert ending.complaints == []
    assert ending.seconds < MOST_SECONDS


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc")
def test_a_queue_ends_at_a_signal_in_the_middle_of_recognition_and_keeps_its_job(tmp_path: Path) -> None:
    home = tmp_path / "home"
    talk = spaced_out(SAMPLE, tmp_path / "talk.wav", sentences=20, pause=1.0)
    ending = end_queue_at_work(home, talk, signal.SIGTERM, wait=0.5)
    assert ending.code == EXIT_INTERRUPTED
    assert ending.left == []
    assert ending.complaints == []
    assert ending.seconds < MOST_SECONDS
    with Database(home / "data" / "streamlation.db") as database:
        [job] = JobStore(database).list()
    assert [track.stage for track in job.tracks] == [Stage.STT]
    assert job.state is JobState.RUNNING
