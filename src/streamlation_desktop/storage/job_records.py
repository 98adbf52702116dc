"""Values that the queue of jobs gives."""

from __future__ import annotations

from dataclasses import dataclass

from streamlation_desktop.core.events import ErrorInfo
from streamlation_desktop.core.jobs import WORKING_STAGES, JobState, Stage
from streamlation_desktop.core.language import LanguageCode

_LITTLE = 0.01
"""Share of a stage that tells nothing of its pace."""


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """One language of a job."""

    language: LanguageCode
    stage: Stage
    """The one that is done next, or is being done."""
    fraction: float
    """Of the stage, 0..1."""
    attempts: int
    """Tries of this stage that failed."""
    not_before: float | None
    """Seconds since the epoch, of the next try."""
    error: ErrorInfo | None
    """Of the last try."""
    since: float | None = None
    """Seconds since the epoch at which its stage was last begun or gone on with."""

    def eta(self, now: float) -> float | None:
        """Seconds until the stage is done at the pace so far; None when nothing can be told yet."""
        if self.since is None or self.error is not None or not _LITTLE < self.fraction < 1.0:
            return None
        elapsed = max(0.0, now - self.since)
        return elapsed / self.fraction - elapsed

    @property
    def is_dead(self) -> bool:
        """True when it failed for good: it is on the dead-letter list."""
        return self.error is not None and self.not_before is None

    @property
    def is_done(self) -> bool:
        """True when nothing is left to do."""
        return self.stage is Stage.COMPLETE

    @property
    def whole(self) -> float:
        """How far it is, all stages together, 0..1."""
        if self.is_done:
            return 1.0
        done = max(0, self.stage.ordinal - Stage.STT.ordinal)
        return (done + self.fraction * (self.stage in WORKING_STAGES)) / len(WORKING_STAGES)


@dataclass(frozen=True, slots=True)
class JobRecord:
    """One job of the queue."""

    id: str
    key: str
    location: str
    request_json: str
    created: float
    """Seconds since the epoch."""
    updated: float
    state: JobState
    tracks: tuple[TrackRecord, ...]

    def track(self, language: LanguageCode) -> TrackRecord:
        """The track of a language, which must be there."""
        return next(track for track in self.tracks if track.language == language)


@dataclass(frozen=True, slots=True)
class JobEvent:
    """One entry of a job's audit trail."""

    wall_time: float
    language: LanguageCode
    stage: Stage
    kind: str
    """``"started"``, ``"kept"``, ``"done"``, ``"retry"``, ``"failed"``, ``"edited"``, ``"paused"`` …"""
    detail: str


@dataclass(frozen=True, slots=True)
class AssetRecord:
    """A file that a job wrote."""

    job: str
    path: str
    language: LanguageCode
    sha256: str
    written: float
    """Seconds since the epoch."""
