"""What is remembered of media besides their sessions: position, project."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass

from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.storage.codec import storable
from streamlation_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class Project:
    """A named group of media."""

    id: int
    name: str
    media: int
    """How many are in it."""


class Library:
    """Media by the fingerprint of their content, so that a renamed file is known again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def position(self, fingerprint: str) -> float:
        """Where the media was left, in seconds; 0.0 when unknown."""
        with self._database.read() as db:
            row = db.conn.execute("SELECT position FROM media WHERE fingerprint = ?", (fingerprint,)).fetchone()
        return float(row[0]) if row else 0.0

    def set_position(self, fingerprint: str, seconds: float) -> None:
        """Remember where the media was left.

        Raises:
            StorageError: the disk or the database refuses.
        """
        values = (fingerprint, max(seconds, 0.0), time.time())
        self._database.write(
            lambda db: (
                db.conn.execute(
                    "INSERT INTO media (fingerprint, position, opened) VALUES (?, ?, ?) ON CONFLICT (fingerprint)"
                    " DO UPDATE SET position = excluded.position, opened = excluded.opened",
                    values,
                ).rowcount
            )
        )

    def projects(self) -> tuple[Project, ...]:
        """All, in order of name."""
        query = (
            "SELECT id, name, (SELECT count(*) FROM media WHERE project_id = projects.id) FROM projects"
            " ORDER BY name COLLATE NOCASE"
        )
        with self._database.read() as db:
            rows = db.conn.execute(query).fetchall()
        return tuple(Project(*row) for row in rows)

    def project_of(self, fingerprint: str) -> int | None:
        """Id of the project that the media is in."""
        with self._database.read() as db:
            row = db.conn.execute("SELECT project_id FROM media WHERE fingerprint = ?", (fingerprint,)).fetchone()
        return row[0] if row else None

    def add_project(self, name: str) -> int:
        """Make a project; returns its id.

        Raises:
            UsageError: no name, or one that is there already.
            StorageError: the disk or the database refuses.
        """
        cleaned = storable(name).strip()
        if not cleaned:
            raise UsageError("a project needs a name")

        def work(db: sqlite3.Connection) -> int | None:
            added = db.execute("INSERT OR IGNORE INTO projects (name, created) VALUES (?, ?)", (cleaned, time.time()))
            return added.lastrowid if added.rowcount else None

        made = self._database.write(lambda db: work(db.conn))
        if made is None:
            raise UsageError(f"there is a project called {cleaned} already")
        return made

    def remove_project(self, project: int) -> None:
        """Dissolve a project; its media stay."""
        self._database.write(lambda db: db.conn.execute("DELETE FROM projects WHERE id = ?", (project,)).rowcount)

    def assign(self, fingerprint: str, project: int | None) -> None:
        """Put media into a project, or into none."""
        values = (fingerprint, project, time.time())
        self._database.write(
            lambda db: (
                db.conn.execute(
                    "INSERT INTO media (fingerprint, position, project_id, opened) VALUES (?, 0, ?, ?)"
                    " ON CONFLICT (fingerprint) DO UPDATE SET project_id = excluded.project_id",
                    values,
                ).rowcount
            )
        )
