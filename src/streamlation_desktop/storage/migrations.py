"""The schema, step by step. A step that was released is never changed: a new one is added."""

from __future__ import annotations

import sqlite3
from functools import cache

import sqlite_utils
from sqlite_utils import Migrations

from streamlation_desktop.storage.connection import immediate

migrations = Migrations("streamlation")


@migrations()
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


@migrations()
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


@migrations()
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


@migrations()
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


@migrations()
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


@migrations()
def dubbing_jobs(db: sqlite_utils.Database) -> None:
    """The queue of dubbing jobs: what each stage gave, what happened, which files it made; and the voices."""
    db.executescript("""
    CREATE TABLE jobs (
        id TEXT PRIMARY KEY,
        job_key TEXT NOT NULL,
        location NOT NULL,          -- TEXT, or BLOB where a file name is not UTF-8
        request TEXT NOT NULL,      -- JSON of jobs.request.DubRequest
        created REAL NOT NULL,      -- seconds since the epoch
        updated REAL NOT NULL,
        state TEXT NOT NULL
    );
    CREATE INDEX jobs_by_key ON jobs (job_key, created);
    CREATE TABLE job_tracks (
        job_id TEXT NOT NULL REFERENCES jobs ON DELETE CASCADE,
        language TEXT NOT NULL,
        stage TEXT NOT NULL,
        fraction REAL NOT NULL DEFAULT 0,
        attempts INTEGER NOT NULL DEFAULT 0,
        not_before REAL,            -- seconds since the epoch; NULL: at once
        error TEXT,                 -- JSON; with not_before NULL the track is a dead letter
        PRIMARY KEY (job_id, language)
    );
    CREATE TABLE job_events (
        id INTEGER PRIMARY KEY,
        job_id TEXT NOT NULL REFERENCES jobs ON DELETE CASCADE,
        language TEXT NOT NULL,
        wall_time REAL NOT NULL,
        stage TEXT NOT NULL,
        kind TEXT NOT NULL,
        detail TEXT NOT NULL
    );
    CREATE INDEX job_events_by_job ON job_events (job_id);
    CREATE TABLE job_results (
        job_id TEXT NOT NULL REFERENCES jobs ON DELETE CASCADE,
        language TEXT NOT NULL,
        stage TEXT NOT NULL,
        key TEXT NOT NULL,          -- SHA-256 of all that the result depends on
        data TEXT NOT NULL,         -- JSON
        PRIMARY KEY (job_id, language, stage)
    );
    CREATE TABLE job_edits (
        job_id TEXT NOT NULL REFERENCES jobs ON DELETE CASCADE,
        language TEXT NOT NULL,
        line INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (job_id, language, line)
    );
    CREATE TABLE job_assets (
        job_id TEXT NOT NULL,       -- outlives its job, so that expiry finds it
        path NOT NULL,
        language TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        written REAL NOT NULL,
        PRIMARY KEY (job_id, path)
    );
    CREATE TABLE voice_map (
        project TEXT NOT NULL,
        speaker TEXT NOT NULL,
        language TEXT NOT NULL,     -- empty: the name of the speaker
        name TEXT NOT NULL,
        synthesizer TEXT NOT NULL,
        voice TEXT NOT NULL,
        PRIMARY KEY (project, speaker, language)
    );
    CREATE TABLE voice_consents (
        voice TEXT PRIMARY KEY,
        person TEXT NOT NULL,
        statement TEXT NOT NULL,
        given REAL NOT NULL,
        withdrawn REAL,
        sample_sha256 TEXT NOT NULL
    );
    """)


@migrations()
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


@migrations()
def devices_as_they_play(db: sqlite_utils.Database) -> None:
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


SCHEMA_VERSION = 8
"""Number of steps; kept as ``user_version`` in the file."""


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
