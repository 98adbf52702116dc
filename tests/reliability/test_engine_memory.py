"""A model that needs more memory than there is costs a job one retry, or one plain error; never the machine."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import InferenceFailed, OutOfMemory
from streamlation_desktop.core.events import Degraded, EventBus
from streamlation_desktop.session.memory_limit import is_out_of_memory, usual_limit
from streamlation_desktop.session.remote import RemoteRunner
from streamlation_desktop.session.request import JobRequest
from tests.support.commands import SAMPLE
from tests.support.frail_engine import frail_command

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="other systems bound it otherwise")]


def run(runner: RemoteRunner) -> list[Degraded]:
    """Run a job; returns what the user was told."""
    told: list[Degraded] = []
    events = EventBus()
    events.subscribe(lambda envelope: told.append(envelope.event) if isinstance(envelope.event, Degraded) else None)
    runner.run(JobRequest("talk.wav"), events, CancelToken())
    return told


def test_a_job_that_does_not_fit_goes_on_with_less_and_says_so_once(tmp_path: Path) -> None:
    runner = RemoteRunner(frail_command("hungry-once", tmp_path / "marker"))
    [told] = run(runner)
    runner.close()
    assert told.reason == "the models need more memory than there is"
    assert told.chosen == "a new one, with small batches on the processor"


def test_one_death_is_one_restart_however_many_jobs_it_interrupts(tmp_path: Path) -> None:
    runner = RemoteRunner(frail_command("dies-once-with-four", tmp_path / "marker"))
    told: list[list[Degraded]] = []
    jobs = [threading.Thread(target=lambda: told.append(run(runner))) for _ in range(4)]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join(60)
    runner.close()
    assert [len(each) for each in told] == [1, 1, 1, 1]


def test_deaths_in_quick_succession_end_the_job_though_it_gets_on(tmp_path: Path) -> None:
    runner = RemoteRunner(frail_command("dies-with-news", tmp_path / "marker"))
    with pytest.raises(InferenceFailed, match="again and again"):
        run(runner)
    runner.close()


def test_a_real_engine_within_too_little_memory_ends_in_one_plain_error(tmp_path: Path) -> None:
    """PocketSphinx ends its process when it gets no memory; the limit, and not the machine, decides that."""
    command = [sys.executable, "-m", "streamlation_desktop", "engine-process", "--memory", "150"]
    runner = RemoteRunner(command)
    with pytest.raises((InferenceFailed, OutOfMemory)):
        runner.run(JobRequest(str(SAMPLE)), EventBus(), CancelToken())
    runner.close()


def test_the_usual_limit_leaves_room_for_the_rest_of_the_machine() -> None:
    pages = int(Path("/proc/meminfo").read_text(encoding="ascii").split()[1]) * 1024
    limit = usual_limit()
    assert limit is not None
    assert 0.1 * pages < limit < 0.9 * pages


@pytest.mark.parametrize(
    "words",
    [
        "std::bad_alloc",
        "CUDA failed with error out of memory",
        "cuBLAS failed with status CUBLAS_STATUS_ALLOC_FAILED",
        "Failed to allocate memory for requested buffer of 9",
    ],
)
def test_what_libraries_say_of_memory_is_understood(words: str) -> None:
    failure = InferenceFailed("recognition failed")
    failure.__cause__ = RuntimeError(words)
    assert is_out_of_memory(failure)
    assert is_out_of_memory(OSError(12, "Cannot allocate memory"))
    assert not is_out_of_memory(RuntimeError("an error of another kind"))
