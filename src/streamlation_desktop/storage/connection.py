"""Connections to the database, and what its errors mean to the user."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlite_utils

from streamlation_desktop.core.errors import DatabaseDamaged, DiskFull, NotWritable, StorageError

BUSY_SECONDS = 30.0
"""How long a statement waits for another process before it gives up."""

_WAL_LIMIT = 16 * 2**20
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})
_CLASHES = frozenset({sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY})
_READ_ONLY = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM})
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL})


def connect_writer(path: Path) -> sqlite_utils.Database:
    """Open for reading and writing; only for the thread that calls."""
    # isolation_level=None: no implicit BEGIN DEFERRED, which fails at once when another process writes.
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA auto_vacuum=INCREMENTAL")  # heeded by a new file only
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")  # NORMAL loses acknowledged commits when the power fails
        connection.execute("PRAGMA fullfsync=ON")  # macOS: through the cache of the drive
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("PRAGMA cell_size_check=ON")
        connection.execute(f"PRAGMA journal_size_limit={_WAL_LIMIT}")
        connection.text_factory = _readable
        return sqlite_utils.Database(connection)
    except BaseException:
        connection.close()
        raise


@contextmanager
def reading(path: Path) -> Iterator[sqlite_utils.Database]:
    """A connection that sees one moment of the database and cannot change it."""
    with (
        translated_errors(path),
        closing(
            sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS, isolation_level=None)
        ) as raw,
    ):
        raw.execute("PRAGMA cell_size_check=ON")
        raw.text_factory = _readable
        db = sqlite_utils.Database(raw)
        raw.execute("BEGIN")
        try:
            yield db
        finally:
            db.rollback()


@contextmanager
def immediate(db: sqlite_utils.Database) -> Iterator[None]:
    """One write transaction: on disk when the block is left, without a trace when it raises."""
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.conn.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


@contextmanager
def translated_errors(path: Path) -> Iterator[None]:
    """Raise what the environment did to the database as `StorageError`; defects of ours pass through.

    Raises:
        DiskFull: no space left.
        NotWritable: no permission.
        DatabaseDamaged: the file is not a sound database.
        StorageError: another process kept it too long, or the disk failed.
    """
    try:
        yield
    except UnicodeDecodeError as exc:
        raise _damaged(path) from exc
    except sqlite3.Error as exc:
        error = _translate(exc, path)
        if error is None:
            raise
        raise error from exc


def _readable(raw: bytes) -> str:
    """Text of a damaged row with marks in it, rather than an error for the whole query."""
    return raw.decode(errors="replace")


def _translate(exc: sqlite3.Error, path: Path) -> StorageError | None:
    code = getattr(exc, "sqlite_errorcode", None)
    if code is None:  # raised by the Python binding itself
        return _damaged(path) if "decode" in str(exc) else None
    primary = code & 0xFF
    if primary == sqlite3.SQLITE_FULL:
        free = shutil.disk_usage(path.parent).free // 2**20
        return DiskFull("the disk is full: nothing more can be stored", hint=f"{path.parent}: {free} MB are free.")
    if primary in _READ_ONLY:
        return NotWritable(f"the database cannot be opened: {path}", hint="Check the permissions of file and folder.")
    if primary in _DAMAGED or code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return _damaged(path)  # our rows go with what they refer to: only a damaged index lets one be left over
    if code in _CLASHES and not _is_sound(path):
        return _damaged(path)
    if primary in _BUSY:
        return StorageError(f"another program keeps the database locked: {path}", hint="Close it, then try again.")
    if primary == sqlite3.SQLITE_IOERR:
        return StorageError(f"the disk failed at {path}: {exc}", hint="Check the disk; what was stored is kept.")
    return None


def _is_sound(path: Path) -> bool:
    """Tells a row of ours that is there twice from one that a damaged index does not know of."""
    with reading(path) as db:
        [verdict] = db.conn.execute("PRAGMA integrity_check(1)").fetchone()
        left_over = db.conn.execute("PRAGMA foreign_key_check").fetchone()
    return verdict == "ok" and left_over is None


def _damaged(path: Path) -> DatabaseDamaged:
    return DatabaseDamaged(
        f"the database is damaged: {path}", hint="It is set aside at the next start, and a new one begins."
    )
