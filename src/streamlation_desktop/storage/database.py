"""The database: one thread writes, anyone reads, other processes may do the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import sqlite_utils
from filelock import FileLock, Timeout

from streamlation_desktop.core.errors import DatabaseDamaged, NotWritable, StorageError
from streamlation_desktop.core.events import Warned
from streamlation_desktop.storage import recovery
from streamlation_desktop.storage.connection import connect_writer, immediate, reading, translated_errors

T = TypeVar("T")

_SETUP_SECONDS = 120.0


class Database:
    """An open database.

    A connection of SQLite belongs to its thread: the writing one lives in a thread of its own, and
    every `read` opens another. Close it at the end.
    """

    def __init__(self, path: Path) -> None:
        """Open `path`, and create, check, or migrate it as needed.

        Raises:
            DatabaseNewer: a newer version wrote it; it is left as it is.
            NotWritable: no permission.
            StorageError: the disk refuses, or another process keeps it locked.
        """
        self.path = path.absolute()
        self.warnings = self._prepare()
        """What the user must be told, once."""
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="storage-writer")
        try:
            self._writer = self._executor.submit(self._connect).result()
        except BaseException:
            self._executor.shutdown()
            raise
        self._open = True

    def write(self, work: Callable[[sqlite_utils.Database], T]) -> T:
        """Run `work` in one write transaction; when this returns, the result is on disk.

        Not to be called from within `work`.

        Raises:
            DiskFull: no space left; nothing was changed.
            DatabaseDamaged: the file cannot be read; it is checked at the next start.
            StorageError: another process kept it locked, or the disk failed.
        """
        return self.submit(work).result()

    def submit(self, work: Callable[[sqlite_utils.Database], T]) -> Future[T]:
        """As `write`, without waiting for it."""
        return self._executor.submit(self._transaction, work)

    @contextmanager
    def read(self) -> Iterator[sqlite_utils.Database]:
        """A connection that sees one moment of the database and cannot change it."""
        with self._noticing_damage(), reading(self.path) as db:
            yield db

    def compact(self) -> None:
        """Give the space of deleted rows back to the disk, with their traces in index and log."""
        self._executor.submit(self._compact).result()

    def close(self) -> None:
        """Write what is pending and close. Idempotent."""
        if self._open:
            self._open = False
            self._executor.submit(self._writer.close).result()
        self._executor.shutdown()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _prepare(self) -> tuple[Warned, ...]:
        lock = FileLock(self.path.with_name(self.path.name + ".lock"), timeout=_SETUP_SECONDS)
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with lock:  # or two processes would migrate, or set aside, the same file
                return recovery.prepare(self.path)
        except Timeout as exc:
            raise StorageError(f"another program is preparing the database: {self.path}") from exc
        except OSError as exc:
            raise NotWritable(
                f"the folder of the database cannot be used: {self.path.parent}: {exc.strerror or exc}",
                hint="Check its permissions, or set STREAMLATION_HOME to another folder.",
            ) from exc

    def _connect(self) -> sqlite_utils.Database:
        with translated_errors(self.path):
            return connect_writer(self.path)

    def _transaction(self, work: Callable[[sqlite_utils.Database], T]) -> T:
        with self._noticing_damage(), translated_errors(self.path), immediate(self._writer):
            return work(self._writer)

    def _compact(self) -> None:
        with self._noticing_damage(), translated_errors(self.path):
            self._writer.conn.execute("INSERT INTO passages_index (passages_index) VALUES ('optimize')")
            self._writer.conn.execute("PRAGMA incremental_vacuum").fetchall()
            self._writer.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextmanager
    def _noticing_damage(self) -> Iterator[None]:
        try:
            yield
        except DatabaseDamaged:
            recovery.suspect(self.path)
            raise
