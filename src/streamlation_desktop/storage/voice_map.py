"""Who speaks with which voice, by project; and who agreed to lend theirs."""

from __future__ import annotations

import time
from dataclasses import dataclass

from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.storage.database import Database

_NAME = ""
"""In place of a language: the row that names the speaker."""


@dataclass(frozen=True, slots=True)
class MappedVoice:
    """The voice of one speaker in one language."""

    synthesizer: str
    """Model id or engine; empty for the best installed."""
    voice: str = ""
    """One of its voices; empty for its own choice."""


@dataclass(frozen=True, slots=True)
class VoiceConsent:
    """A person agreed that their voice is imitated."""

    voice: str
    """Id of the enrolled voice."""
    person: str
    statement: str
    """What they agreed to, in their words."""
    given: float
    """Seconds since the epoch."""
    sample_sha256: str
    """Of the recording that the voice was made from."""
    withdrawn: float | None = None

    @property
    def is_valid(self) -> bool:
        """True until it is withdrawn."""
        return self.withdrawn is None


class VoiceMap:
    """Names and voices of the speakers of each project."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def choose(self, project: str, speaker: str, language: LanguageCode, voice: MappedVoice) -> None:
        """Let a speaker have this voice in a language from now on."""
        self._write((project, speaker, language, "", voice.synthesizer, voice.voice))

    def chosen(self, project: str, language: LanguageCode) -> dict[str, MappedVoice]:
        """All that was chosen in a language, by speaker; an empty label is everybody."""
        query = "SELECT speaker, synthesizer, voice FROM voice_map WHERE project = ? AND language = ?"
        with self._database.read() as db:
            rows = db.conn.execute(query, (project, language)).fetchall()
        return {speaker: MappedVoice(synthesizer, voice) for speaker, synthesizer, voice in rows}

    def forget(self, project: str, speaker: str, language: LanguageCode) -> None:
        """Let a speaker have the voice of everybody again, or one of their own."""
        query = "DELETE FROM voice_map WHERE project = ? AND speaker = ? AND language = ?"
        self._database.write(lambda db: db.conn.execute(query, (project, speaker, language)).rowcount)

    def name(self, project: str, speaker: str) -> str:
        """What the speaker is called; the speaker's label where nobody said."""
        query = "SELECT name FROM voice_map WHERE project = ? AND speaker = ? AND language = ?"
        with self._database.read() as db:
            row = db.conn.execute(query, (project, speaker, _NAME)).fetchone()
        return str(row[0]) if row else speaker

    def rename(self, project: str, speaker: str, name: str) -> None:
        """Call a speaker by a name from now on."""
        self._write((project, speaker, _NAME, name, "", ""))

    def _write(self, row: tuple[str, ...]) -> None:
        self._database.write(
            lambda db: db.conn.execute("INSERT OR REPLACE INTO voice_map VALUES (?, ?, ?, ?, ?, ?)", row).rowcount
        )


class VoiceConsents:
    """No cloned voice speaks without an entry here."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, voice: str, person: str, statement: str, sample_sha256: str) -> VoiceConsent:
        """Keep that a person agreed.

        Raises:
            UsageError: it does not say who, or to what.
        """
        if not person.strip() or not statement.strip():
            raise UsageError("a consent needs a person and what they agreed to")
        consent = VoiceConsent(voice, person.strip(), statement.strip(), time.time(), sample_sha256)
        row = (voice, consent.person, consent.statement, consent.given, None, sample_sha256)
        self._database.write(
            lambda db: db.conn.execute("INSERT OR REPLACE INTO voice_consents VALUES (?, ?, ?, ?, ?, ?)", row).rowcount
        )
        return consent

    def withdraw(self, voice: str) -> None:
        """The person changed their mind; the record of it stays."""
        row = (time.time(), voice)
        self._database.write(
            lambda db: db.conn.execute("UPDATE voice_consents SET withdrawn = ? WHERE voice = ?", row).rowcount
        )

    def require(self, voice: str) -> VoiceConsent:
        """The consent for a voice.

        Raises:
            UsageError: nobody agreed, or they withdrew it.
        """
        query = "SELECT voice, person, statement, given, sample_sha256, withdrawn FROM voice_consents WHERE voice = ?"
        with self._database.read() as db:
            row = db.conn.execute(query, (voice,)).fetchone()
        consent = VoiceConsent(*row) if row else None
        if consent is None or not consent.is_valid:
            hint = "Only imitate the voice of somebody who agreed to it; record that first."
            raise UsageError(f"there is no valid consent for the voice {voice}", hint=hint)
        return consent
