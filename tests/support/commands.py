"""Runs the program as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "sample.mp4"


@dataclass(frozen=True, slots=True)
class Finished:
    """How a command ended."""

    code: int
    out: str
    err: str


def streamlation(*arguments: str | Path, cwd: Path | None = None, stdin: bytes = b"", timeout: float = 240) -> Finished:
    """Run ``streamlation`` in a process of its own, with the test's home."""
    done = subprocess.run(
        [sys.executable, "-m", "streamlation_desktop", *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        timeout=timeout,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "200"},
    )
    return Finished(done.returncode, done.stdout.decode(), done.stderr.decode())
