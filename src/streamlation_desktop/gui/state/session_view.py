"""What the window knows of a session that runs, or ran, since the start."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from streamlation_desktop.core.events import (
    Degraded,
    EngineChosen,
    Envelope,
    ErrorInfo,
    Event,
    LanguageDetected,
    LiveStats,
    Progressed,
    SessionRecorded,
    SessionSummary,
    SourceOpened,
    StageStats,
    StreamInterrupted,
    StreamResumed,
    Summarized,
    Translated,
    Warned,
)
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Origin, TranslationStatus
from streamlation_desktop.gui.state.phase import Phase
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.request import JobRequest
from streamlation_desktop.session.runner import Request


@dataclass(slots=True)
class SessionView:
    """One session; belongs to the GUI thread."""

    key: int
    request: Request
    title: str
    phase: Phase = Phase.WAITING
    record_id: str = ""
    """In the history, once it has begun there."""
    duration: float | None = None
    done: float = 0.0
    """Seconds of media with captions."""
    language: LanguageCode | None = None
    stages: dict[str, StageStats] = field(default_factory=dict)
    engines: dict[str, Origin] = field(default_factory=dict)
    """By task."""
    warnings: list[Warned] = field(default_factory=list)
    fallbacks: list[Degraded] = field(default_factory=list)
    retried: int = 0
    """Sentences whose first translation failed a check."""
    keeping_up: LiveStats | None = None
    """Of a live session."""
    is_open: bool = False
    """The source has been reached."""
    interrupted: str = ""
    """Why a live source is away, while it is."""
    error: ErrorInfo | None = None
    summary: SessionSummary | None = None
    _resumed: float = 0.0
    _started: float = 0.0

    @property
    def job(self) -> JobRequest:
        """Source, languages and models."""
        return self.request.job if isinstance(self.request, LiveRequest) else self.request

    @property
    def is_live(self) -> bool:
        """True for captions while someone speaks."""
        return isinstance(self.request, LiveRequest)

    @property
    def fraction(self) -> float | None:
        """0..1 where the length is known."""
        if self.phase is Phase.DONE:
            return 1.0
        return min(self.done / self.duration, 1.0) if self.duration else None

    @property
    def remaining(self) -> float | None:
        """Seconds of waiting left, at the speed so far."""
        made, spent = self.done - self._resumed, time.monotonic() - self._started
        if self.phase is not Phase.RUNNING or not self.duration or made <= 0:
            return None
        return max(self.duration - self.done, 0.0) * spent / made

    @property
    def speed(self) -> float | None:
        """Media seconds per second of waiting; None before there is anything to measure."""
        made, spent = self.done - self._resumed, time.monotonic() - self._started
        return made / spent if self.phase is Phase.RUNNING and made > 0 and spent > 0 else None

    @property
    def lag(self) -> float:
        """Seconds of speech that were cut out of the source and wait for their captions."""
        heard = self.stages.get("segment")
        return max(heard.media_seconds - (self.done - self._resumed), 0.0) if heard else 0.0

    @property
    def is_starter(self) -> bool:
        """True when an embedded engine does a part of the work."""
        return any(origin.quality == "starter" for origin in self.engines.values())

    def begin(self) -> None:
        """It starts, or goes on."""
        self.phase, self._started, self._resumed = Phase.RUNNING, time.monotonic(), self.done
        self.error, self.stages, self.interrupted = None, {}, ""

    def end(self, error: ErrorInfo | None, *, stopped: bool) -> None:
        """Its thread has ended."""
        if stopped:
            self.phase = Phase.PAUSED if self.phase is Phase.PAUSING else Phase.CANCELLED
        else:
            self.phase, self.error = (Phase.FAILED if error else Phase.DONE), error

    def apply(self, envelope: Envelope) -> None:
        """Take in what happened."""
        match envelope.event:
            case SessionRecorded(record_id, resumed):
                self.record_id, self.done, self._resumed = record_id, max(self.done, resumed), resumed
            case SourceOpened(source):
                self.duration, self.title, self.is_open = source.duration, source.title or self.title, True
            case EngineChosen(task, origin):
                self.engines[task] = origin
            case LanguageDetected(language):
                self.language = self.language or language
            case Progressed(task, done) if task == "transcribe":
                self.done = max(self.done, done)
            case StageStats(stage) as stats:
                self.stages[stage] = stats
            case LiveStats() as stats:
                self.keeping_up = stats
            case _:
                self._apply_remark(envelope.event)

    def _apply_remark(self, happened: Event) -> None:
        match happened:
            case StreamInterrupted(_, reason):
                self.interrupted = reason
            case StreamResumed():
                self.interrupted = ""
            case Translated(translation):
                self.retried += translation.status is not TranslationStatus.TRANSLATED
            case Warned() as warning:
                self.warnings.append(warning)
            case Degraded() as fallback:
                self.fallbacks.append(fallback)
            case Summarized(summary):
                self.summary, self.language = summary, summary.source_language or self.language
