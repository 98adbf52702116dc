"""What can be searched for: sentences with their times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import sqlite_utils

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import TimeSpan, Transcript, Word
from streamlation_desktop.storage.codec import storable

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


def has_passages(db: sqlite_utils.Database, session_id: str, chunk: int) -> bool:
    """True when something of the chunk can be found."""
    query = "SELECT 1 FROM passages WHERE session_id = ? AND chunk = ? LIMIT 1"
    return db.conn.execute(query, (session_id, chunk)).fetchone() is not None
