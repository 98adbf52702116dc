"""What only live streams tell."""

from __future__ import annotations

from dataclasses import dataclass

from streamlation_desktop.core.events.base import Event


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
