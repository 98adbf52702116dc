"""Kill jobs, and open damaged databases: ``python -m benchmarks.reliability.ledger [KILLS] [FILES]``."""

from __future__ import annotations

import collections
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


def kills(count: int) -> None:
    """Kill jobs of 60 chunks at random moments."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        report = crash(Path(folder), count, chunks=60, rng=random.Random(1))
        print(f"{report} in {time.perf_counter() - started:.0f} s")


def damage(count: int) -> None:
    """Open, search and write mutated databases, each in a process of its own that may die or hang."""
    outcomes: collections.Counter[str] = collections.Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path, rng = folder / "history.db", random.Random(2)
        with Database(path) as database, ChunkLedger(database).begin(job(folder)) as session:
            for ordinal in range(100):
                done = captions(chunk(ordinal))
                session.commit_chunk(chunk(ordinal))
                session.commit_captions(ordinal, ES, done.translations, done.cues)
        sound = path.read_bytes()
        for _ in range(count):
            for leftover in folder.glob("history*"):
                leftover.unlink()
            path.write_bytes(mutated(sound, rng))
            outcomes[_attempt(path)] += 1
    print(dict(outcomes))


def _attempt(path: Path) -> str:
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.alarm(_SECONDS_PER_FILE)
        code = 3
        try:
            code = _use(path)
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return f"signal {os.WTERMSIG(status)}"
    return ("used", "set aside", "refused with an error of ours", "another exception")[os.WEXITSTATUS(status)]


def _use(path: Path) -> int:
    try:
        with Database(path) as database:
            search(database, "river")
            with ChunkLedger(database).begin(job(path.parent)) as session:
                session.commit_chunk(chunk(len(session.committed.chunks)))
            return 1 if database.warnings else 0
    except StorageError:
        return 2


if __name__ == "__main__":
    counts = [int(argument) for argument in sys.argv[1:]] or [200, 1000]
    kills(counts[0])
    damage(counts[-1])
