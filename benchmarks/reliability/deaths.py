"""Deaths of the engine process: ``python3 dev.py reliability deaths [COUNT [SEED]]`` (100).

A job runs in an engine process that is killed, crashed or stopped when an event of a kind comes, a kind after the
other. Each death must be noticed within 5 s, told once, and change nothing in the files. Exit code 1 otherwise.
"""

from __future__ import annotations

import os
import random
import signal
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import (
    CueCommitted,
    Degraded,
    EngineChosen,
    Envelope,
    Event,
    EventBus,
    SessionRecorded,
    SourceOpened,
    StageStats,
    Transcribed,
    Translated,
)
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.session.remote import RemoteRunner
from streamlation_desktop.session.request import JobRequest, OutputRequest
from tests.support.clips import spaced_out
from tests.support.commands import SAMPLE

KINDS: tuple[type[Event], ...] = (
    *(SourceOpened, SessionRecorded, EngineChosen, Transcribed, Translated, CueCommitted, StageStats),
)
SIGNALS = (signal.SIGKILL, signal.SIGSEGV, signal.SIGSTOP)
_MOST_SECONDS = 5.0


@dataclass(slots=True)
class Killer:
    """Sends a signal to the engine process at the first event of a kind, and notes when that was noticed."""

    kind: type[Event]
    number: signal.Signals
    noticed: list[float] = field(default_factory=list)
    _sent: float = 0.0

    def __call__(self, envelope: Envelope) -> None:
        if isinstance(envelope.event, Degraded):
            self.noticed.append(time.monotonic() - self._sent)
        elif isinstance(envelope.event, self.kind) and not self._sent:
            self._sent = time.monotonic()
            os.kill(_engine(), self.number)


def _engine() -> int:
    """The child that is an engine process, and no zombie."""
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text(encoding="ascii").split()
    for child in children:
        command = Path(f"/proc/{child}/cmdline").read_bytes()
        if b"engine-process" in command:
            return int(child)
    raise SystemExit("there is no engine process")


def main() -> int:
    """One job a death; the files are compared with those of an undisturbed one."""
    arguments = [int(argument) for argument in sys.argv[1:]]
    count, rng = (arguments or [100])[0], random.Random(arguments[1] if len(arguments) > 1 else 1)
    bad, waits = 0, list[float]()
    with tempfile.TemporaryDirectory(prefix="streamlation-deaths-") as name:
        folder = Path(name)
        os.environ["STREAMLATION_HOME"] = str(folder / "home")
        talk = spaced_out(SAMPLE, folder / "talk.wav", sentences=2)
        wanted = _job(talk, folder / "calm", None)
        for number in range(count):
            killer = Killer(KINDS[number % len(KINDS)], rng.choice(SIGNALS))
            os.environ["STREAMLATION_HOME"] = str(folder / f"home-{number}")
            found = _job(talk, folder / f"out-{number}", killer)
            is_good = found == wanted and len(killer.noticed) == 1 and killer.noticed[0] <= _MOST_SECONDS
            bad += not is_good
            waits += killer.noticed
            print(f"{number + 1}: {killer.number.name} at {killer.kind.__name__}: {killer.noticed}", flush=True)
    print(f"{count} deaths, {bad} bad; noticed after {statistics.median(waits):.2f} s, at most {max(waits):.2f} s")
    return 1 if bad else 0


def _job(talk: Path, output: Path, killer: Killer | None) -> dict[str, bytes]:
    request = JobRequest(str(talk), targets=(LanguageCode("es"),), sources=(LanguageCode("en"),))
    events, runner = EventBus(), RemoteRunner()
    if killer is not None:
        events.subscribe(killer)
    runner.run(replace(request, output=OutputRequest(folder=output)), events, CancelToken())
    runner.close()
    return {path.name: path.read_bytes() for path in output.iterdir()}


if __name__ == "__main__":
    sys.exit(main())
