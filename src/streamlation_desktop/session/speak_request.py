"""A request to say a few translated lines, for a player that lays them over the original; and the voices for it."""

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
    """Whose voices: `project_of` what is played; empty for none in particular."""
    folder: Path
    """Takes the sound files; whoever made it removes it."""
    after: TimeSpan | None = None
    """Where the clip before the first of these is heard."""


@dataclass(frozen=True, slots=True)
class OfferedVoice:
    """A voice that can be chosen for a speaker: ``MappedVoice(offered.model, offered.voice)``."""

    model: str
    """Id of the model, or the engine that brings its own voices."""
    voice: str
    """One of its voices; empty where it has one alone."""
    name: str
    quality: str = ""
    """``"starter"`` for the embedded engine."""


@runtime_checkable
class Speaker(Protocol):
    """Says lines; several at once from several threads."""

    def voices(self, language: LanguageCode) -> tuple[OfferedVoice, ...]:
        """What is installed and speaks a language, the best first; takes seconds: some have to be loaded for that."""

    def speak(self, request: SpeakRequest) -> tuple[SpeechClip, ...]:
        """The clips of the lines that have something to say, in order.

        Raises:
            StreamlationError: no voice speaks the language, or it failed.
        """


def project_of(location: str) -> str:
    """Whose voices speak a file or stream of no named project: its own, wherever it is played or dubbed."""
    return location if "://" in location else str(Path(location).absolute())
