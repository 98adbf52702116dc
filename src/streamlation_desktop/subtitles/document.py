"""A subtitle track with what is known about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, Origin, Word

UNDETERMINED = LanguageCode("und")
"""BCP 47 for a file that does not say its language."""


@dataclass(frozen=True, slots=True)
class SubtitleMetadata:
    """Where a track comes from."""

    title: str = ""
    source_language: LanguageCode | None = None
    """What was spoken, where the track is a translation."""
    engines: tuple[Origin, ...] = ()
    """Engines that made the text, in the order they worked."""
    quality_note: str = ""
    """Told to the reader: for example that the embedded starter engines were used."""


@dataclass(frozen=True, slots=True)
class SubtitleDocument:
    """Cues in order of start time, in one language."""

    cues: tuple[Cue, ...]
    language: LanguageCode = UNDETERMINED
    metadata: SubtitleMetadata = field(default_factory=SubtitleMetadata)
    words: tuple[Word, ...] = ()
    """What was spoken, in the source language and in order of time; empty where nobody listened."""
