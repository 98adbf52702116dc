"""The first step: sessions and the ledger."""

from __future__ import annotations

import sqlite_utils


def sessions_and_ledger(db: sqlite_utils.Database) -> None:
    """Sessions, and what each committed chunk of theirs gave."""
    db.executescript("""
    CREATE TABLE sessions (
        id TEXT PRIMARY KEY,
        job_key TEXT NOT NULL,
        location NOT NULL,          -- TEXT, or BLOB where a file name is not UTF-8
        fingerprint TEXT NOT NULL,
        title TEXT NOT NULL,
        created REAL NOT NULL,      -- seconds since the epoch
        updated REAL NOT NULL,
        state TEXT NOT NULL,
        duration REAL,              -- seconds of media
        source_language TEXT,
        targets TEXT NOT NULL,      -- JSON array
        request TEXT NOT NULL,      -- JSON
        summary TEXT,               -- JSON
        error TEXT                  -- JSON
    );
    CREATE INDEX sessions_by_job ON sessions (job_key, created);
    CREATE INDEX sessions_by_time ON sessions (created);
    CREATE TABLE chunks (
        session_id TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        first_sample INTEGER NOT NULL,
        end_sample INTEGER NOT NULL,
        windows INTEGER NOT NULL,
        PRIMARY KEY (session_id, ordinal)
    ) WITHOUT ROWID;
    CREATE TABLE transcripts (
        session_id TEXT NOT NULL,
        chunk INTEGER NOT NULL,
        position INTEGER NOT NULL,
        data TEXT NOT NULL,         -- JSON of core.types.Transcript
        PRIMARY KEY (session_id, chunk, position),
        FOREIGN KEY (session_id, chunk) REFERENCES chunks ON DELETE CASCADE
    );
    CREATE TABLE captions (
        session_id TEXT NOT NULL,
        chunk INTEGER NOT NULL,
        language TEXT NOT NULL,
        PRIMARY KEY (session_id, chunk, language),
        FOREIGN KEY (session_id, chunk) REFERENCES chunks ON DELETE CASCADE
    ) WITHOUT ROWID;
    CREATE TABLE translations (
        session_id TEXT NOT NULL,
        chunk INTEGER NOT NULL,
        language TEXT NOT NULL,
        position INTEGER NOT NULL,
        data TEXT NOT NULL,         -- JSON of core.types.Translation
        PRIMARY KEY (session_id, chunk, language, position),
        FOREIGN KEY (session_id, chunk, language) REFERENCES captions ON DELETE CASCADE
    );
    CREATE TABLE cues (
        session_id TEXT NOT NULL,
        chunk INTEGER NOT NULL,
        language TEXT NOT NULL,
        position INTEGER NOT NULL,
        data TEXT NOT NULL,         -- JSON of core.types.Cue
        PRIMARY KEY (session_id, chunk, language, position),
        FOREIGN KEY (session_id, chunk, language) REFERENCES captions ON DELETE CASCADE
    );
    """)
