"""The long forms of the reliability tests: ``python3 dev.py reliability [NAME [ARGUMENTS]]``.

kills [--kills N]       kill -9 of the whole program (1000)
ledger [KILLS FILES]    kills of a job of the ledger (1000), mutated databases (3000)
edges [DISKS]           full disks (50), and migrations killed at each of their statements
power [CUTS]            power cuts with torn sectors, in a job and in the clips of a dub (1000)
deaths [COUNT]          deaths and hangs of the engine process, in every phase of a job (100)
dubs [JOBS]             kill -9 of dubs, one in each stage of a job (20 jobs: 100 kills)
shutdown [ROUNDS]       ends of a program with four jobs at work, by a signal (200)
instances [ROUNDS]      starts of the window, five at once (10 rounds)
cast [TIMES]            a television whose connection breaks while it plays (50)
parsers [-n N] [NAME …] broken files for every parser (10,000 each; media 2,000)
guards [NAME …]         each guard taken out of a copy: whether a test of its row fails then
coverage [-s S] [NAME …] fuzzing that looks for new paths, with atheris (60 s each; only by this name)
drops [--source radio]  100 faults of the server of a live stream: resets, stalls, 503, 404, 403 …
servers [--source hls]  100 kills of nginx-rtmp (icecast, rtsp) under one live session, judged by its SRT
suspend                 the program stopped for a minute, three times, while a stream goes on
clock                   the wall clock set a day on and back under a live session
soak [--hours H]        four hours of a live session, four times as fast: memory, lag, threads, descriptors

Without a name all of them, one after the other: some hours.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FORMS: dict[str, tuple[str, list[str]]] = {
    "kills": ("benchmarks.reliability.kills", []),
    "ledger": ("benchmarks.reliability.ledger", ["1000", "3000"]),
    "edges": ("benchmarks.reliability.edges", ["50"]),
    "power": ("benchmarks.reliability.power", ["1000"]),
    "deaths": ("benchmarks.reliability.deaths", ["100"]),
    "dubs": ("benchmarks.dubbing.kills", ["20"]),
    "shutdown": ("benchmarks.reliability.shutdown", ["200"]),
    "instances": ("benchmarks.reliability.instances", ["10"]),
    "cast": ("benchmarks.reliability.cast_gone", ["50"]),
    "parsers": ("benchmarks.reliability.parsers", []),
    "guards": ("benchmarks.reliability.guards", []),
    "drops": ("benchmarks.live.drops", ["--faults"]),
    "servers": ("benchmarks.live.server_kills", ["--faults", "100"]),
    "suspend": ("benchmarks.live.server_kills", ["--fault", "suspend", "--faults", "3"]),
    "clock": ("benchmarks.live.server_kills", ["--fault", "clock", "--faults", "8"]),
    "soak": ("benchmarks.live.soak", ["--hours", "4", "--speed", "4"]),
}


def main(arguments: list[str]) -> int:
    """Run one form, or all; the first failure is the exit code."""
    if arguments and arguments[0] not in FORMS:
        print(__doc__)
        return 0 if arguments[0] in ("-h", "--help") else 2
    for name in [arguments[0]] if arguments else list(FORMS):
        module, preset = FORMS[name]
        print(f"== {name}", flush=True)
        done = subprocess.run([sys.executable, "-m", module, *(arguments[1:] or preset)], cwd=ROOT, check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
