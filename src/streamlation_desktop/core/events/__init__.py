"""What a session tells the outside world, by family, and the bus that carries it."""

from streamlation_desktop.core.events.base import (
    ErrorInfo,
    Event,
)
from streamlation_desktop.core.events.bus import (
    Envelope,
    EventBus,
    Handler,
)
from streamlation_desktop.core.events.cast import (
    CastChanged,
    CastDevicesChanged,
    CastTelemetry,
)
from streamlation_desktop.core.events.dubbing import (
    ClipSpoken,
    JobProgressed,
)
from streamlation_desktop.core.events.live import (
    LiveStats,
    StreamInterrupted,
    StreamResumed,
    StreamTitled,
)
from streamlation_desktop.core.events.progress import (
    Degraded,
    Progressed,
    StageStats,
    Warned,
)
from streamlation_desktop.core.events.session import (
    EngineChosen,
    OutputWritten,
    SessionRecorded,
    SessionState,
    SessionSummary,
    SourceOpened,
    StateChanged,
    Summarized,
)
from streamlation_desktop.core.events.text import (
    CaptionsForeseen,
    CaptionUpdated,
    CueCommitted,
    LanguageDetected,
    Transcribed,
    Translated,
)

__all__ = [
    "CaptionsForeseen",
    "CaptionUpdated",
    "CastChanged",
    "CastDevicesChanged",
    "CastTelemetry",
    "ClipSpoken",
    "CueCommitted",
    "Degraded",
    "EngineChosen",
    "Envelope",
    "ErrorInfo",
    "Event",
    "EventBus",
    "Handler",
    "JobProgressed",
    "LanguageDetected",
    "LiveStats",
    "OutputWritten",
    "Progressed",
    "SessionRecorded",
    "SessionState",
    "SessionSummary",
    "SourceOpened",
    "StageStats",
    "StateChanged",
    "StreamInterrupted",
    "StreamResumed",
    "StreamTitled",
    "Summarized",
    "Transcribed",
    "Translated",
    "Warned",
]
