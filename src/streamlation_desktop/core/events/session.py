"""How a session goes: its state, its source, its engines, what it wrote."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from streamlation_desktop.core.events.base import ErrorInfo, Event
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.core.types import Origin


class SessionState(Enum):
    """Where a session stands."""

    QUEUED = "queued"
    RUNNING = "running"
    STOPPING = "stopping"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class StateChanged(Event):
    """The session entered a state; `error` says why it failed."""

    state: SessionState
    error: ErrorInfo | None = None


@dataclass(frozen=True, slots=True)
class SessionRecorded(Event):
    """The session has its entry in the history; what an earlier run of the same job made is in it already."""

    record_id: str
    resumed_seconds: float
    """Media that is done."""


@dataclass(frozen=True, slots=True)
class SourceOpened(Event):
    """The source is open and its tracks are known."""

    source: SourceInfo


@dataclass(frozen=True, slots=True)
class EngineChosen(Event):
    """The planner picked an engine for a task, and says why."""

    task: str
    """``"recognize"`` or ``"translate en-es"``."""
    origin: Origin
    device: str
    compute_type: str
    reason: str


@dataclass(frozen=True, slots=True)
class OutputWritten(Event):
    """A file is complete on disk."""

    path: Path
    format: str
    language: LanguageCode | None = None


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """What a finished session did."""

    media_seconds: float
    wall_seconds: float
    source_language: LanguageCode | None
    cues: dict[LanguageCode, int]
    """Number of cues by language."""
    engines: tuple[Origin, ...]
    outputs: tuple[Path, ...]
    warnings: tuple[str, ...] = ()
    resumed_seconds: float = 0.0
    """Media that an earlier, interrupted run had done already."""
    ledger_id: str = ""
    """Under which the history keeps the session."""


@dataclass(frozen=True, slots=True)
class Summarized(Event):
    """The session ended well."""

    summary: SessionSummary
