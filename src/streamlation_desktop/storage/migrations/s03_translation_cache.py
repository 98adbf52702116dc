"""The third step: the translation cache."""

from __future__ import annotations

import sqlite_utils


def translation_cache(db: sqlite_utils.Database) -> None:
    """Translations by what they depend on."""
    db.executescript("""
    CREATE TABLE translation_cache (
        key BLOB PRIMARY KEY,       -- SHA-256 of the cache key
        text TEXT NOT NULL,
        score REAL,
        engine TEXT NOT NULL,
        model TEXT NOT NULL,
        used INTEGER NOT NULL       -- seconds since the epoch
    ) WITHOUT ROWID;
    CREATE INDEX translation_cache_by_use ON translation_cache (used);
    """)
