"""A program with four jobs at work ends when it is told to, and leaves nothing behind; long: ``dev.py reliability``."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.support.four_jobs import end_at_work, four_talks

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
