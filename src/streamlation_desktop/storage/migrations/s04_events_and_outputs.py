"""The fourth step: events and outputs."""

from __future__ import annotations

import sqlite_utils


def events_and_outputs(db: sqlite_utils.Database) -> None:
    """What happened, and the files that were written."""
    db.executescript("""
    CREATE TABLE events (
        id INTEGER PRIMARY KEY,
        session_id TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
        sequence INTEGER NOT NULL,
        wall_time REAL NOT NULL,
        kind TEXT NOT NULL,
        data TEXT NOT NULL          -- JSON of the event
    );
    CREATE INDEX events_by_session ON events (session_id);
    CREATE TABLE outputs (
        session_id TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
        path NOT NULL,              -- TEXT, or BLOB where it is not UTF-8
        format TEXT NOT NULL,
        language TEXT,
        written REAL NOT NULL,
        PRIMARY KEY (session_id, path)
    ) WITHOUT ROWID;
    """)
