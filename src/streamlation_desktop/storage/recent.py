"""What happened lately, without what was said."""

from __future__ import annotations

from dataclasses import dataclass

from streamlation_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class RecentEvent:
    """One line for those who help."""

    wall_time: float
    """Seconds since the epoch."""
    session: str
    """Only tells sessions apart."""
    kind: str


def recent_events(database: Database, limit: int) -> tuple[RecentEvent, ...]:
    """The last events of all sessions, oldest first; nothing of their contents.

    Raises:
        StorageError: the database cannot be read.
    """
    query = "SELECT wall_time, substr(session_id, 1, 6), kind FROM events ORDER BY id DESC LIMIT ?"
    with database.read() as db:
        rows = db.conn.execute(query, (limit,)).fetchall()
    return tuple(RecentEvent(*row) for row in reversed(rows))
