"""Broken files by the thousand: ``python3 dev.py reliability parsers [-n 10000] [--first NUMBER] [PARSER ...]``.

Each parser runs in a process of its own with 4 GB of address space. An input that raises what is not an error of
ours, takes more than 2 s (media: 10 s), or kills the process is kept in ``out/fuzz``. ``media`` is films and sound of
all kinds (2,000 by default). Parser, seed and number tell an input: a run that was ended goes on with ``--first``.
"""

from __future__ import annotations

import argparse
import faulthandler
import multiprocessing
import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.support.broken_media import media_target
from tests.support.fuzz import attempt, broken, run_under_limits, targets

_MEMORY = 4 * 2**30
_PATIENCE = 300
"""Seconds after which an input counts as hung; where others use the machine or hold the run, most of it is theirs."""
_SAID = 1_000
MEDIA = "media"
OUT = Path(__file__).parents[2] / "out" / "fuzz"


def main() -> int:
    """Every parser in turn; exit code 1 when one fell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parsers", nargs="*", default=[*sorted(targets()), MEDIA])
    parser.add_argument("-n", type=int, help="inputs for each (10,000; media 2,000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, metavar="NUMBER", help="go on with this input")
    options = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    fell = 0
    print("| parser | inputs | accepted | refused | slow (> 2 s CPU) | fell | peak MB | s |")
    print("|---|---|---|---|---|---|---|---|", flush=True)
    for name in options.parsers:
        fell += _run(name, options.first, options.n or (2_000 if name == MEDIA else 10_000), options.seed)
    return 1 if fell else 0


def _run(name: str, first: int, count: int, seed: int) -> int:
    """Run from input `first` until `count` are done, in a new process after each fall; returns the falls."""
    started, done, totals = time.monotonic(), first, Counter[str]()
    while done < count:
        receiving, sending = multiprocessing.Pipe(duplex=False)
        child = multiprocessing.get_context("fork").Process(target=_work, args=(name, done, count, seed, sending))
        child.start()
        sending.close()
        with receiving:
            try:
                while True:
                    done, outcome, peak = receiving.recv()
                    totals[outcome] += 1
                    totals["peak"] = max(totals["peak"], peak)
                    if done % _SAID == 0:
                        print(f"{name}: {done}, {dict(totals)}", file=sys.stderr, flush=True)
            except EOFError:
                child.join()
        if child.exitcode:
            done, totals["fell"] = done + 1, totals["fell"] + 1
            print(f"{name}: input {done} ended the process with {child.exitcode}", file=sys.stderr, flush=True)
    counts = (totals[name] for name in ("accepted", "refused", "slow", "fell"))
    row = [name, count - first, *counts, totals["peak"] // 1024, round(time.monotonic() - started)]
    print("|", " | ".join(map(str, row)), "|", flush=True)
    return totals["fell"] + totals["slow"]


def _work(name: str, first: int, count: int, seed: int, report: Connection) -> None:
    run_under_limits(_MEMORY)
    faulthandler.enable()
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    with tempfile.TemporaryDirectory() as home:
        target = media_target(Path(home)) if name == MEDIA else targets()[name]
        os.environ["STREAMLATION_HOME"] = home
        for number in range(first, count):
            data = broken(target, random.Random(f"{name} {seed} {number}"))
            signal.alarm(_PATIENCE)
            started = time.process_time()
            kept = OUT / f"{name}-{seed}-{number}"
            kept.write_bytes(data)
            outcome = "accepted" if attempt(target, data, Path(home)) else "refused"
            if time.process_time() - started > target.most_seconds:
                outcome = "slow"
            else:
                kept.unlink()
            report.send((number + 1, outcome, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))


if __name__ == "__main__":
    sys.exit(main())
