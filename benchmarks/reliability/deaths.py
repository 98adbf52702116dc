"""Deaths of the engine process: ``python3 dev.py reliability deaths [COUNT] [--seed S] [--log FILE]`` (100).

A job runs in an engine process that is killed, crashed or stopped when an event of a kind comes, a kind after the
other, as often as a job allows. Each death must be noticed within 5 s, told once, and change nothing in the files.
Exit code 1 otherwise. Each job is a line of the log; a run that finds the log goes on.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

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
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, nargs="?", default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--log", type=Path, help="told there, and gone on with from there")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    deaths = [(KINDS[number % len(KINDS)], rng.choice(SIGNALS)) for number in range(options.count)]
    done = _done(options.log)
    waits, bad = [wait for job in done for wait in job["waits"]], sum(job["bad"] for job in done)
    with tempfile.TemporaryDirectory(prefix="streamlation-deaths-") as name:
        folder = Path(name)
        os.environ["STREAMLATION_HOME"] = str(folder / "home")
        talk = spaced_out(SAMPLE, folder / "talk.wav", sentences=2)
        wanted = job_with_deaths(talk, folder / "calm", None)
        for first in range(MAX_RESTARTS * len(done), options.count, MAX_RESTARTS):
            killer = Killer(deaths[first : first + MAX_RESTARTS])
            os.environ["STREAMLATION_HOME"] = str(folder / f"home-{first}")
            found = job_with_deaths(talk, folder / f"out-{first}", killer)
            is_good = (
                found == wanted and len(killer.noticed) == len(killer.plan) and max(killer.noticed) <= _MOST_SECONDS
            )
            bad += not is_good
            waits += killer.noticed
            _keep(options.log, {"first": first, "bad": not is_good, "waits": killer.noticed})
            what = ", ".join(f"{death.name} at {kind.__name__}" for kind, death in killer.plan)
            print(f"{len(waits)}: {what}: {[round(wait, 2) for wait in killer.noticed]}", flush=True)
    usual, longest = statistics.median(waits), max(waits)
    print(f"{len(waits)} deaths, {bad} jobs bad; noticed after {usual:.2f} s, at most {longest:.2f} s")
    return 1 if bad else 0


def _done(log: Path | None) -> list[dict[str, Any]]:
    lines = log.read_text(encoding="utf-8").splitlines() if log is not None and log.exists() else []
    return [json.loads(line) for line in lines]


def _keep(log: Path | None, job: dict[str, Any]) -> None:
    if log is not None:
        with log.open("a", encoding="utf-8") as file:
            file.write(json.dumps(job) + "\n")


if __name__ == "__main__":
    sys.exit(main())
