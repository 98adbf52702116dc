"""The server with four jobs in its engine process, as many as it takes, ended by a signal while all are at work."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from streamlation_desktop.web.board import MAX_RUNNING
from tests.support.clips import spaced_out
from tests.support.commands import SAMPLE
from tests.support.kills import job_environment
from tests.support.waiting import until

PATIENCE = 120.0
LINGERS = 2.0
"""Seconds that a helper of the program, whose pipe has closed, may need to notice."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How the program ended."""

    code: int
    seconds: float
    """From the signal until the process was gone."""
    left: list[str]
    """Command lines of processes that were left behind."""
    running: int
    """Jobs that were at work when the signal came."""
    complaints: list[str]
    """Errors in its log."""


def four_talks(folder: Path) -> list[Path]:
    """A talk for each job; long enough that none ends by itself."""
    return [spaced_out(SAMPLE, folder / f"talk-{n}.wav", sentences=20 + n, pause=1.0) for n in range(MAX_RUNNING)]


def end_at_work(home: Path, talks: list[Path], number: signal.Signals, wait: float) -> Ending:
    """Start the server and its jobs; `wait` seconds after all are at work send it the signal."""
    command = [sys.executable, "-m", "streamlation_desktop", "serve", "--port", "0"]
    process = subprocess.Popen(command, env=job_environment(home), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        assert process.stdout is not None
        url, token = (process.stdout.readline().decode().split()[-1] for _ in range(2))
        for talk in talks:
            _ask(url, token, {"location": str(talk), "from": ["en"], "to": ["es"]})
        until(lambda: _running(url, token) == len(talks), PATIENCE)
        time.sleep(wait)  # the moment is what is tried, not waited for
        running = _running(url, token)
        process.send_signal(number)
        seconds = _seconds_until_gone(process)
    finally:
        process.kill()
        process.communicate()
    return Ending(process.returncode, seconds, _left_behind(home), running, _complaints(home))


def end_queue_at_work(home: Path, talk: Path, number: signal.Signals, wait: float) -> Ending:
    """The same with ``jobs run``, `wait` seconds after it began to recognize a talk that is to be dubbed."""
    program, environment = [sys.executable, "-m", "streamlation_desktop"], job_environment(home)
    dub = [*program, "dub", str(talk), "--from", "en", "--to", "es", "-o", str(home / "dubs"), "--queue"]
    subprocess.run(dub, env=environment, check=True, stdout=subprocess.DEVNULL)
    process = subprocess.Popen([*program, "jobs", "run", "--json"], env=environment, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        next(line for line in process.stdout if json.loads(line).get("stage") == "stt")
        time.sleep(wait)  # the moment is what is tried, not waited for
        process.send_signal(number)
        seconds = _seconds_until_gone(process)
    finally:
        process.kill()
        process.communicate()
    return Ending(process.returncode, seconds, _left_behind(home), 1, _complaints(home))


def _seconds_until_gone(process: subprocess.Popen[bytes]) -> float:
    """In small steps, so that a time in which all of this was stopped (SIGSTOP, a sleeping machine) does not count."""
    seconds, before = 0.0, time.monotonic()
    while process.poll() is None and seconds < PATIENCE:
        time.sleep(0.02)
        now = time.monotonic()
        seconds, before = seconds + min(now - before, 1.0), now
    return seconds


def _ask(url: str, token: str, body: dict[str, Any] | None = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    asked = urllib.request.Request(url.rstrip("/") + "/api/v1/sessions", data, headers)
    with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
        return json.load(answer)


def _running(url: str, token: str) -> int:
    return sum(session["state"] == "running" for session in _ask(url, token)["sessions"])


def _left_behind(home: Path) -> list[str]:
    """What still lives a little later."""
    deadline = time.monotonic() + LINGERS
    while (found := _living(home)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return found


def _living(home: Path) -> list[str]:
    """Processes in whose environment this home is."""
    found = []
    wanted = f"STREAMLATION_HOME={home}".encode()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if int(process.name) != os.getpid() and wanted in (process / "environ").read_bytes().split(b"\0"):
                found.append((process / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:
            continue  # it has ended
    return [command for command in found if command]


def _complaints(home: Path) -> list[str]:
    log = home / "logs" / "streamlation.log"
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return [line for line in lines if " ERROR " in line or " CRITICAL " in line]
