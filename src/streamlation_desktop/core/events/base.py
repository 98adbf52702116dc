"""What every event is, and an error in the form that crosses processes and files."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ErrorInfo:
    """An error in the form that crosses processes and files."""

    code: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events."""
