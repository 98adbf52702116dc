"""Processes that are killed, processes that meet, and a disk that is full."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from multiprocessing import Pipe
from pathlib import Path

import pytest

from streamlation_desktop.core.errors import AlreadyRunning, DiskFull
from streamlation_desktop.storage.connection import connect_writer
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.history import History
from streamlation_desktop.storage.ledger import ChunkLedger, LedgerSession
from streamlation_desktop.storage.migrations import SCHEMA_VERSION, is_consistent, migrations, schema_version
from tests.support.crashes import crash
from tests.support.ledger import chunk, job
from tests.support.ledger_job import migrate_and_die, start, work, write_rows

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="forks, and kills"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded"),  # NumPy's pool, idle
]


@pytest.mark.slow
def test_killed_job_loses_and_repeats_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    report = crash(tmp_path, 30, chunks=16, rng=random.Random(11))

    assert report.problems == []
    assert report.kills >= 30
    assert (report.lost, report.doubled, report.unsound, report.redone) == (0, 0, 0, 0)


@pytest.mark.slow
def test_three_processes_on_a_new_database_never_meet_a_lock(tmp_path: Path) -> None:
    path = tmp_path / "shared.db"
    writers = [start(write_rows, path, f"writer {number}", 100) for number in range(3)]
    for writer in writers:
        writer.join(120)

    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM translation_cache").fetchone() == (300,)


@pytest.mark.slow
@pytest.mark.parametrize("version", [0, 2])
def test_migration_that_is_killed_leaves_the_old_or_the_new(tmp_path: Path, version: int) -> None:
    path = tmp_path / "history.db"
    killed = 0
    for statement in (1, 2, 3, 5, 8, 13, 17, 21, 25, 29, 33, 37, 45, 60, 1_000):
        for leftover in tmp_path.glob("history.db*"):
            leftover.unlink()
        if version:
            _older(path, version)
        process = start(migrate_and_die, path, statement)
        process.join(60)
        killed += process.exitcode == -signal.SIGKILL
        with closing(connect_writer(path)) as db:
            assert schema_version(db.conn) in (version, SCHEMA_VERSION)
            tables = db.table_names()
            assert ("outputs" in tables) is (schema_version(db.conn) == SCHEMA_VERSION)
        with Database(path) as database, database.read() as db:
            assert database.warnings == ()
            assert is_consistent(db)
    assert 8 <= killed < 15


def _older(path: Path, version: int) -> None:
    with closing(connect_writer(path)) as db:
        names = [step.name for step in migrations.pending(db)]
        migrations.apply(db, stop_before=names[version])
        db.conn.execute(f"PRAGMA user_version={version}")


def test_job_of_a_process_that_was_killed_is_free_at_once(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    key = job(tmp_path)
    receiving, sending = Pipe(duplex=False)
    process = start(work, path, key.location, 100_000, sending)
    sending.close()
    with receiving, Database(path) as database:
        ledger = ChunkLedger(database)
        assert receiving.recv() == 0
        with pytest.raises(AlreadyRunning, match="already running"):
            ledger.begin(key)
        assert not History(database).list()[0].is_interrupted

        process.kill()
        process.join(60)

        assert History(database).list()[0].is_interrupted
        with ledger.begin(key) as session:
            assert session.resumed


def commit_until_full(session: LedgerSession) -> None:
    for ordinal in range(10_000):
        session.commit_chunk(chunk(ordinal, "word " * 2_000))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount")
def test_disk_that_is_really_full_loses_nothing(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip("no mounts in this container")
    try:
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(700_000))
        with Database(disk / "history.db") as database, ChunkLedger(database).begin(job(tmp_path)) as session:
            with pytest.raises(DiskFull, match="the disk is full"):
                commit_until_full(session)
            stored = int(History(database).find(session.session_id).done / 10)
            ballast.unlink()
            session.commit_chunk(chunk(stored))
        with Database(disk / "history.db") as database, ChunkLedger(database).begin(job(tmp_path)) as session:
            assert database.warnings == ()
            assert len(session.committed.chunks) == stored + 1 > 1
    finally:
        subprocess.run(["umount", disk], check=True)
