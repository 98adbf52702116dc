"""Full-text search over everything that was said or translated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import TimeSpan
from streamlation_desktop.storage.codec import storable
from streamlation_desktop.storage.database import Database

_START, _END = "\x02", "\x03"
_MARKED = re.compile(f"{_START}([^{_END}]*){_END}")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
"""Thai, Lao, Burmese, Khmer, kana and Han: a run of them is one token of the index, so that parts are not in it."""
_MOST_TERMS = 32
_SNIPPET_TOKENS = 24


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a snippet."""

    text: str
    is_match: bool


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A sentence that holds all the words."""

    session_id: str
    title: str
    language: LanguageCode
    span: TimeSpan
    """Where in the media: ``span.start`` is the time to jump to."""
    fragments: tuple[Fragment, ...]

    @property
    def text(self) -> str:
        """The snippet without marks."""
        return "".join(fragment.text for fragment in self.fragments)


def search(
    database: Database, text: str, *, language: LanguageCode | None = None, limit: int = 50
) -> tuple[SearchHit, ...]:
    """Sentences with all words of `text`, the last as a beginning; best first.

    Case and accents do not matter. Any text is a valid query; one without a word finds nothing.

    Raises:
        StorageError: the disk or the database refuses.
    """
    terms = storable(text).replace("\0", " ").split()[:_MOST_TERMS]
    spaced = [term for term in terms if not _UNSPACED.search(term) and any(map(str.isalnum, term))]
    unspaced = [term for term in terms if _UNSPACED.search(term)]
    if not spaced and not unspaced:
        return ()
    query, parameters = _query(spaced, unspaced, language, limit)
    with database.read() as db:
        rows = db.conn.execute(query, parameters).fetchall()
    return tuple(
        SearchHit(session, title, LanguageCode(code), TimeSpan(start, end), tuple(_fragments(marked, unspaced)))
        for session, title, code, start, end, marked in rows
        if _is_span(start, end)
    )


def _is_span(start: object, end: object) -> bool:
    """A damaged file may say anything; its other rows are worth showing."""
    return isinstance(start, float | int) and isinstance(end, float | int) and 0 <= start <= end


def _query(
    spaced: Sequence[str], unspaced: Sequence[str], language: LanguageCode | None, limit: int
) -> tuple[str, list[str | int]]:
    conditions = ["instr(passages.text, ?)"] * len(unspaced)
    parameters: list[str | int] = list(unspaced)
    shown, order, index = "passages.text", "sessions.created DESC, passages.start", ""
    if spaced:
        shown = f"snippet(passages_index, 0, '{_START}', '{_END}', '…', {_SNIPPET_TOKENS})"
        order = "rank"
        index = " JOIN passages_index ON passages_index.rowid = passages.id"
        conditions.append("passages_index MATCH ?")
        parameters.append(_match(spaced))
    if language:
        conditions.append("passages.language = ?")
        parameters.append(language)
    query = (
        f'SELECT passages.session_id, sessions.title, passages.language, passages.start, passages."end", {shown}'
        f" FROM passages{index} JOIN sessions ON sessions.id = passages.session_id"
        f" WHERE {' AND '.join(conditions)} ORDER BY {order} LIMIT ?"
    )
    return query, [*parameters, limit]


def _match(terms: Sequence[str]) -> str:
    """Terms as quoted strings of FTS5, in which nothing is an operator."""
    return " ".join('"' + term.replace('"', '""') + '"' for term in terms) + "*"


def _fragments(marked: str, unspaced: Sequence[str]) -> Iterator[Fragment]:
    for term in unspaced:
        marked = marked.replace(term, f"{_START}{term}{_END}")
    for at, piece in enumerate(_MARKED.split(marked)):
        if piece:
            yield Fragment(piece, is_match=at % 2 == 1)
