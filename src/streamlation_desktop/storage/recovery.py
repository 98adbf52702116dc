"""Bringing the file into a state that this version can use: check, set aside, back up, migrate."""

from __future__ import annotations

import logging
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from streamlation_desktop.core.errors import DatabaseDamaged, DatabaseNewer
from streamlation_desktop.core.events import Warned
from streamlation_desktop.storage.connection import connect_writer, reading, translated_errors
from streamlation_desktop.storage.migrations import SCHEMA_VERSION, is_consistent, migrate, schema_version

log = logging.getLogger(__name__)

CHECKED_AT_EVERY_START = 8 * 2**20
"""Bytes; a smaller file is checked in less than 0.1 s (benchmarks/storage.py)."""

_MAGIC = b"SQLite format 3\0"


def prepare(path: Path) -> tuple[Warned, ...]:
    """Make `path` a sound database of this version; the caller keeps other processes out.

    Returns:
        What the user must be told.

    Raises:
        DatabaseNewer: a newer version wrote the file, which is left as it is.
        StorageError: the file cannot be opened or written.
    """
    notices: tuple[Warned, ...] = ()
    version = 0
    if path.is_file() and path.stat().st_size > 0:
        try:
            version = _inspect(path)
        except DatabaseDamaged:
            notices = (_set_aside(path),)
    if version < SCHEMA_VERSION:
        with translated_errors(path):
            if version:
                _back_up(path, version)
            with closing(connect_writer(path)) as db:
                migrate(db)
    _suspicion(path).unlink(missing_ok=True)
    return notices


def suspect(path: Path) -> None:
    """Have the whole file checked at the next start."""
    _suspicion(path).touch()


def _suspicion(path: Path) -> Path:
    return path.with_name(path.name + ".suspect")


def _inspect(path: Path) -> int:
    """The schema version of a file that proved sound.

    Raises:
        DatabaseNewer: a newer version wrote it.
        DatabaseDamaged: it is not sound.
    """
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(_MAGIC):
        raise DatabaseDamaged(f"not a database: {path}")
    _refuse_newer(int.from_bytes(header[60:64]), path)  # before SQLite touches the file
    suspicious = _suspicion(path).exists()
    try:
        _roll_back(path)
        version = _checked_version(path, suspicious=suspicious)
    except sqlite3.Error as exc:  # one that says nothing of disk, locks or permissions: the format is beyond SQLite
        raise DatabaseDamaged(f"damaged: {path}: {exc}") from exc
    if suspicious and version == SCHEMA_VERSION:
        _rebuild_index(path)
    return version


def _roll_back(path: Path) -> None:
    """Undo what a power cut left half-written before the log took over from the journal; a reader may not do that."""
    journal = path.with_name(path.name + "-journal")
    if journal.exists() and journal.stat().st_size > 0:
        with translated_errors(path), closing(sqlite3.connect(path)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _checked_version(path: Path, *, suspicious: bool) -> int:
    with reading(path) as db:
        version = schema_version(db.conn)
        _refuse_newer(version, path)
        if suspicious or _may_be_unclean(path):
            check = "integrity_check(1)" if suspicious else "quick_check(1)"
            [verdict] = db.conn.execute(f"PRAGMA {check}").fetchone()
            if verdict != "ok" or (version == SCHEMA_VERSION and not is_consistent(db)):
                raise DatabaseDamaged(f"damaged: {path}: {verdict}")
    return version


def _may_be_unclean(path: Path) -> bool:
    """True after a crash (SQLite removes the log at a clean end), or when looking costs next to nothing."""
    wal = path.with_name(path.name + "-wal")
    return path.stat().st_size < CHECKED_AT_EVERY_START or (wal.exists() and wal.stat().st_size > 0)


def _refuse_newer(version: int, path: Path) -> None:
    if version > SCHEMA_VERSION:
        raise DatabaseNewer(
            f"the database was written by a newer version of Streamlation: {path}",
            hint="Update Streamlation, or set STREAMLATION_HOME to another folder.",
        )


def _rebuild_index(path: Path) -> None:
    with translated_errors(path), closing(connect_writer(path)) as db:
        db.conn.execute("INSERT INTO passages_index (passages_index) VALUES ('rebuild')")


def _set_aside(path: Path) -> Warned:
    stamp = time.strftime("%Y%m%d-%H%M%S")
    kept = path.with_name(f"{path.stem}.damaged-{stamp}-{time.time_ns() % 10**9}{path.suffix}")
    path.replace(kept)
    for suffix in ("-wal", "-shm", "-journal"):
        companion = path.with_name(path.name + suffix)
        if companion.exists():
            companion.replace(kept.with_name(kept.name + suffix))
    log.info("damaged database kept as %s", kept)
    return Warned("the history database was damaged; a new one was started", hint=f"The old one is kept: {kept}")


def _back_up(path: Path, version: int) -> None:
    """Copy the database, as it is before it is changed, to ``<name>.v<version>.bak``."""
    partial = path.with_name(f"{path.name}.v{version}.partial")
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(partial)) as target:
        source.backup(target)
    partial.replace(path.with_name(f"{path.name}.v{version}.bak"))
