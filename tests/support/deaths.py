"""Kills the engine process of this process at chosen events of a job, and the program of a dub in chosen stages."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import Degraded, Envelope, Event, EventBus
from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.session.remote import RemoteRunner
from streamlation_desktop.session.request import JobRequest, OutputRequest
from tests.support.children import children
from tests.support.kills import outputs_in

Plan = Sequence[tuple[type[Event], signal.Signals]]


@dataclass(slots=True)
class Killer:
    """Sends the next signal of a plan at the first event of its kind, and notes how soon that was noticed."""

    plan: Plan
    noticed: list[float] = field(default_factory=list)
    """Seconds, for each death that was told of."""
    _sent: list[float] = field(default_factory=list)

    def __call__(self, envelope: Envelope) -> None:
        if isinstance(envelope.event, Degraded):
            self.noticed.append(time.monotonic() - self._sent[-1])
        elif len(self._sent) == len(self.noticed) < len(self.plan):  # the one before was noticed
            kind, number = self.plan[len(self._sent)]
            if isinstance(envelope.event, kind):
                self._sent.append(time.monotonic())
                os.kill(_engine(), number)


def job_with_deaths(talk: Path, output: Path, killer: Killer | None) -> dict[str, bytes]:
    """Translate in an engine process that the killer looks after; returns the files, without hidden rubbish."""
    request = JobRequest(str(talk), targets=(LanguageCode("es"),), sources=(LanguageCode("en"),))
    events, runner = EventBus(), RemoteRunner()
    if killer is not None:
        events.subscribe(killer)
    runner.run(replace(request, output=OutputRequest(folder=output)), events, CancelToken())
    runner.close()
    return outputs_in(output)


def killed_in(command: Sequence[str], environment: Mapping[str, str], stage: Stage, *, delay: float = 0.0) -> bool:
    """Start a dub and kill -9 it `delay` seconds after the beginning of `stage`; False when it was over before."""
    process = subprocess.Popen(
        [*command, "--json"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    with process, process.stdout as lines:
        for line in lines:
            event = json.loads(line)
            if event["type"] == "job-progressed" and event["stage"] == stage.value:
                time.sleep(delay)
                process.kill()
                return process.wait() == -signal.SIGKILL
    return False


def _engine() -> int:
    """The child that is an engine process, and no zombie."""
    return next(child for child, command in children() if b"engine-process" in command)
