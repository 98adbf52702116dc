"""Keeps what happened in a session, beside what it made."""

from __future__ import annotations

import threading
from collections import deque

import sqlite_utils

from streamlation_desktop.core.events import (
    CaptionsForeseen,
    CaptionUpdated,
    ClipSpoken,
    CueCommitted,
    Envelope,
    Event,
    LanguageDetected,
    LiveStats,
    OutputWritten,
    Progressed,
    SourceOpened,
    StageStats,
    Summarized,
    Transcribed,
    Translated,
)
from streamlation_desktop.storage.codec import encode, storable, to_column
from streamlation_desktop.storage.database import Database

_PENDING_LIMIT = 10_000
_NOT_KEPT = (
    Progressed,
    StageStats,
    LiveStats,
    Transcribed,
    Translated,
    CaptionUpdated,
    CaptionsForeseen,
    CueCommitted,
    ClipSpoken,
)
"""Measurements of the moment, and what the ledger has already."""


class SessionRecorder:
    """Subscribe `handle` to the session's bus, name the session when the ledger has begun it, close at the end.

    `handle` never waits for the disk: events are written in batches by the thread that owns the
    writing connection.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._pending: deque[Envelope] = deque(maxlen=_PENDING_LIMIT)  # the oldest goes first
        self._session_id = ""
        self._flushing = False

    def handle(self, envelope: Envelope) -> None:
        """Take one event; returns at once."""
        if isinstance(envelope.event, _NOT_KEPT):
            return
        with self._lock:
            self._pending.append(envelope)
            start = bool(self._session_id) and not self._flushing
            self._flushing |= start
        if start:
            self._database.submit(self._flush)

    def attach(self, session_id: str) -> None:
        """Say which session of the ledger the events belong to; those that came before do too."""
        with self._lock:
            self._session_id = session_id

    def close(self) -> None:
        """Have everything on disk; without a session, there is nothing to keep.

        Raises:
            StorageError: the disk or the database refuses.
        """
        if self._session_id:
            self._database.write(self._flush)

    def _flush(self, db: sqlite_utils.Database) -> None:
        with self._lock:
            batch = list(self._pending)
            self._pending.clear()
            self._flushing = False
        known = db.conn.execute("SELECT 1 FROM sessions WHERE id = ?", (self._session_id,)).fetchone()
        for envelope in batch if known else ():  # a session may be purged while it ends
            event = envelope.event
            db.conn.execute(
                "INSERT INTO events (session_id, sequence, wall_time, kind, data) VALUES (?, ?, ?, ?, ?)",
                (self._session_id, envelope.sequence, envelope.wall_time, type(event).__name__, encode(event)),
            )
            self._note(db, event, envelope.wall_time)

    def _note(self, db: sqlite_utils.Database, event: Event, wall_time: float) -> None:
        """What an event says about its session."""
        match event:
            case SourceOpened(source):
                db.conn.execute(
                    "UPDATE sessions SET title = coalesce(nullif(?, ''), title), duration = ? WHERE id = ?",
                    (storable(source.title), source.duration, self._session_id),
                )
            case LanguageDetected():
                self._note_language(db, event.language)
            case OutputWritten():
                db.conn.execute(
                    "INSERT OR REPLACE INTO outputs VALUES (?, ?, ?, ?, ?)",
                    (self._session_id, to_column(str(event.path)), event.format, event.language, wall_time),
                )
            case Summarized(summary):
                self._note_language(db, summary.source_language)

    def _note_language(self, db: sqlite_utils.Database, language: str | None) -> None:
        db.conn.execute(
            "UPDATE sessions SET source_language = coalesce(source_language, ?) WHERE id = ?",
            (language, self._session_id),
        )
