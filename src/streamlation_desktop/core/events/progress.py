"""How far work is, and what the user should know on the way."""

from __future__ import annotations

from dataclasses import dataclass

from streamlation_desktop.core.events.base import Event


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
