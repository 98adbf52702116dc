"""The engine process dies, stops or is left alone: jobs go on, and nothing is left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import InferenceFailed
from streamlation_desktop.core.events import Degraded, EventBus
from streamlation_desktop.session.remote import MAX_RESTARTS, RemoteRunner
from streamlation_desktop.session.request import JobRequest
from tests.support.clips import spaced_out
from tests.support.commands import SAMPLE
from tests.support.kills import job_command

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="finds the child in /proc")]


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sentences far apart: a chunk each."""
    return spaced_out(SAMPLE, tmp_path_factory.mktemp("talk") / "talk.wav", sentences=2)


def start(talk: Path, output: Path) -> subprocess.Popen[bytes]:
    command = [*job_command(talk, output, "--to", "es", "--json"), "--engine-process"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def events_until(process: subprocess.Popen[bytes], kind: str) -> Iterator[dict[str, Any]]:
    assert process.stdout is not None
    for line in process.stdout:
        event: dict[str, Any] = json.loads(line)
        yield event
        if event["type"] == kind:
            return


def engine_of(process: subprocess.Popen[bytes]) -> int:
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
    assert len(children) == 1
    return int(children[0])


def is_gone(pid: int, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(") ")[2][0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


def test_one_that_stops_is_replaced_and_the_job_ends_well(talk: Path, tmp_path: Path) -> None:
    process = start(talk, tmp_path)
    seen = list(events_until(process, "transcribed"))
    os.kill(engine_of(process), signal.SIGSTOP)
    seen += list(events_until(process, "degraded"))
    assert "hung" in seen[-1]["reason"]
    _, error = process.communicate(timeout=200)
    assert process.returncode == 0, error
    assert (tmp_path / "talk.es.srt").exists()


def test_one_that_dies_again_and_again_ends_the_job_with_one_plain_error() -> None:
    deaths: list[Degraded] = []
    events = EventBus()
    events.subscribe(lambda envelope: deaths.append(envelope.event) if isinstance(envelope.event, Degraded) else None)
    dying = RemoteRunner([sys.executable, "-c", "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"])

    with pytest.raises(InferenceFailed, match="killed by signal 11, again and again"):
        dying.run(JobRequest("talk.wav"), events, CancelToken())

    assert len(deaths) == MAX_RESTARTS
    assert deaths[0].chosen == "a new one, which goes on where it stopped"
    assert deaths[1].chosen == "a new one, with small batches on the processor"


def test_one_stands_behind_its_parent_and_ends_when_that_is_killed(talk: Path, tmp_path: Path) -> None:
    process = start(talk, tmp_path)
    list(events_until(process, "engine-chosen"))
    engine = engine_of(process)
    own = os.getpriority(os.PRIO_PROCESS, process.pid)
    assert os.getpriority(os.PRIO_PROCESS, engine) == min(19, own + 5)
    process.kill()
    process.communicate()
    assert is_gone(engine, 30)
