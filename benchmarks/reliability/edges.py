"""Full disks and interrupted migrations: ``python3 dev.py reliability edges [DISKS]`` (50).

A job of the ledger meets a full database at another size each time, is told with the free MB, keeps what it had
acknowledged and goes on when there is space. Then every migration, from nothing and from each version there ever was,
is killed at each of its statements: the old or the new database is there, sound, and nothing between. Exit code 1
otherwise.
"""

from __future__ import annotations

import signal
import sqlite3
import sys
import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from streamlation_desktop.core.errors import DiskFull
from streamlation_desktop.core.events import SessionState
from streamlation_desktop.storage.connection import connect_writer
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.ledger import ChunkLedger
from streamlation_desktop.storage.migrations import SCHEMA_VERSION, is_consistent, migrations, schema_version
from tests.support.ledger import ES, captions, chunk, job
from tests.support.ledger_job import migrate_and_die, start

_CHUNKS = 60
_SPACE = 1_000_000
_MOST_STATEMENTS = 500


def main() -> int:
    """Both; exit code 1 when anything was lost or unsound."""
    disks = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    bad = 0
    for number in range(disks):
        with tempfile.TemporaryDirectory() as name:
            problem = _full(Path(name), before=number)
        bad += bool(problem)
        if problem:
            print(f"disk {number}: {problem}", flush=True)
    print(f"{disks} full disks: {bad} bad", flush=True)
    counts = Counter[str]()
    for version in range(SCHEMA_VERSION):
        counts += _killed_migrations(version)
    print(f"migrations killed: {dict(counts)}")
    return 1 if bad or counts["unsound"] else 0


def _full(folder: Path, before: int) -> str:
    """Fill the disk after `before` chunks; what was wrong."""
    path = folder / "history.db"
    acknowledged, told = 0, ""
    with Database(path) as database, ChunkLedger(database).begin(job(folder)) as session:
        try:
            for ordinal in range(_CHUNKS):
                if ordinal == before:
                    _limit(database, 1)  # SQLite takes the present size then
                done = captions(chunk(ordinal))
                session.commit_chunk(chunk(ordinal))
                session.commit_captions(ordinal, ES, done.translations, done.cues)
                acknowledged = ordinal + 1
        except DiskFull as full:
            told = f"{full} {full.hint}"
        _limit(database, _SPACE)
    if "MB are free" not in told:
        return f"told: {told!r}"
    with Database(path) as database, ChunkLedger(database).begin(job(folder)) as session:
        found = {(each.ordinal, each.language) for each in session.committed.captions}
        if len(found) < acknowledged:
            return f"{acknowledged} chunks were acknowledged, {len(found)} are there"
        for ordinal in range(_CHUNKS):
            if ordinal >= len(session.committed.chunks):
                session.commit_chunk(chunk(ordinal))
            if (ordinal, ES) not in found:
                done = captions(chunk(ordinal))
                session.commit_captions(ordinal, ES, done.translations, done.cues)
        session.finish(SessionState.FINISHED)
        with database.read() as db:
            return "" if is_consistent(db) and _cues(path) == _CHUNKS else f"{_cues(path)} cues, or unsound"


def _limit(database: Database, pages: int) -> None:
    database.write(lambda db: db.conn.execute(f"PRAGMA max_page_count={pages}").fetchall())


def _cues(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("SELECT count(*) FROM cues").fetchone()[0])


def _killed_migrations(version: int) -> Counter[str]:
    counts = Counter[str]()
    for statement in range(1, _MOST_STATEMENTS):
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "history.db"
            if version:
                _older(path, version)
            process = start(migrate_and_die, path, statement)
            process.join(60)
            if process.exitcode == 0:  # there was no such statement: the migration is over
                return counts
            counts["killed"] += process.exitcode == -signal.SIGKILL
            counts["unsound"] += not _is_old_or_new(path, version)
    raise AssertionError("a migration without end")


def _older(path: Path, version: int) -> None:
    with closing(connect_writer(path)) as db:
        names = [step.name for step in migrations.pending(db)]
        migrations.apply(db, stop_before=names[version])
        db.conn.execute(f"PRAGMA user_version={version}")


def _is_old_or_new(path: Path, version: int) -> bool:
    with closing(connect_writer(path)) as db:
        found = schema_version(db.conn)
    with Database(path) as database, database.read() as db:
        return found in (version, SCHEMA_VERSION) and not database.warnings and is_consistent(db)


if __name__ == "__main__":
    sys.exit(main())
