"""Removing sessions, and how much room the rest takes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import sqlite_utils

from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.history import History
from streamlation_desktop.storage.lease import Lease
from streamlation_desktop.storage.records import HistoryFilter, SessionRecord

_LATE = 3600
"""Seconds after a session's last record within which it may still have cached something before it was killed."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Room on disk."""

    database: int
    """Bytes, with the log that belongs to it."""
    other_files: int
    """Bytes of backups and of damaged databases that were set aside."""
    sessions: int
    cached_translations: int


@dataclass(frozen=True, slots=True)
class PurgePlan:
    """What a purge will remove."""

    sessions: tuple[SessionRecord, ...]
    cues: int
    cached: int
    """Cached translations that were last used while one of the sessions ran; those used again since stay."""
    everything: bool = False
    """Also the translation cache, the backups and the damaged databases."""


_CACHED = "FROM translation_cache WHERE used BETWEEN ? AND ?"


def usage(database: Database) -> Usage:
    """How much room history and cache take."""
    with database.read() as db:
        [sessions] = db.conn.execute("SELECT count(*) FROM sessions").fetchone()
        [cached] = db.conn.execute("SELECT count(*) FROM translation_cache").fetchone()
    path = database.path
    own = (path, path.with_name(path.name + "-wal"))
    size = sum(file.stat().st_size for file in own if file.exists())
    return Usage(size, sum(file.stat().st_size for file in _other_files(path)), sessions, cached)


def plan_purge(database: Database, sessions: Sequence[SessionRecord], *, everything: bool = False) -> PurgePlan:
    """What removing `sessions` means; nothing is removed yet."""
    with database.read() as db:
        cues = sum(
            db.conn.execute("SELECT count(*) FROM cues WHERE session_id = ?", (session.id,)).fetchone()[0]
            for session in sessions
        )
        cached = sum(db.conn.execute(f"SELECT count(*) {_CACHED}", _period(one)).fetchone()[0] for one in sessions)
    return PurgePlan(tuple(sessions), cues, cached, everything)


def purge(database: Database, plan: PurgePlan) -> tuple[SessionRecord, ...]:
    """Remove what `plan` says and overwrite it in the file; output files of the sessions stay.

    Returns:
        Sessions that were kept, because a job works on them now.

    Raises:
        StorageError: the disk or the database refuses.
    """
    kept = tuple(session for session in plan.sessions if not _purge_session(database, session))
    if plan.everything:
        database.write(lambda db: db.conn.execute("DELETE FROM translation_cache").rowcount)
        for file in _other_files(database.path):
            file.unlink(missing_ok=True)
    database.compact()
    return kept


def expire(database: Database, keep_days: int) -> None:
    """Remove the sessions that were not touched for `keep_days`.

    Raises:
        StorageError: the disk or the database refuses.
    """
    old = History(database).list(HistoryFilter(before=time.time() - keep_days * 86_400))
    if old:
        purge(database, plan_purge(database, old))


def _purge_session(database: Database, session: SessionRecord) -> bool:
    lease = Lease(database.path, session.job_key)
    if not lease.acquire():
        return False
    try:
        database.write(lambda db: _delete(db, session))
    finally:
        lease.release()
    return True


def _delete(db: sqlite_utils.Database, session: SessionRecord) -> None:
    db.conn.execute(f"DELETE {_CACHED}", _period(session))
    db.conn.execute("DELETE FROM sessions WHERE id = ?", (session.id,))
    db.conn.execute("DELETE FROM media WHERE fingerprint NOT IN (SELECT fingerprint FROM sessions)")


def _period(session: SessionRecord) -> tuple[int, int]:
    return int(session.created), int(session.updated) + _LATE


def _other_files(path: Path) -> list[Path]:
    patterns = (f"{path.name}.v*.bak", f"{path.stem}.damaged-*")
    return [file for pattern in patterns for file in path.parent.glob(pattern)]
