"""The seventh step: the library of the window."""

from __future__ import annotations

import sqlite_utils


def library(db: sqlite_utils.Database) -> None:
    """What the window remembers of media, and what people changed in texts."""
    db.executescript("""
    CREATE TABLE projects (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        created REAL NOT NULL       -- seconds since the epoch
    );
    CREATE TABLE media (
        fingerprint TEXT PRIMARY KEY,
        position REAL NOT NULL,     -- seconds of media time
        project_id INTEGER REFERENCES projects ON DELETE SET NULL,
        opened REAL NOT NULL        -- seconds since the epoch
    ) WITHOUT ROWID;
    CREATE INDEX media_by_project ON media (project_id);
    CREATE INDEX sessions_by_source ON sessions (fingerprint, created);
    CREATE TABLE edits (
        session_id TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
        line INTEGER NOT NULL,      -- id of the sentence, or index of the cue where there are no sentences
        language TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (session_id, line, language)
    ) WITHOUT ROWID;
    CREATE TABLE speakers (
        session_id TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
        label TEXT NOT NULL,        -- as recognized
        name TEXT NOT NULL,         -- as the user calls them
        PRIMARY KEY (session_id, label)
    ) WITHOUT ROWID;
    """)
