"""What each stage of a job gave, under a key of all that it depends on; and what the user changed by hand."""

from __future__ import annotations

from typing import TypeVar

from streamlation_desktop.core.errors import DatabaseDamaged
from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.storage.codec import decode, encode
from streamlation_desktop.storage.database import Database

T = TypeVar("T")


class JobResults:
    """Results and edits of the jobs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def recall(self, kind: type[T], job_id: str, language: LanguageCode, stage: Stage, key: str) -> T | None:
        """The result of a stage; None when there is none, or it depends on something else."""
        with self._database.read() as db:
            row = db.conn.execute(
                "SELECT data FROM job_results WHERE job_id = ? AND language = ? AND stage = ? AND key = ?",
                (job_id, language, stage.value, key),
            ).fetchone()
        try:
            return decode(kind, row[0]) if row else None
        except DatabaseDamaged:  # by a version with another form: it is made again
            return None

    def latest(self, kind: type[T], job_id: str, language: LanguageCode, stage: Stage) -> T | None:
        """The last result of a stage, whatever it depended on."""
        with self._database.read() as db:
            row = db.conn.execute(
                "SELECT data FROM job_results WHERE job_id = ? AND language = ? AND stage = ?",
                (job_id, language, stage.value),
            ).fetchone()
        return decode(kind, row[0]) if row else None

    def keep(self, job_id: str, language: LanguageCode, stage: Stage, key: str, value: object) -> None:
        """Store the result of a stage; on disk when this returns.

        Raises:
            StorageError: the disk or the database refuses.
        """
        row = (job_id, language, stage.value, key, encode(value))
        self._database.write(
            lambda db: db.conn.execute("INSERT OR REPLACE INTO job_results VALUES (?, ?, ?, ?, ?)", row).rowcount
        )

    def edits(self, job_id: str, language: LanguageCode) -> dict[int, str]:
        """Text by line, where the user wrote another."""
        with self._database.read() as db:
            rows = db.conn.execute(
                "SELECT line, text FROM job_edits WHERE job_id = ? AND language = ? ORDER BY line", (job_id, language)
            ).fetchall()
        return {int(line): str(text) for line, text in rows}

    def edit(self, job_id: str, language: LanguageCode, line: int, text: str) -> None:
        """Have a line say `text` from now on."""
        row = (job_id, language, line, text)
        self._database.write(
            lambda db: db.conn.execute("INSERT OR REPLACE INTO job_edits VALUES (?, ?, ?, ?)", row).rowcount
        )
