"""The second step: search."""

from __future__ import annotations

import sqlite_utils


def full_text_search(db: sqlite_utils.Database) -> None:
    """Every sentence in every language, found by its words."""
    db.executescript("""
    CREATE TABLE passages (
        id INTEGER PRIMARY KEY,
        session_id TEXT NOT NULL,
        chunk INTEGER NOT NULL,
        language TEXT NOT NULL,
        start REAL NOT NULL,        -- seconds of media time
        "end" REAL NOT NULL,
        text TEXT NOT NULL,
        FOREIGN KEY (session_id, chunk) REFERENCES chunks ON DELETE CASCADE
    );
    CREATE INDEX passages_by_chunk ON passages (session_id, chunk);
    CREATE VIRTUAL TABLE passages_index USING fts5 (
        text, content='passages', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
    );
    CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN
        INSERT INTO passages_index (rowid, text) VALUES (new.id, new.text);
    END;
    CREATE TRIGGER passages_removed AFTER DELETE ON passages BEGIN
        INSERT INTO passages_index (passages_index, rowid, text) VALUES ('delete', old.id, old.text);
    END;
    """)
