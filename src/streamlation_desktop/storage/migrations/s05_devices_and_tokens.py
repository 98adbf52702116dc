"""The fifth step: devices of the network, and tokens of the local API."""

from __future__ import annotations

import sqlite_utils


def devices_and_tokens(db: sqlite_utils.Database) -> None:
    """What devices of the network take, and who may use the local API."""
    db.executescript("""
    CREATE TABLE cast_devices (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        level TEXT NOT NULL,        -- core.casting.DeliveryLevel to begin with
        reason TEXT NOT NULL,
        updated REAL NOT NULL       -- seconds since the epoch
    ) WITHOUT ROWID;
    CREATE TABLE access_tokens (
        id TEXT PRIMARY KEY,
        digest BLOB NOT NULL,       -- SHA-256 of the token, which is not kept
        scope TEXT NOT NULL,
        label TEXT NOT NULL,
        created REAL NOT NULL,
        expires REAL
    ) WITHOUT ROWID;
    """)
