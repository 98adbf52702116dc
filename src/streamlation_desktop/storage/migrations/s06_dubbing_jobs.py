"""The sixth step: the queue of dubbing jobs."""

from __future__ import annotations

import sqlite_utils


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
