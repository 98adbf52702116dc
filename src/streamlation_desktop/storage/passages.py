"""What can be searched for: sentences with their times."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import sqlite_utils

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import TimeSpan, Transcript, Word
from streamlation_desktop.storage.codec import storable

_SAME = 1e-6
"""Seconds."""
_SENTENCE_END = (".", "?", "!", "…", "。", "？", "！", "؟", "।")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or the part of it that one recognition window held."""

    language: LanguageCode
    span: TimeSpan
    text: str


def passages_of(transcript: Transcript) -> Iterator[Passage]:
    """The sentences of a transcript, so that a hit leads to its moment and not to the start of the window."""
    if not transcript.words:
        yield Passage(transcript.language, transcript.span, transcript.text)
        return
    sentence: list[Word] = []
    for at, word in enumerate(transcript.words, start=1):
        sentence.append(word)
        if at == len(transcript.words) or word.text.rstrip("\"'”’»)").endswith(_SENTENCE_END):
            span = TimeSpan(sentence[0].span.start, max(item.span.end for item in sentence))
            yield Passage(transcript.language, span, "".join(item.text for item in sentence))
            sentence = []


def insert_passages(db: sqlite_utils.Database, session_id: str, chunk: int, passages: Iterable[Passage]) -> None:
    """Add passages of a chunk to the search index."""
    db.conn.executemany(
        'INSERT INTO passages (session_id, chunk, language, start, "end", text) VALUES (?, ?, ?, ?, ?, ?)',
        [
            (session_id, chunk, item.language, item.span.start, item.span.end, storable(item.text.strip()))
            for item in passages
            if item.text.strip()
        ],
    )


def replace_passages(db: sqlite_utils.Database, session_id: str, chunk: int, sentences: Collection[Passage]) -> None:
    """Let the sentences of a chunk be found as they are shown, in place of its words as they were heard."""
    if not sentences:
        return
    key = (session_id, chunk, next(iter(sentences)).language)
    where = "session_id = ? AND chunk = ? AND language = ?"
    known = [text for (text,) in db.conn.execute(f"SELECT text FROM passages WHERE {where}", key)]
    shown = {storable(item.text.strip()) for item in sentences}
    if len(known) <= len(sentences) and set(known) != shown:  # more of them tell the moment better
        db.conn.execute(f"DELETE FROM passages WHERE {where}", key)
        insert_passages(db, session_id, chunk, sentences)


def correct_passage(db: sqlite_utils.Database, session_id: str, corrected: Passage) -> None:
    """Let what was said in that time be found by its corrected text."""
    where = 'session_id = ? AND language = ? AND start >= ? AND "end" <= ?'
    span = corrected.span
    key = (session_id, corrected.language, span.start - _SAME, span.end + _SAME)
    chunks = db.conn.execute(f"SELECT max(chunk) FROM passages WHERE {where}", key).fetchone()
    db.conn.execute(f"DELETE FROM passages WHERE {where}", key)
    if chunks[0] is not None:
        insert_passages(db, session_id, chunks[0], [corrected])
