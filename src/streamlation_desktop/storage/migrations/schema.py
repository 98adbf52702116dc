"""The steps in their order, and how a file goes through them."""

from __future__ import annotations

import sqlite3
from functools import cache

import sqlite_utils
from sqlite_utils import Migrations

from streamlation_desktop.storage.connection import immediate
from streamlation_desktop.storage.migrations.s01_sessions_and_ledger import sessions_and_ledger
from streamlation_desktop.storage.migrations.s02_full_text_search import full_text_search
from streamlation_desktop.storage.migrations.s03_translation_cache import translation_cache
from streamlation_desktop.storage.migrations.s04_events_and_outputs import events_and_outputs
from streamlation_desktop.storage.migrations.s05_devices_and_tokens import devices_and_tokens
from streamlation_desktop.storage.migrations.s06_dubbing_jobs import dubbing_jobs
from streamlation_desktop.storage.migrations.s07_library import library
from streamlation_desktop.storage.migrations.s08_cast_plays import cast_plays
from streamlation_desktop.storage.migrations.s09_cast_timings import cast_timings

STEPS = (
    sessions_and_ledger,
    full_text_search,
    translation_cache,
    events_and_outputs,
    devices_and_tokens,
    dubbing_jobs,
    library,
    cast_plays,
    cast_timings,
)
"""A step that was released is never changed, renamed or moved: a new one is added at the end."""

SCHEMA_VERSION = len(STEPS)
"""Kept as ``user_version`` in the file."""

migrations = Migrations("streamlation")
for _step in STEPS:
    migrations()(_step)


def migrate(db: sqlite_utils.Database) -> None:
    """Apply what is missing, all or nothing."""
    with immediate(db):
        migrations.apply(db)  # its own transactions become savepoints of ours
        db.conn.execute(f"PRAGMA user_version={SCHEMA_VERSION}")


def schema_version(connection: sqlite3.Connection) -> int:
    """How many steps the file has seen."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_consistent(db: sqlite_utils.Database) -> bool:
    """True when every table, index and trigger reads as we wrote it, and no row refers to one that is gone."""
    whole = _expected() <= _objects(db)
    return whole and db.conn.execute("PRAGMA foreign_key_check").fetchone() is None


@cache
def _expected() -> frozenset[tuple[str, str, str | None]]:
    with sqlite_utils.Database(memory=True) as fresh:
        migrations.apply(fresh)
        return _objects(fresh)


def _objects(db: sqlite_utils.Database) -> frozenset[tuple[str, str, str | None]]:
    return frozenset(db.execute("SELECT type, name, sql FROM sqlite_master").fetchall())
