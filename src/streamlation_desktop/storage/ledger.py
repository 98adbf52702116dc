"""The ledger: a job that is killed goes on where it stopped, and repeats or loses nothing that was committed."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Sequence
from pathlib import PurePath
from types import TracebackType
from typing import Self

import sqlite_utils

from streamlation_desktop.core.errors import AlreadyRunning
from streamlation_desktop.core.events import ErrorInfo, SessionState, SessionSummary
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, Translation
from streamlation_desktop.storage import chunks
from streamlation_desktop.storage.chunks import Committed, CommittedCaptions, CommittedChunk
from streamlation_desktop.storage.codec import encode, storable, to_column
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.identity import JobKey
from streamlation_desktop.storage.lease import Lease


class LedgerSession:
    """One run of a job, and the only one while it is open.

    Leaving it without `finish` (an exception, a kill) keeps the job open for the next run. It may be used
    from any thread.
    """

    def __init__(self, database: Database, session_id: str, committed: Committed, *, lease: Lease) -> None:
        self.session_id = session_id
        self.committed = committed
        """What earlier runs of this job have done."""
        self._database = database
        self._lease = lease

    @property
    def resumed(self) -> bool:
        """True when an earlier run has done a part."""
        return bool(self.committed.chunks)

    def commit_chunk(self, chunk: CommittedChunk) -> None:
        """Store a chunk; on disk when this returns. A second commit of the same ordinal changes nothing.

        Raises:
            DiskFull: no space left; nothing was stored.
            StorageError: the disk or the database refuses.
        """

        def work(db: sqlite_utils.Database) -> None:
            chunks.insert_chunk(db, self.session_id, chunk)
            _touch(db, self.session_id)

        self._database.write(work)

    def commit_open_chunk(self, chunk: CommittedChunk) -> None:
        """Store the last chunk of a live session, which still grows: it takes the place of the same one before.

        Raises:
            DiskFull: no space left; the earlier one is still there.
            StorageError: the disk or the database refuses.
        """

        def work(db: sqlite_utils.Database) -> None:
            chunks.delete_from(db, self.session_id, chunk.ordinal)
            chunks.insert_chunk(db, self.session_id, chunk)
            _touch(db, self.session_id)

        self._database.write(work)

    def forget_from(self, ordinal: int) -> None:
        """Forget chunk `ordinal` and all after it: they do not fit how this run works.

        Raises:
            StorageError: the disk or the database refuses.
        """
        self._database.write(lambda db: chunks.delete_from(db, self.session_id, ordinal))

    def commit_captions(
        self, ordinal: int, language: LanguageCode, translations: Sequence[Translation], cues: Sequence[Cue]
    ) -> None:
        """Store what chunk `ordinal`, already committed, gave in one language; on disk when this returns.

        A second commit of the same chunk and language changes nothing.

        Raises:
            DiskFull: no space left; nothing was stored.
            StorageError: the disk or the database refuses.
        """
        captions = CommittedCaptions(ordinal, language, tuple(translations), tuple(cues))

        def work(db: sqlite_utils.Database) -> None:
            chunks.insert_captions(db, self.session_id, captions)
            _touch(db, self.session_id)

        self._database.write(work)

    def finish(
        self, state: SessionState, *, summary: SessionSummary | None = None, error: ErrorInfo | None = None
    ) -> None:
        """Record how the run ended. Only a FINISHED job is not taken up again.

        Raises:
            StorageError: the disk or the database refuses.
        """
        values = (
            state.value,
            None if summary is None else encode(summary),
            None if error is None else encode(error),
            time.time(),
            self.session_id,
        )
        self._database.write(
            lambda db: (
                db.conn.execute(
                    "UPDATE sessions SET state = ?, summary = ?, error = ?, updated = ? WHERE id = ?", values
                ).rowcount
            )
        )
        self.close()

    def close(self) -> None:
        """Let another run take up the job. Idempotent."""
        self._lease.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class ChunkLedger:
    """Which jobs there are, and how far each is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, key: JobKey, *, targets: Sequence[LanguageCode] = ()) -> LedgerSession:
        """Take up the unfinished run of the job `key`, or start a new one.

        Args:
            key: the job.
            targets: languages to translate into, for the history.

        Raises:
            AlreadyRunning: another process, or another session of this one, works on it now.
            StorageError: the disk or the database refuses.
        """
        lease = Lease(self._database.path, key.digest)
        if not lease.acquire():
            raise AlreadyRunning(
                f"this job is already running in another window or process: {key.location}",
                hint="Wait for it to finish, or stop it first.",
            )
        try:
            return self._begin(key, targets, lease)
        except BaseException:
            lease.release()
            raise

    def _begin(self, key: JobKey, targets: Sequence[LanguageCode], lease: Lease) -> LedgerSession:
        with self._database.read() as db:
            row = db.conn.execute(
                "SELECT id FROM sessions WHERE job_key = ? AND state <> ? ORDER BY created DESC LIMIT 1",
                (key.digest, SessionState.FINISHED.value),
            ).fetchone()
            session_id = row[0] if row else uuid.uuid4().hex
            committed = chunks.load(db, session_id) if row else Committed()

        def work(db: sqlite_utils.Database) -> None:
            if row:
                chunks.delete_from(db, session_id, committed.next_ordinal)  # what cannot be read is done again
                _reopen(db, session_id)
            else:
                _insert_session(db, session_id, key, targets)

        self._database.write(work)
        return LedgerSession(self._database, session_id, committed, lease=lease)


def _insert_session(db: sqlite_utils.Database, session_id: str, key: JobKey, targets: Sequence[LanguageCode]) -> None:
    now = time.time()
    db.conn.execute(
        "INSERT INTO sessions (id, job_key, location, fingerprint, title, created, updated, state, targets, request)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            session_id,
            key.digest,
            to_column(key.location),
            key.fingerprint,
            storable(PurePath(key.location).name),
            now,
            now,
            SessionState.RUNNING.value,
            json.dumps(list(targets)),
            key.request_json,
        ),
    )


def _reopen(db: sqlite_utils.Database, session_id: str) -> None:
    db.conn.execute(
        "UPDATE sessions SET state = ?, summary = NULL, error = NULL, updated = ? WHERE id = ?",
        (SessionState.RUNNING.value, time.time(), session_id),
    )


def _touch(db: sqlite_utils.Database, session_id: str) -> None:
    db.conn.execute("UPDATE sessions SET updated = ? WHERE id = ?", (time.time(), session_id))
