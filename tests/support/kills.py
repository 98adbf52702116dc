"""Kills a job at random moments and starts it again, until it is done.

Moments are told in processor time of the job, so that they lie where they lie on a quiet machine, too.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

EXIT_EXISTS = 5
_GROWTH = 0.1
_PATIENCE = 1200.0
_LOOK = 0.005


@dataclass(frozen=True, slots=True)
class KillRun:
    """How one disturbed job went."""

    kills: int
    outputs: dict[str, bytes]
    """What it wrote, by file name."""


def job_command(source: Path, output: Path, *extra: str) -> list[str]:
    """The command line of a job."""
    return [sys.executable, "-m", "streamlation_desktop", "run", str(source), "-o", str(output), "-q", *extra]


def job_environment(home: Path) -> dict[str, str]:
    """An environment in which the application lives in `home`."""
    return {**os.environ, "STREAMLATION_HOME": str(home), "ORT_DISABLE_TELEMETRY": "1"}


def run_once(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Run undisturbed; returns the seconds of processor time that it took."""
    before = os.times()
    subprocess.run(command, env=environment, check=True, timeout=_PATIENCE)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def run_with_kills(
    command: Sequence[str],
    environment: Mapping[str, str],
    output: Path,
    randomness: random.Random,
    *,
    lifetime: float,
    on_kill: Callable[[float], None] = lambda lived: None,
) -> KillRun:
    """Start, kill -9 after a random part of `lifetime` seconds, start again …, until a start lives to the end.

    The lifetime grows with each kill, so that every job comes to its end. `on_kill` is told how long that start had
    lived.
    """
    kills = 0
    while True:
        lives = randomness.uniform(0.05, lifetime * (1 + _GROWTH * kills))
        process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)
        if _outlives(process, lives):
            process.kill()
        _, error = process.communicate(timeout=_PATIENCE)
        if process.returncode == -signal.SIGKILL:
            kills += 1
            on_kill(lives)
            continue
        if process.returncode == EXIT_EXISTS and kills:
            return KillRun(kills, outputs_in(output))  # the last kill came after the job had ended
        if process.returncode != 0:
            raise AssertionError(f"exit code {process.returncode}: {error.decode(errors='replace')}")
        return KillRun(kills, outputs_in(output))


def _outlives(process: subprocess.Popen[bytes], seconds: float) -> bool:
    """Wait until it has used so much processor time, or has ended before."""
    deadline = time.monotonic() + _PATIENCE
    while process.poll() is None:
        if _used(process.pid) >= seconds:
            return True
        assert time.monotonic() < deadline, "the job stands still"
        time.sleep(_LOOK)
    return False


def _used(pid: int) -> float:
    """Seconds of processor time of a process."""
    words = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


def outputs_in(folder: Path) -> dict[str, bytes]:
    """Files of a job by name, hidden ones, too: what a kill left half-written must be gone."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
