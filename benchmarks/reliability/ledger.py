"""Kill jobs, and open damaged databases: ``python3 dev.py reliability ledger [KILLS [FILES [SEED]]]`` (1000 3000 1).

Exit code 1 when anything was lost, doubled or unsound, or a process died, hung or raised what is no error of ours.
"""

from __future__ import annotations

import collections
import logging
import os
import random
import resource
import signal
import sys
import tempfile
import time
from pathlib import Path

from streamlation_desktop.core.errors import StorageError
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.ledger import ChunkLedger
from streamlation_desktop.storage.search import search
from tests.support.crashes import crash
from tests.support.ledger import ES, captions, chunk, job
from tests.support.mutations import mutated

_SECONDS_PER_FILE = 20
_GOOD = ("used", "set aside", "refused with an error of ours")


def kills(count: int, seed: int) -> bool:
    """Kill jobs of 60 chunks at random moments; True when nothing was lost."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        report = crash(Path(folder), count, chunks=60, rng=random.Random(seed))
        print(f"{report} in {time.perf_counter() - started:.0f} s", flush=True)
    return not (report.lost or report.doubled or report.unsound or report.problems)


def damage(count: int, seed: int) -> bool:
    """Open, search and write mutated databases, each in a process of its own; True when none died or hung."""
    outcomes: collections.Counter[str] = collections.Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path, rng = folder / "history.db", random.Random(seed + 1)
        with Database(path) as database, ChunkLedger(database).begin(job(folder)) as session:
            for ordinal in range(100):
                done = captions(chunk(ordinal))
                session.commit_chunk(chunk(ordinal))
                session.commit_captions(ordinal, ES, done.translations, done.cues)
        sound = path.read_bytes()
        started, slowest = time.monotonic(), 0.0
        for number in range(1, count + 1):
            for leftover in folder.glob("history*"):
                leftover.unlink()
            path.write_bytes(mutated(sound, rng))
            begun = time.monotonic()
            outcomes[_attempt(path)] += 1
            slowest = max(slowest, time.monotonic() - begun)
            if number % 100 == 0 or number == count:
                print(f"{number} in {time.monotonic() - started:.0f} s, slowest {slowest:.2f} s:", dict(outcomes))
                sys.stdout.flush()
    return set(outcomes) <= set(_GOOD)


def _attempt(path: Path) -> str:
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.alarm(_SECONDS_PER_FILE)
        code = 3
        try:
            code = _use(path)
        except Exception:
            logging.exception("an error that is none of ours")
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return f"signal {os.WTERMSIG(status)}"
    return (*_GOOD, "another exception")[os.WEXITSTATUS(status)]


def _use(path: Path) -> int:
    try:
        with Database(path) as database:
            search(database, "river")
            with ChunkLedger(database).begin(job(path.parent)) as session:
                session.commit_chunk(chunk(len(session.committed.chunks)))
            return 1 if database.warnings else 0
    except StorageError:
        return 2


def main() -> int:
    """Both parts."""
    count, files, seed = ([int(argument) for argument in sys.argv[1:]] + [1000, 3000, 1][len(sys.argv) - 1 :])[:3]
    held = [kills(count, seed), damage(files, seed)]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
