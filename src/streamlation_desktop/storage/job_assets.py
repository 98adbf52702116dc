"""The files that jobs wrote: when each may go."""

from __future__ import annotations

import time

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.storage.codec import from_column, to_column
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.job_records import AssetRecord

_COLUMNS = "job_id, path, language, sha256, written"


class JobAssets:
    """Records of files; the files themselves are their job's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, job_id: str, path: str, language: LanguageCode, sha256: str) -> None:
        """A job wrote `path`."""
        row = (job_id, to_column(path), language, sha256, time.time())
        self._database.write(
            lambda db: (
                db.conn.execute(f"INSERT OR REPLACE INTO job_assets ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)", row).rowcount
            )
        )

    def of(self, job_id: str) -> tuple[AssetRecord, ...]:
        """Files of a job, in the order in which they were written."""
        return self._select("job_id = ?", job_id)

    def written_before(self, moment: float) -> tuple[AssetRecord, ...]:
        """Files older than `moment`, in seconds since the epoch."""
        return self._select("written < ?", moment)

    def forget(self, asset: AssetRecord) -> None:
        """The file is gone."""
        row = (asset.job, to_column(asset.path))
        self._database.write(
            lambda db: db.conn.execute("DELETE FROM job_assets WHERE job_id = ? AND path = ?", row).rowcount
        )

    def _select(self, condition: str, value: object) -> tuple[AssetRecord, ...]:
        with self._database.read() as db:
            rows = db.conn.execute(
                f"SELECT {_COLUMNS} FROM job_assets WHERE {condition} ORDER BY written, path", (value,)
            ).fetchall()
        return tuple(
            AssetRecord(job, from_column(path), LanguageCode(language), sha256, written)
            for job, path, language, sha256, written in rows
        )
