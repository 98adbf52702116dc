"""Kills a job again and again, and checks what it left behind."""

from __future__ import annotations

import random
import signal
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, field
from multiprocessing import Pipe
from pathlib import Path

from streamlation_desktop.core.types import SAMPLE_RATE
from tests.support.ledger import SECONDS
from tests.support.ledger_job import FINISHED, start, work


@dataclass(slots=True)
class CrashReport:
    """What kills did to a ledger; all but `kills` and `jobs` must stay zero."""

    kills: int = 0
    jobs: int = 0
    lost: int = 0
    """Chunks that were acknowledged and are not there."""
    doubled: int = 0
    """Captions that are there twice, in rows or in the search index."""
    unsound: int = 0
    """Times that the file failed its integrity check."""
    redone: int = 0
    """Chunks that a run did although the run before had acknowledged them."""
    problems: list[str] = field(default_factory=list)


def crash(folder: Path, kills: int, *, chunks: int, rng: random.Random) -> CrashReport:
    """Run jobs of `chunks` chunks, killing each at a random acknowledgement until `kills` is reached."""
    report = CrashReport()
    while report.kills < kills:
        report.jobs += 1
        database, source = folder / f"{report.jobs}.db", folder / f"{report.jobs}.wav"
        source.write_bytes(rng.randbytes(1000))
        acknowledged: set[int] = set()
        while not _run(database, source, chunks, acknowledged, report, rng):
            check_ledger(database, acknowledged, report)
        check_ledger(database, set(range(chunks)), report)
    return report


def _run(
    database: Path, source: Path, chunks: int, acknowledged: set[int], report: CrashReport, rng: random.Random
) -> bool:
    """Start the job once; True when it came to its end, False when it was killed."""
    receiving, sending = Pipe(duplex=False)
    process = start(work, database, str(source), chunks, sending)
    sending.close()
    patience, delay, finished = rng.randrange(1, chunks), rng.random() * 0.01, False
    with receiving, suppress(EOFError):
        while True:
            ordinal = receiving.recv()
            finished |= ordinal == FINISHED
            if ordinal != FINISHED:
                report.redone += ordinal in acknowledged
                acknowledged.add(ordinal)
            patience -= 1
            if patience == 0:
                process.join(delay)  # by now the job may be anywhere in the work for the chunks that follow
                process.kill()
    process.join(60)
    killed = process.exitcode == -signal.SIGKILL
    report.kills += killed
    if process.exitcode not in (0, -signal.SIGKILL):
        raise RuntimeError(f"the job ended with exit code {process.exitcode}")
    return finished or (killed and _is_finished(database))  # killed between the last commit and its acknowledgement


def _is_finished(database: Path) -> bool:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT state FROM sessions").fetchall() == [("finished",)]


def check_ledger(database: Path, acknowledged: set[int], report: CrashReport) -> None:
    """Look whether all that was acknowledged is there, once, and the file is sound."""
    with closing(sqlite3.connect(database)) as connection:
        [verdict] = connection.execute("PRAGMA integrity_check").fetchone()
        report.unsound += verdict != "ok"
        done = {ordinal for (ordinal,) in connection.execute("SELECT chunk FROM captions WHERE language = 'es'")}
        report.lost += len(acknowledged - done)
        cues = connection.execute("SELECT count(*), count(DISTINCT data) FROM cues").fetchone()
        ends = [end for (end,) in connection.execute("SELECT end_sample FROM chunks ORDER BY ordinal")]
        found = connection.execute("SELECT count(*) FROM passages_index WHERE passages_index MATCH 'acaba'").fetchone()
        report.doubled += (cues[0] - cues[1]) + (found[0] != len(done)) + (cues[0] != len(done))
        whole = [(ordinal + 1) * SECONDS * SAMPLE_RATE for ordinal in range(len(ends))]
        if ends != whole:
            report.problems.append(f"chunks with gaps: {ends}")
        [sessions] = connection.execute("SELECT count(*) FROM sessions").fetchone()
        if sessions > 1 or sessions < bool(acknowledged):
            report.problems.append("more than one session")
