"""Values that the history gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from streamlation_desktop.core.events import ErrorInfo, SessionState, SessionSummary
from streamlation_desktop.core.language import LanguageCode


class SortBy(Enum):
    """Order of a list."""

    CREATED = "created"
    UPDATED = "updated"
    TITLE = "title"
    DURATION = "duration"


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which sessions to list; each field that is set narrows."""

    text: str = ""
    """Part of the title or location."""
    state: SessionState | None = None
    language: LanguageCode | None = None
    """Spoken, or translated into."""
    before: float | None = None
    """Seconds since the epoch; last changed before."""
    fingerprint: str = ""
    """Of the source: sessions on the same content."""
    project: int | None = None
    """Id of a project."""
    sort: SortBy = SortBy.CREATED
    """Latest, longest, or first in the alphabet first."""
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One line of the history."""

    id: str
    job_key: str
    fingerprint: str
    """Of the source."""
    location: str
    title: str
    created: float
    """Seconds since the epoch."""
    updated: float
    state: SessionState
    duration: float | None
    """Seconds of media where known."""
    done: float
    """Seconds of media that are committed."""
    source_language: LanguageCode | None
    targets: tuple[LanguageCode, ...]
    is_interrupted: bool
    """RUNNING by the record, yet no process works on it: it was killed, and the same job goes on from there."""

    @property
    def shown_title(self) -> str:
        """What people know it by."""
        return self.title or self.location


@dataclass(frozen=True, slots=True)
class OutputRecord:
    """A file that a session wrote."""

    path: str
    format: str
    language: LanguageCode | None
    written: float
    """Seconds since the epoch."""


@dataclass(frozen=True, slots=True)
class EventRecord:
    """Something that happened in a session."""

    wall_time: float
    """Seconds since the epoch."""
    kind: str
    data: str
    """JSON of the event."""


@dataclass(frozen=True, slots=True)
class SessionDetails:
    """Everything but the texts of a session."""

    record: SessionRecord
    request_json: str
    cue_languages: tuple[LanguageCode, ...]
    outputs: tuple[OutputRecord, ...]
    events: tuple[EventRecord, ...]
    summary: SessionSummary | None
    error: ErrorInfo | None
