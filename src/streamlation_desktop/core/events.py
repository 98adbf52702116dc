"""What a session tells the outside world, and the bus that carries it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.casting import CastDevice, CastStatus
from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.core.types import Cue, Origin, SpeechClip, TimeSpan, Transcript, Translation

log = logging.getLogger(__name__)


class SessionState(Enum):
    """Where a session stands."""

    QUEUED = "queued"
    RUNNING = "running"
    STOPPING = "stopping"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ErrorInfo:
    """An error in the form that crosses processes and files."""

    code: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events."""


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
class LanguageDetected(Event):
    """The spoken language was detected."""

    language: LanguageCode
    probability: float
    span: TimeSpan


@dataclass(frozen=True, slots=True)
class Transcribed(Event):
    """A segment was recognized."""

    transcript: Transcript


@dataclass(frozen=True, slots=True)
class Translated(Event):
    """A sentence was translated."""

    translation: Translation


@dataclass(frozen=True, slots=True)
class CueCommitted(Event):
    """A cue is final and stored."""

    cue: Cue


@dataclass(frozen=True, slots=True)
class CaptionsForeseen(Event):
    """Captions of a place to which the user jumped, made before those in front of it.

    They stand until `Progressed` passes them: the final ones come in order.
    """

    cues: tuple[Cue, ...]
    """In one language."""


@dataclass(frozen=True, slots=True)
class CaptionUpdated(Event):
    """Live captions in one language changed."""

    state: CaptionState


@dataclass(frozen=True, slots=True)
class LiveStats(Event):
    """How a live session keeps up, over its last minutes."""

    lag_p50: float | None
    """Seconds from the end of a word to its settled caption, half of the words; None before the first."""
    lag_p95: float | None
    translation_lag_p50: float | None
    """The same for the translation's words."""
    revised_words: float
    """Words of the grey tail that were taken back, per settled word: 0 is flicker-free."""
    dropped_seconds: float
    """Sound that was left out because the machine did not keep up."""
    load: float
    """Compute per second of sound; 1 is the most that can be kept up."""
    level: str
    """How the recognizer works now, in words."""
    reconnects: int = 0


@dataclass(frozen=True, slots=True)
class ClipSpoken(Event):
    """A clip of the dub can be played; its samples are in its file."""

    clip: SpeechClip


@dataclass(frozen=True, slots=True)
class JobProgressed(Event):
    """How far one language of a dubbing job is."""

    job: str
    """Id of the job."""
    language: LanguageCode
    stage: Stage
    fraction: float
    """Of the stage, 0..1."""
    eta: float | None = None
    """Seconds until the stage is done, where that can be told."""
    error: ErrorInfo | None = None
    """Why it stopped, or is tried again."""


@dataclass(frozen=True, slots=True)
class Progressed(Event):
    """How far a long work is."""

    task: str
    """``"transcribe"``, ``"burn-in"``, ``"mux"``, ``"download"`` …"""
    done: float
    total: float | None
    unit: str = "s"
    """``"s"`` of media or ``"bytes"``."""


@dataclass(frozen=True, slots=True)
class StageStats(Event):
    """Measurement of one stage so far."""

    stage: str
    queued: int
    """Items waiting in the stage's input channel."""
    busy_seconds: float
    """Time spent working, waits not counted."""
    media_seconds: float
    """Media that went through; `busy / media` is the real-time factor."""
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class Degraded(Event):
    """A fall-back was chosen; the session goes on."""

    reason: str
    chosen: str


@dataclass(frozen=True, slots=True)
class Warned(Event):
    """Something the user should know; the session goes on."""

    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class StreamInterrupted(Event):
    """A live source was lost; it is being connected again."""

    at: float
    """Media time in seconds."""
    reason: str


@dataclass(frozen=True, slots=True)
class StreamResumed(Event):
    """A live source is back."""

    at: float
    """Media time in seconds of what comes first."""
    gap: float
    """Seconds that were missed."""
    reconnects: int
    """So far in this session."""


@dataclass(frozen=True, slots=True)
class StreamTitled(Event):
    """A live source says what is on air now."""

    at: float
    """Media time in seconds."""
    title: str


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


@dataclass(frozen=True, slots=True)
class CastDevicesChanged(Event):
    """A device came, went or changed; these are there now."""

    devices: tuple[CastDevice, ...]


@dataclass(frozen=True, slots=True)
class CastChanged(Event):
    """What the device does; `error` says why it failed."""

    status: CastStatus
    error: ErrorInfo | None = None


@dataclass(frozen=True, slots=True)
class CastTelemetry(Event):
    """Measurement of one device so far."""

    buffering_seconds: float
    """Time spent waiting for data after the first picture."""
    stalls: int
    requests: int
    """Answered by our server."""
    drift: float
    """Seconds that the device is ahead of its own clock since the last seek; negative: behind."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """An event with its place in the stream of events."""

    session_id: str
    sequence: int
    """Monotonic within the session, from 0, without gaps."""
    wall_time: float
    """Seconds since the epoch."""
    event: Event


Handler = Callable[[Envelope], None]


@dataclass(slots=True)
class EventBus:
    """Delivers events to handlers, on the thread that published them.

    Handlers return at once and do not call back into the pipeline: one that has work to do puts
    the event in a queue of its own. A handler that raises is logged and disturbs nobody.
    """

    session_id: str = ""
    _lock: threading.RLock = field(default_factory=threading.RLock, repr=False)
    _handlers: tuple[Handler, ...] = ()
    _sequence: int = 0

    def subscribe(self, handler: Handler) -> Callable[[], None]:
        """Add `handler`; call the returned function to remove it."""
        with self._lock:
            self._handlers = (*self._handlers, handler)

        def unsubscribe() -> None:
            with self._lock:
                self._handlers = tuple(known for known in self._handlers if known is not handler)

        return unsubscribe

    def publish(self, event: Event) -> None:
        """Stamp `event` and hand it to every handler, in the order of the sequence numbers."""
        with self._lock:  # handlers are quick by contract, and must see the events in order
            envelope = Envelope(self.session_id, self._sequence, time.time(), event)
            self._sequence += 1
            for handler in self._handlers:
                try:
                    handler(envelope)
                except Exception:
                    log.exception("event handler %r failed on %r", handler, event)
