"""Deaths of the engine process: ``python3 dev.py reliability deaths [COUNT [SEED]]`` (100).

A job runs in an engine process that is killed, crashed or stopped when an event of a kind comes, a kind after the
other, as often as a job allows. Each death must be noticed within 5 s, told once, and change nothing in the files.
Exit code 1 otherwise.
"""

from __future__ import annotations

import os
import random
import signal
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from streamlation_desktop.core.events import (
    CueCommitted,
    EngineChosen,
    Event,
    SessionRecorded,
    SourceOpened,
    StageStats,
    Transcribed,
    Translated,
)
from streamlation_desktop.session.remote import MAX_RESTARTS
from tests.support.clips import spaced_out
from tests.support.commands import SAMPLE
from tests.support.deaths import Killer, job_with_deaths

KINDS: tuple[type[Event], ...] = (
    *(SourceOpened, SessionRecorded, EngineChosen, Transcribed, Translated, CueCommitted, StageStats),
)
SIGNALS = (signal.SIGKILL, signal.SIGSEGV, signal.SIGSTOP)
_MOST_SECONDS = 5.0


def main() -> int:
    """Some deaths a job; the files are compared with those of an undisturbed one."""
    arguments = [int(argument) for argument in sys.argv[1:]]
    count, rng = (arguments or [100])[0], random.Random(arguments[1] if len(arguments) > 1 else 1)
    deaths = [(KINDS[number % len(KINDS)], rng.choice(SIGNALS)) for number in range(count)]
    bad, waits = 0, list[float]()
    with tempfile.TemporaryDirectory(prefix="streamlation-deaths-") as name:
        folder = Path(name)
        os.environ["STREAMLATION_HOME"] = str(folder / "home")
        talk = spaced_out(SAMPLE, folder / "talk.wav", sentences=2)
        wanted = job_with_deaths(talk, folder / "calm", None)
        for first in range(0, count, MAX_RESTARTS):
            killer = Killer(deaths[first : first + MAX_RESTARTS])
            os.environ["STREAMLATION_HOME"] = str(folder / f"home-{first}")
            found = job_with_deaths(talk, folder / f"out-{first}", killer)
            is_good = (
                found == wanted and len(killer.noticed) == len(killer.plan) and max(killer.noticed) <= _MOST_SECONDS
            )
            bad += not is_good
            waits += killer.noticed
            what = ", ".join(f"{death.name} at {kind.__name__}" for kind, death in killer.plan)
            print(f"{len(waits)}: {what}: {[round(wait, 2) for wait in killer.noticed]}", flush=True)
    usual, longest = statistics.median(waits), max(waits)
    print(f"{len(waits)} deaths, {bad} jobs bad; noticed after {usual:.2f} s, at most {longest:.2f} s")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
