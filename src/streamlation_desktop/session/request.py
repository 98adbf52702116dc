"""What the user asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.devices import DeviceRequest


@dataclass(frozen=True, slots=True)
class OutputRequest:
    """Which files to write, and where."""

    formats: tuple[str, ...] = ("srt",)
    """File extensions without the dot."""
    folder: Path | None = None
    """None: next to the source, or the working folder for streams."""
    overwrite: bool = False
    bilingual: bool = False
    """Source and target text together in every translated file."""
    burn_in: bool = False
    """Also a copy of the video with the captions in the picture."""
    mux: bool = False
    """Also a copy of the media with the captions as subtitle tracks."""


@dataclass(frozen=True, slots=True)
class JobRequest:
    """One job: a source, its languages, and how to work."""

    location: str
    """Path or URL; ``-`` is standard input."""
    sources: tuple[LanguageCode, ...] = ()
    """Spoken languages; empty to detect one, several to tell apart in every segment."""
    targets: tuple[LanguageCode, ...] = ()
    """Empty for the transcript alone."""
    recognizer: str = ""
    """Model id or folder; empty for the best installed."""
    translator: str = ""
    """Model id or folder; empty for the best installed for each pair."""
    device: DeviceRequest = "auto"
    compute_type: str = ""
    beam_size: int = 1
    preset: str = "balanced"
    """Speed of the translation: fast, balanced, accurate."""
    vad: bool = True
    vocabulary: tuple[str, ...] = ()
    glossary: Path | None = None
    audio_track: int | None = None
    subtitle_track: int | None = None
    """Use this embedded subtitle track as the transcript, instead of the sound."""
    allow_network: bool = False
    """Let a playlist on disk fetch from the open internet."""
    source_format: str | None = None
    """Container name, for sources that cannot be probed."""
    output: OutputRequest = OutputRequest()
    is_gentle: bool = False
    """One segment at a time: slower, with the least memory. The words are the same, so that a job may change to it."""


@dataclass(frozen=True, slots=True)
class WorkKey:
    """Everything that decides the words of a result: equal keys on equal sources give equal results.

    Where the files go and what they are called is not in it, so that a job may be resumed into
    another folder.
    """

    version: str
    """Of the application."""
    recognizer: str
    """Engine, model and revision."""
    sources: tuple[LanguageCode, ...]
    targets: tuple[LanguageCode, ...]
    translator: str
    preset: str
    beam_size: int
    vad: bool
    vocabulary: tuple[str, ...]
    glossary: str
    """Its text."""
    audio_track: int | None
