"""The ninth step: what a device keeps before it, beside how far behind it is."""

from __future__ import annotations

import sqlite_utils


def cast_timings(db: sqlite_utils.Database) -> None:
    """`core.casting.CastTiming` of each device."""
    db.executescript("""
    CREATE TABLE cast_timings (
        device TEXT PRIMARY KEY,    -- core.casting.CastDevice.id
        delay REAL,                 -- seconds; NULL: by itself
        buffer REAL
    ) WITHOUT ROWID;
    INSERT INTO cast_timings SELECT device, delay, NULL FROM cast_delays;
    DROP TABLE cast_delays;
    """)
