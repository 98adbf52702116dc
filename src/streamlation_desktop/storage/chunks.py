"""The rows of committed chunks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import sqlite_utils

from streamlation_desktop.core.errors import DatabaseDamaged
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, Transcript, Translation
from streamlation_desktop.storage.codec import decode, encode
from streamlation_desktop.storage.passages import Passage, insert_passages, passages_of, replace_passages

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CommittedChunk:
    """Consecutive recognition windows of a job that were done together."""

    ordinal: int
    """Place in the job, from 0, without gaps."""
    first_sample: int
    end_sample: int
    windows: int
    """Speech segments in it."""
    transcripts: tuple[Transcript, ...]


@dataclass(frozen=True, slots=True)
class CommittedCaptions:
    """What one chunk gave in one language."""

    ordinal: int
    """Of the chunk."""
    language: LanguageCode
    translations: tuple[Translation, ...]
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Committed:
    """Everything that a job has on disk."""

    chunks: tuple[CommittedChunk, ...] = ()
    """A gapless run from ordinal 0."""
    captions: tuple[CommittedCaptions, ...] = ()
    """By chunk, then language."""
    ahead: tuple[CommittedChunk, ...] = ()
    """Chunks beyond the first gap: the user had jumped there. They have no captions yet."""

    @property
    def next_ordinal(self) -> int:
        """One past the last chunk that is known."""
        return self.ahead[-1].ordinal + 1 if self.ahead else len(self.chunks)


def insert_chunk(db: sqlite_utils.Database, session_id: str, chunk: CommittedChunk) -> None:
    """Store `chunk`; one that is there already stays as it is."""
    added = db.conn.execute(
        "INSERT OR IGNORE INTO chunks VALUES (?, ?, ?, ?, ?)",
        (session_id, chunk.ordinal, chunk.first_sample, chunk.end_sample, chunk.windows),
    )
    if not added.rowcount:
        return
    db.conn.executemany(
        "INSERT INTO transcripts VALUES (?, ?, ?, ?)",
        [(session_id, chunk.ordinal, at, encode(item)) for at, item in enumerate(chunk.transcripts)],
    )
    passages = [passage for item in chunk.transcripts for passage in passages_of(item)]
    insert_passages(db, session_id, chunk.ordinal, passages)


def insert_captions(db: sqlite_utils.Database, session_id: str, captions: CommittedCaptions) -> None:
    """Store `captions`; those of the same chunk and language that are there already stay as they are."""
    key = (session_id, captions.ordinal, captions.language)
    added = db.conn.execute("INSERT OR IGNORE INTO captions VALUES (?, ?, ?)", key)
    if not added.rowcount:
        return
    for table, values in (("translations", captions.translations), ("cues", captions.cues)):
        db.conn.executemany(
            f"INSERT INTO {table} VALUES (?, ?, ?, ?, ?)",
            [(*key, at, encode(value)) for at, value in enumerate(values)],
        )
    passages = [
        Passage(item.language, item.sentence.span, item.text)
        for item in captions.translations
        if item.language != item.sentence.language
    ]
    spoken = [Passage(item.sentence.language, item.sentence.span, item.sentence.text) for item in captions.translations]
    replace_passages(db, session_id, captions.ordinal, spoken)
    insert_passages(db, session_id, captions.ordinal, passages)


def load(db: sqlite_utils.Database, session_id: str) -> Committed:
    """The readable chunks of a session, up to the first that cannot be read."""
    chunks: list[CommittedChunk] = []
    ahead: list[CommittedChunk] = []
    captions: list[CommittedCaptions] = []
    rows = db.conn.execute(
        "SELECT ordinal, first_sample, end_sample, windows FROM chunks WHERE session_id = ? ORDER BY ordinal",
        (session_id,),
    ).fetchall()
    for ordinal, first, end, windows in rows:
        try:
            transcripts = _values(db, Transcript, "transcripts", (session_id, ordinal))
            found = load_captions(db, session_id, ordinal)
        except DatabaseDamaged:
            break
        chunk = CommittedChunk(ordinal, first, end, windows, transcripts)
        if ordinal == len(chunks):
            chunks.append(chunk)
            captions += found
        elif not found:
            ahead.append(chunk)
        else:
            break  # its captions follow on a chunk that is lost
    return Committed(tuple(chunks), tuple(captions), tuple(ahead))


def load_captions(db: sqlite_utils.Database, session_id: str, ordinal: int) -> list[CommittedCaptions]:
    """Captions of one chunk in every language.

    Raises:
        DatabaseDamaged: they cannot be read.
    """
    languages = db.conn.execute(
        "SELECT language FROM captions WHERE session_id = ? AND chunk = ? ORDER BY language", (session_id, ordinal)
    ).fetchall()
    return [
        CommittedCaptions(
            ordinal,
            language,
            _values(db, Translation, "translations", (session_id, ordinal, language)),
            _values(db, Cue, "cues", (session_id, ordinal, language)),
        )
        for (language,) in languages
    ]


def delete_from(db: sqlite_utils.Database, session_id: str, ordinal: int) -> None:
    """Forget chunk `ordinal` and all after it."""
    db.conn.execute("DELETE FROM chunks WHERE session_id = ? AND ordinal >= ?", (session_id, ordinal))


def _values(db: sqlite_utils.Database, kind: type[T], table: str, key: Sequence[object]) -> tuple[T, ...]:
    where = " AND ".join(f"{column} = ?" for column in ("session_id", "chunk", "language")[: len(key)])
    rows = db.conn.execute(f"SELECT data FROM {table} WHERE {where} ORDER BY position", key)
    return tuple(decode(kind, data) for (data,) in rows)
