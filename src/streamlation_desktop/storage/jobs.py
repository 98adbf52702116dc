"""The queue of dubbing jobs."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Sequence

import sqlite_utils

from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.core.events import ErrorInfo
from streamlation_desktop.core.jobs import JobState, Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.storage.codec import Column, decode, encode, from_column, to_column
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.job_records import JobEvent, JobRecord, TrackRecord

_COLUMNS = "id, job_key, location, request, created, updated, state"
JOB_WIDE = LanguageCode("")
"""Stands for the job itself where a language is asked for."""


class JobStore:
    """Which jobs there are, and where each stands; for any number of processes."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def add(self, location: str, key: str, request_json: str, languages: Sequence[LanguageCode]) -> JobRecord:
        """Put a job in the queue; an unfinished one with the same key is taken up again instead.

        Raises:
            StorageError: the disk or the database refuses.
        """
        job_id = uuid.uuid4().hex

        def work(db: sqlite_utils.Database) -> str:
            known = _unfinished(db, key)
            if known:
                db.conn.execute("UPDATE jobs SET request = ? WHERE id = ?", (request_json, known))
                return known
            now = time.time()
            row = (job_id, key, to_column(location), request_json, now, now, JobState.QUEUED.value)
            db.conn.execute(f"INSERT INTO jobs ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            tracks = [(job_id, language, Stage.QUEUED.value) for language in languages]
            db.conn.executemany("INSERT INTO job_tracks (job_id, language, stage) VALUES (?, ?, ?)", tracks)
            _note(db, job_id, JOB_WIDE, Stage.QUEUED, "queued", "")
            return job_id

        return self.get(self.database.write(work))

    def unfinished(self, key: str) -> str:
        """Id of the job that `add` would take up again; empty where it would make a new one."""
        with self.database.read() as db:
            return _unfinished(db, key)

    def list(self) -> tuple[JobRecord, ...]:
        """All jobs, the oldest first."""
        with self.database.read() as db:
            rows = db.conn.execute(f"SELECT {_COLUMNS} FROM jobs ORDER BY created, id").fetchall()
            return tuple(_job(db, *row) for row in rows)

    def get(self, job_id: str) -> JobRecord:
        """The job of this id; raises as `find`."""
        with self.database.read() as db:
            row = db.conn.execute(f"SELECT {_COLUMNS} FROM jobs WHERE id = ?", (job_id,)).fetchone()
            if row is None:
                raise _unknown(job_id)
            return _job(db, *row)

    def find(self, prefix: str) -> JobRecord:
        """The one job whose id begins with `prefix`.

        Raises:
            UsageError: there is none, or more than one.
        """
        with self.database.read() as db:
            query = f"SELECT {_COLUMNS} FROM jobs WHERE substr(id, 1, ?) = ? LIMIT 2"
            rows = db.conn.execute(query, (len(prefix), prefix.lower())).fetchall()
            if len(rows) != 1 or not prefix:
                raise _unknown(prefix, several=len(rows) > 1)
            return _job(db, *rows[0])

    def events(self, job_id: str) -> tuple[JobEvent, ...]:
        """The audit trail of a job, in order."""
        query = "SELECT wall_time, language, stage, kind, detail FROM job_events WHERE job_id = ? ORDER BY id"
        with self.database.read() as db:
            rows = db.conn.execute(query, (job_id,)).fetchall()
        return tuple(JobEvent(when, language, Stage(stage), kind, text) for when, language, stage, kind, text in rows)

    def set_state(self, job_id: str, state: JobState, kind: str, detail: str = "") -> None:
        """Change where the whole job stands, and say so in the trail."""
        self._change(job_id, JOB_WIDE, Stage.QUEUED, kind, detail, lambda db: _set_state(db, job_id, state))

    def enter(self, job_id: str, language: LanguageCode, stage: Stage) -> None:
        """A track goes on to `stage`."""

        def work(db: sqlite_utils.Database) -> None:
            db.conn.execute(
                "UPDATE job_tracks SET stage = ?, fraction = 0, attempts = 0, not_before = NULL, error = NULL"
                " WHERE job_id = ? AND language = ?",
                (stage.value, job_id, language),
            )

        self._change(job_id, language, stage, _begins(stage), "", work)

    def advance(self, job_id: str, language: LanguageCode, done: Stage, following: Stage) -> bool:
        """A track goes on from a stage that is done; False when it was sent elsewhere meanwhile, and goes there."""

        def work(db: sqlite_utils.Database) -> bool:
            changed = db.conn.execute(
                "UPDATE job_tracks SET stage = ?, fraction = 0, attempts = 0, not_before = NULL, error = NULL"
                " WHERE job_id = ? AND language = ? AND stage = ?",
                (following.value, job_id, language, done.value),
            ).rowcount
            if changed:
                _note(db, job_id, language, following, _begins(following), "")
                db.conn.execute("UPDATE jobs SET updated = ? WHERE id = ?", (time.time(), job_id))
            return bool(changed)

        return self.database.write(work)

    def fail(
        self, job_id: str, language: LanguageCode, stage: Stage, error: ErrorInfo, not_before: float | None
    ) -> None:
        """A try failed; without `not_before` for good."""

        def work(db: sqlite_utils.Database) -> None:
            db.conn.execute(
                "UPDATE job_tracks SET attempts = attempts + 1, not_before = ?, error = ?, fraction = 0"
                " WHERE job_id = ? AND language = ?",
                (not_before, encode(error), job_id, language),
            )

        kind = "failed" if not_before is None else "retry"
        self._change(job_id, language, stage, kind, f"{error.code}: {error.message}", work)

    def progress(self, job_id: str, language: LanguageCode, fraction: float) -> None:
        """How far the stage of a track is; on disk soon."""
        values = (fraction, job_id, language)
        self.database.submit(
            lambda db: (
                db.conn.execute("UPDATE job_tracks SET fraction = ? WHERE job_id = ? AND language = ?", values).rowcount
            )
        )

    def note(self, job_id: str, language: LanguageCode, stage: Stage, kind: str, detail: str = "") -> None:
        """One more entry in the trail."""
        self._change(job_id, language, stage, kind, detail, lambda db: None)

    def delete(self, job_id: str) -> None:
        """Forget a job with its trail and results; the records of its files stay."""
        self.database.write(lambda db: db.conn.execute("DELETE FROM jobs WHERE id = ?", (job_id,)).rowcount)

    def _change(
        self,
        job_id: str,
        language: LanguageCode,
        stage: Stage,
        kind: str,
        detail: str,
        change: Callable[[sqlite_utils.Database], None],
    ) -> None:
        def work(db: sqlite_utils.Database) -> None:
            if db.conn.execute("UPDATE jobs SET updated = ? WHERE id = ?", (time.time(), job_id)).rowcount:
                change(db)
                _note(db, job_id, language, stage, kind, detail)

        self.database.write(work)


def _unfinished(db: sqlite_utils.Database, key: str) -> str:
    known = db.conn.execute(
        "SELECT id FROM jobs WHERE job_key = ? AND state NOT IN (?, ?) ORDER BY created DESC LIMIT 1",
        (key, JobState.FINISHED.value, JobState.CANCELLED.value),
    ).fetchone()
    return str(known[0]) if known else ""


def _begins(stage: Stage) -> str:
    return "complete" if stage is Stage.COMPLETE else "started"


def _set_state(db: sqlite_utils.Database, job_id: str, state: JobState) -> None:
    db.conn.execute("UPDATE jobs SET state = ? WHERE id = ?", (state.value, job_id))


def _note(db: sqlite_utils.Database, job_id: str, language: LanguageCode, stage: Stage, kind: str, detail: str) -> None:
    db.conn.execute(
        "INSERT INTO job_events (job_id, language, wall_time, stage, kind, detail) VALUES (?, ?, ?, ?, ?, ?)",
        (job_id, language, time.time(), stage.value, kind, detail),
    )


def _job(
    db: sqlite_utils.Database,
    job_id: str,
    key: str,
    location: Column,
    request: str,
    created: float,
    updated: float,
    state: str,
) -> JobRecord:
    rows = db.conn.execute(
        "SELECT language, stage, fraction, attempts, not_before, error, (SELECT max(wall_time) FROM job_events"
        " WHERE job_id = job_tracks.job_id AND language IN (job_tracks.language, '')"
        " AND kind IN ('started', 'running', 'taken up')) FROM job_tracks WHERE job_id = ? ORDER BY rowid",
        (job_id,),
    ).fetchall()
    tracks = tuple(
        TrackRecord(language, Stage(stage), fraction, tries, then, decode(ErrorInfo, error) if error else None, since)
        for language, stage, fraction, tries, then, error, since in rows
    )
    return JobRecord(job_id, key, from_column(location), request, created, updated, JobState(state), tracks)


def _unknown(prefix: str, *, several: bool = False) -> UsageError:
    problem = "more than one job begins" if several else "no job begins"
    return UsageError(f"{problem} with {prefix!r}", hint="`streamlation jobs list` shows them.")
