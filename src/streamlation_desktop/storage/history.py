"""The history: which sessions there were, and what they gave."""

from __future__ import annotations

import json

from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.core.events import ErrorInfo, SessionState, SessionSummary
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE, Cue, Transcript, Word
from streamlation_desktop.storage.codec import Column, decode, from_column
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.lease import Lease
from streamlation_desktop.storage.records import (
    EventRecord,
    HistoryFilter,
    OutputRecord,
    SessionDetails,
    SessionRecord,
    SortBy,
)

_DONE = (  # up to the first gap: beyond it lies what the user jumped to
    "(SELECT end_sample FROM chunks AS last WHERE session_id = sessions.id"
    " AND EXISTS (SELECT 1 FROM chunks WHERE session_id = sessions.id AND ordinal = 0)"
    " AND NOT EXISTS (SELECT 1 FROM chunks WHERE session_id = sessions.id AND ordinal = last.ordinal + 1)"
    " ORDER BY ordinal LIMIT 1)"
)
_COLUMNS = (
    f"id, job_key, fingerprint, location, title, created, updated, state, duration, source_language, targets, {_DONE}"
)


class History:
    """Reads the history; any number of processes may."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self, wanted: HistoryFilter = HistoryFilter()) -> tuple[SessionRecord, ...]:  # noqa: B008 - frozen
        """Sessions, the latest first unless `wanted` says otherwise.

        Raises:
            StorageError: the disk or the database refuses.
        """
        conditions, parameters = _conditions(wanted)
        direction = "COLLATE NOCASE" if wanted.sort is SortBy.TITLE else "DESC"
        query = (
            f"SELECT {_COLUMNS} FROM sessions WHERE {' AND '.join(conditions)}"
            f" ORDER BY {wanted.sort.value} {direction}, created DESC LIMIT ?"
        )
        with self._database.read() as db:
            rows = db.conn.execute(query, (*parameters, -1 if wanted.limit is None else wanted.limit)).fetchall()
        return tuple(self._record(*row) for row in rows)

    def find(self, prefix: str) -> SessionRecord:
        """The one session whose id begins with `prefix`.

        Raises:
            UsageError: there is none, or more than one.
            StorageError: the disk or the database refuses.
        """
        query = f"SELECT {_COLUMNS} FROM sessions WHERE substr(id, 1, ?) = ? LIMIT 2"
        with self._database.read() as db:
            rows = db.conn.execute(query, (len(prefix), prefix.lower())).fetchall()
        if len(rows) != 1 or not prefix:
            problem = "more than one session begins" if rows else "no session begins"
            raise UsageError(f"{problem} with {prefix!r}", hint="`streamlation history list` shows them.")
        return self._record(*rows[0])

    def show(self, session_id: str) -> SessionDetails:
        """All that is known of a session.

        Raises:
            UsageError: there is no such session.
            DatabaseDamaged: its record cannot be read.
        """
        record = self.find(session_id)
        with self._database.read() as db:
            summary, error, request = db.conn.execute(
                "SELECT summary, error, request FROM sessions WHERE id = ?", (record.id,)
            ).fetchone()
            languages = db.conn.execute(
                "SELECT DISTINCT language FROM cues WHERE session_id = ? ORDER BY 1", (record.id,)
            ).fetchall()
            outputs = db.conn.execute(
                "SELECT path, format, language, written FROM outputs WHERE session_id = ? ORDER BY written",
                (record.id,),
            ).fetchall()
            events = db.conn.execute(
                "SELECT wall_time, kind, data FROM events WHERE session_id = ? ORDER BY id", (record.id,)
            ).fetchall()
        return SessionDetails(
            record,
            request,
            tuple(LanguageCode(code) for (code,) in languages),
            tuple(OutputRecord(from_column(path), *rest) for path, *rest in outputs),
            tuple(EventRecord(*row) for row in events),
            None if summary is None else decode(SessionSummary, summary),
            None if error is None else decode(ErrorInfo, error),
        )

    def of_content(self, fingerprint: str) -> tuple[SessionRecord, ...]:
        """Sessions on the same content, the latest first; `JobKey` tells the fingerprint.

        Raises:
            StorageError: the disk or the database refuses.
        """
        query = f"SELECT {_COLUMNS} FROM sessions WHERE fingerprint = ? ORDER BY updated DESC"
        with self._database.read() as db:
            rows = db.conn.execute(query, (fingerprint,)).fetchall()
        return tuple(self._record(*row) for row in rows)

    def cues(self, session_id: str, language: LanguageCode) -> tuple[Cue, ...]:
        """Committed cues in one language, in order of time, numbered from 0.

        Raises:
            DatabaseDamaged: they cannot be read.
        """
        query = "SELECT data FROM cues WHERE session_id = ? AND language = ? ORDER BY chunk, position"
        with self._database.read() as db:
            rows = db.conn.execute(query, (session_id, language)).fetchall()
        return tuple(decode(Cue, data) for (data,) in rows)

    def words(self, session_id: str) -> tuple[Word, ...]:
        """What was heard, in order of time; nothing for a session on subtitles.

        Raises:
            DatabaseDamaged: it cannot be read.
        """
        query = "SELECT data FROM transcripts WHERE session_id = ? ORDER BY chunk, position"
        with self._database.read() as db:
            rows = db.conn.execute(query, (session_id,)).fetchall()
        return tuple(word for (data,) in rows for word in decode(Transcript, data).words)

    def _record(
        self,
        session_id: str,
        job_key: str,
        fingerprint: str,
        location: Column,
        title: str,
        created: float,
        updated: float,
        state: str,
        duration: float | None,
        source_language: LanguageCode | None,
        targets: str,
        end_sample: int | None,
    ) -> SessionRecord:
        current = SessionState(state)
        return SessionRecord(
            session_id,
            job_key,
            fingerprint,
            from_column(location),
            title,
            created,
            updated,
            current,
            duration,
            (end_sample or 0) / SAMPLE_RATE,
            source_language,
            tuple(json.loads(targets)),
            is_interrupted=current is SessionState.RUNNING and not Lease(self._database.path, job_key).is_held,
        )


def _conditions(wanted: HistoryFilter) -> tuple[list[str], list[str | float]]:
    conditions, parameters = ["1"], list[str | float]()
    if wanted.text:
        conditions.append("(instr(lower(title), lower(?)) OR instr(lower(location), lower(?)))")
        parameters += [wanted.text, wanted.text]
    if wanted.state:
        conditions.append("state = ?")
        parameters.append(wanted.state.value)
    if wanted.language:
        conditions.append("(source_language = ? OR instr(targets, ?))")
        parameters += [wanted.language, json.dumps(wanted.language)]
    if wanted.before is not None:
        conditions.append("updated < ?")
        parameters.append(wanted.before)
    if wanted.fingerprint:
        conditions.append("fingerprint = ?")
        parameters.append(wanted.fingerprint)
    if wanted.project is not None:
        conditions.append("fingerprint IN (SELECT fingerprint FROM media WHERE project_id = ?)")
        parameters.append(wanted.project)
    return conditions, parameters
