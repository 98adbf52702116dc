"""Starts the window several times at once, as an impatient user does."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 120.0


@contextmanager
def windows(home: Path, count: int) -> Iterator[list[subprocess.Popen[bytes]]]:
    """`count` starts at once on the same home, without a screen."""
    environment = {**os.environ, "STREAMLATION_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "streamlation_desktop", "gui"]
    started = [subprocess.Popen(command, env=environment, stderr=subprocess.PIPE) for _ in range(count)]
    try:
        yield started
    finally:
        for process in started:
            process.kill()
            process.communicate()


def wait_for_one(started: list[subprocess.Popen[bytes]]) -> list[int]:
    """Wait until all but one have ended; returns their exit codes.

    Raises:
        AssertionError: that does not come to pass, or all end.
    """
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        codes = [code for process in started if (code := process.poll()) is not None]
        if len(codes) >= len(started) - 1:
            break
        time.sleep(0.05)  # there is nothing to wait on for several processes
    assert len(codes) == len(started) - 1, f"{len(started) - len(codes)} windows are open, not one"
    return codes


def complaints(home: Path) -> list[str]:
    """Lines of the log that tell of an error or a lock."""
    log = home / "logs" / "streamlation.log"
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return [line for line in lines if " ERROR " in line or "locked" in line]
