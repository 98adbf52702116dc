"""What processes that may be killed do to a database."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Protocol

import sqlite_utils

from streamlation_desktop.core.events import SessionState
from streamlation_desktop.storage import connection, recovery
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.identity import JobKey
from streamlation_desktop.storage.ledger import ChunkLedger
from tests.support.ledger import ES, Request, captions, chunk

FINISHED = -1


def start(target: Callable[..., None], *arguments: object) -> ForkProcess:
    """Run `target` in a fork of this process, which starts in milliseconds; it must have no database open."""
    process = multiprocessing.get_context("fork").Process(target=target, args=arguments, daemon=True)
    process.start()
    return process


class Receiver(Protocol):
    """Who is told of finished chunks."""

    def send(self, ordinal: int, /) -> None: ...


def work(database: Path, source: str, chunks: int, acknowledge: Receiver) -> None:
    """Commit what is missing of the job, send each ordinal when its commits have returned, and finish."""
    key = JobKey.of(source, Request())
    with Database(database) as opened, ChunkLedger(opened).begin(key) as session:
        have = {(captions.ordinal, captions.language) for captions in session.committed.captions}
        for ordinal in range(chunks):
            done = captions(chunk(ordinal))
            if ordinal >= len(session.committed.chunks):
                session.commit_chunk(chunk(ordinal))
            if (ordinal, ES) not in have:
                session.commit_captions(ordinal, ES, done.translations, done.cues)
                acknowledge.send(ordinal)
        session.finish(SessionState.FINISHED)
        acknowledge.send(FINISHED)


def write_rows(database: Path, name: str, rows: int) -> None:
    """Open the database, then write and read in turns."""
    with Database(database) as opened:
        for number in range(rows):
            row = (f"{name}-{number}".encode(), "text", None, "engine", "model", number)
            opened.write(partial(_insert, row))
            with opened.read() as db:
                db.conn.execute("SELECT count(*) FROM translation_cache").fetchone()


def _insert(row: Sequence[bytes | str | int | None], db: sqlite_utils.Database) -> None:
    db.conn.execute("SELECT count(*) FROM translation_cache").fetchone()  # who reads before it writes may meet a lock
    db.conn.execute("INSERT INTO translation_cache VALUES (?, ?, ?, ?, ?, ?)", row)


def migrate_and_die(database: Path, statements: int) -> None:
    """Prepare the database, but kill this process at a certain statement of the writing connection."""
    left = statements

    def count(_statement: str) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def traced(path: Path) -> sqlite_utils.Database:
        db = connection.connect_writer(path)
        db.conn.set_trace_callback(count)
        return db

    recovery.connect_writer = traced  # type: ignore[attr-defined]
    recovery.prepare(database)
