"""A request to say a few translated lines, for a player that lays them over the original."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SpeechClip, TimeSpan, Translation


@dataclass(frozen=True, slots=True)
class SpeakRequest:
    """Lines of one language, in order of time."""

    lines: tuple[Translation, ...]
    language: LanguageCode
    project: str
    """Whose voices; empty for none in particular."""
    folder: Path
    """Takes the sound files; whoever made it removes it."""
    after: TimeSpan | None = None
    """Where the clip before the first of these is heard."""


@runtime_checkable
class Speaker(Protocol):
    """Says lines; several at once from several threads."""

    def speak(self, request: SpeakRequest) -> tuple[SpeechClip, ...]:
        """The clips of the lines that have something to say, in order.

        Raises:
            StreamlationError: no voice speaks the language, or it failed.
        """
