"""The texts of a session line by line, with what people changed in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import sqlite_utils

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, TimeSpan, Translation
from streamlation_desktop.storage.codec import decode, storable
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.passages import Passage, correct_passage


@dataclass(frozen=True, slots=True)
class TranscriptLine:
    """A sentence in every language of its session."""

    id: int
    """Of the sentence; of the cue, in a session that translates nothing."""
    span: TimeSpan
    language: LanguageCode
    """What was spoken."""
    text: str
    translations: Mapping[LanguageCode, str] = field(default_factory=dict)
    speaker: str = ""
    confidence: float = 1.0
    edited: frozenset[LanguageCode] = frozenset()
    """Languages whose text a person has changed."""

    @classmethod
    def of_translation(cls, translation: Translation) -> TranscriptLine:
        """The line that a translation makes, in its one language."""
        said = translation.sentence
        translations = {translation.language: translation.text}
        return cls(said.id, said.span, said.language, said.text, translations, said.speaker, said.confidence)

    @classmethod
    def of_cue(cls, cue: Cue) -> TranscriptLine:
        """The line that a cue makes where there are no sentences."""
        text = " ".join(cue.lines)
        return cls(cue.index, cue.span, cue.language, text, {}, cue.speaker, cue.confidence)

    def joined(self, other: TranscriptLine) -> TranscriptLine:
        """This line with the translations of `other`, too."""
        return replace(self, translations={**self.translations, **other.translations})

    def changed(self, language: LanguageCode, text: str) -> TranscriptLine:
        """This line with another text in one language."""
        edited = self.edited | {language}
        if language == self.language:
            return replace(self, text=text, edited=edited)
        return replace(self, translations={**self.translations, language: text}, edited=edited)


class Lines:
    """Reads and corrects lines."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self, session_id: str) -> tuple[TranscriptLine, ...]:
        """All lines in order of time, as corrected.

        Raises:
            DatabaseDamaged: they cannot be read.
        """
        with self._database.read() as db:
            lines = _sentences(db, session_id) or _cues(db, session_id)
            edits = db.conn.execute("SELECT line, language, text FROM edits WHERE session_id = ?", (session_id,))
            for line, language, text in edits.fetchall():
                if line in lines:
                    lines[line] = lines[line].changed(LanguageCode(language), text)
        return tuple(sorted(lines.values(), key=lambda line: (line.span.start, line.id)))

    def edits(self, session_id: str, language: LanguageCode) -> dict[int, str]:
        """Corrected texts in one language, by line."""
        query = "SELECT line, text FROM edits WHERE session_id = ? AND language = ?"
        with self._database.read() as db:
            return dict(db.conn.execute(query, (session_id, language)).fetchall())

    def translations(self, session_id: str, language: LanguageCode) -> tuple[Translation, ...]:
        """Committed translations in one language, in order, as they were made.

        Raises:
            DatabaseDamaged: they cannot be read.
        """
        query = "SELECT data FROM translations WHERE session_id = ? AND language = ? ORDER BY chunk, position"
        with self._database.read() as db:
            rows = db.conn.execute(query, (session_id, language)).fetchall()
        return tuple(decode(Translation, data) for (data,) in rows)

    def correct(self, session_id: str, line: int, language: LanguageCode, text: str | None) -> None:
        """Keep a corrected text, by which the line is found from now on; None takes the correction back.

        Raises:
            StorageError: the disk or the database refuses.
        """
        statement = "DELETE FROM edits WHERE session_id = ? AND line = ? AND language = ?"
        values: tuple[str | int, ...] = (session_id, line, str(language))
        if text is not None:
            statement, values = "INSERT OR REPLACE INTO edits VALUES (?, ?, ?, ?)", (*values, storable(text))

        def write(db: sqlite_utils.Database) -> None:
            db.conn.execute(statement, values)
            made = _made(db, session_id, line, language)
            if made is not None:
                correct_passage(db, session_id, made if text is None else replace(made, text=text))

        self._database.write(write)

    def speakers(self, session_id: str) -> dict[str, str]:
        """What the user calls the speakers, by their label."""
        with self._database.read() as db:
            query = "SELECT label, name FROM speakers WHERE session_id = ?"
            return dict(db.conn.execute(query, (session_id,)).fetchall())

    def name_speaker(self, session_id: str, label: str, name: str) -> None:
        """Give a speaker a name."""
        values = (session_id, storable(label), storable(name))
        self._database.write(
            lambda db: db.conn.execute("INSERT OR REPLACE INTO speakers VALUES (?, ?, ?)", values).rowcount
        )


def _made(db: sqlite_utils.Database, session_id: str, line: int, language: LanguageCode) -> Passage | None:
    """A line as it was made; None where it has no text in that language."""
    query = "SELECT data FROM translations WHERE session_id = ? AND json_extract(data, '$.sentence.id') = ?"
    for (data,) in db.conn.execute(query, (session_id, line)):
        translation = decode(Translation, data)
        said = translation.sentence
        if language == translation.language:
            return Passage(language, said.span, translation.text)
        if language == said.language:
            return Passage(language, said.span, said.text)
    return None


def _sentences(db: sqlite_utils.Database, session_id: str) -> dict[int, TranscriptLine]:
    rows = db.conn.execute("SELECT data FROM translations WHERE session_id = ? ORDER BY chunk, position", (session_id,))
    lines: dict[int, TranscriptLine] = {}
    for (data,) in rows:
        line = TranscriptLine.of_translation(decode(Translation, data))
        known = lines.get(line.id)
        lines[line.id] = known.joined(line) if known else line
    return lines


def _cues(db: sqlite_utils.Database, session_id: str) -> dict[int, TranscriptLine]:
    rows = db.conn.execute("SELECT data FROM cues WHERE session_id = ? ORDER BY chunk, position", (session_id,))
    cues = [decode(Cue, data) for (data,) in rows]
    return {cue.index: TranscriptLine.of_cue(cue) for cue in cues}
