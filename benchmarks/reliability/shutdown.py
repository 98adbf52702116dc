"""Ends of the program with four jobs at work: ``python3 dev.py reliability shutdown [ROUNDS [SEED]]`` (200).

The server is given as many jobs as it takes, which share one engine process. At a random moment it is told to end, by
SIGTERM and SIGINT in turns. It must be gone within 5 s with exit code 0, leave no process and no error in its log, and
what it stored must be sound. Each fifth round is ``jobs run`` in the middle of recognition, whose code is 130. Ten
rounds go on with the same home, so that jobs are gone on with as well.
"""

from __future__ import annotations

import random
import signal
import sqlite3
import statistics
import sys
import tempfile
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from streamlation_desktop.cli.job import EXIT_INTERRUPTED
from tests.support.four_jobs import Ending, end_at_work, end_queue_at_work, four_talks

_MOST_SECONDS = 5.0
_LONGEST_WAIT = 2.0
_ROUNDS_PER_HOME = 10
_ROUNDS_PER_QUEUE = 5


def main() -> int:
    """Every round; exit code 1 when one was bad."""
    rounds, seed = ([int(argument) for argument in sys.argv[1:]] + [200, 1][len(sys.argv) - 1 :])[:2]
    rng, bad, seconds, at_work = random.Random(seed), 0, list[float](), 0
    with tempfile.TemporaryDirectory(prefix="streamlation-ends-") as name:
        folder = Path(name)
        talks = four_talks(folder)
        for number in range(rounds):
            home = folder / f"home-{number // _ROUNDS_PER_HOME}"
            kind, wait = (signal.SIGTERM, signal.SIGINT)[number % 2], rng.uniform(0, _LONGEST_WAIT)
            is_queue = number % _ROUNDS_PER_QUEUE == _ROUNDS_PER_QUEUE - 1
            ending = end_queue_at_work(home, talks[0], kind, wait) if is_queue else end_at_work(home, talks, kind, wait)
            problem = _problem(ending, EXIT_INTERRUPTED if is_queue else 0) or _unsound(home)
            bad += bool(problem)
            seconds.append(ending.seconds)
            at_work += ending.running
            print(f"{number + 1}: {ending.running} jobs, {ending.seconds:.2f} s {problem or 'good'}", flush=True)
    usual, longest = statistics.median(seconds), max(seconds)
    print(f"{rounds} ends of {at_work} jobs at work: {bad} bad; gone after {usual:.2f} s, at most {longest:.2f} s")
    return 1 if bad else 0


def _problem(ending: Ending, code: int) -> str:
    if ending.code != code:
        return f"BAD: exit code {ending.code}"
    if ending.left:
        return f"BAD: left behind {ending.left}"
    if ending.seconds > _MOST_SECONDS:
        return "BAD: late"
    return f"BAD: {ending.complaints[0]}" if ending.complaints else ""


def _unsound(home: Path) -> str:
    """What is wrong with what is stored: a damaged file, a chunk twice or missing before another."""
    with closing(sqlite3.connect(home / "data" / "streamlation.db")) as db:
        [verdict] = db.execute("PRAGMA integrity_check").fetchone()
        if verdict != "ok":
            return f"BAD: {verdict}"
        gaps = db.execute("SELECT count(*), max(ordinal) + 1 FROM chunks GROUP BY session_id").fetchall()
    return "" if all(count == length for count, length in gaps) else f"BAD: chunks {gaps}"


if __name__ == "__main__":
    sys.exit(main())
