"""The eighth step: devices as they play."""

from __future__ import annotations

import sqlite_utils


def cast_plays(db: sqlite_utils.Database) -> None:
    """How far behind live streams each device is to be, and how it played."""
    db.executescript("""
    CREATE TABLE cast_delays (
        device TEXT PRIMARY KEY,    -- core.casting.CastDevice.id
        delay REAL NOT NULL         -- seconds
    ) WITHOUT ROWID;
    CREATE TABLE cast_plays (
        device TEXT NOT NULL,
        name TEXT NOT NULL,
        began REAL NOT NULL,        -- seconds since the epoch
        seconds REAL NOT NULL,
        buffering REAL NOT NULL,    -- this and what follows: core.events.CastTelemetry
        stalls INTEGER NOT NULL,
        requests INTEGER NOT NULL,
        drift REAL NOT NULL,
        late INTEGER NOT NULL,
        PRIMARY KEY (device, began)
    ) WITHOUT ROWID;
    """)
