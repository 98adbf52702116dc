"""What dubs tell."""

from __future__ import annotations

from dataclasses import dataclass

from streamlation_desktop.core.events.base import ErrorInfo, Event
from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SpeechClip


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
