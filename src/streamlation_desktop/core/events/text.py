"""What was heard and translated."""

from __future__ import annotations

from dataclasses import dataclass

from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.events.base import Event
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, TimeSpan, Transcript, Translation


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
