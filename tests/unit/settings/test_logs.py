"""The log never disturbs: not even on a full disk."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from streamlation_desktop.settings.logs import LOG_FILE
from tests.support.commands import streamlation


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full")
def test_a_full_disk_costs_the_log_and_nothing_else(home: Path, tmp_path: Path) -> None:
    (home / "logs").mkdir(parents=True)
    (home / "logs" / LOG_FILE).symlink_to("/dev/full")
    done = streamlation("lint", tmp_path / "missing.srt")
    assert done.code == 3
    assert done.err.splitlines()[0].startswith("error: ")
    assert "Traceback" not in done.err
    assert "Logging error" not in done.err
    assert len(done.err.splitlines()) <= 2
