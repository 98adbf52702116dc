"""What is known of a source once it is open."""

from __future__ import annotations

from dataclasses import dataclass

from streamlation_desktop.core.language import LanguageCode


@dataclass(frozen=True, slots=True)
class AudioTrack:
    """One audio stream of a container."""

    index: int
    """Ordinal among the audio tracks, from 0: what ``--audio-track`` takes."""
    codec: str
    sample_rate: int
    """Hz as stored."""
    channels: int
    language: LanguageCode | None = None
    title: str = ""
    is_default: bool = False
    is_decodable: bool = True


@dataclass(frozen=True, slots=True)
class SubtitleTrack:
    """One subtitle stream of a container."""

    index: int
    """Ordinal among the subtitle tracks, from 0."""
    codec: str
    is_text: bool
    """False for pictures (PGS, VobSub, DVB), which cannot be read as text."""
    language: LanguageCode | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class VideoTrack:
    """The main video stream of a container."""

    codec: str
    width: int
    height: int
    frame_rate: float | None = None
    """Average frames per second where known."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A named part of a film, up to the next one."""

    start: float
    """Media time in seconds."""
    title: str = ""


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What opening a source told us."""

    location: str
    """As the user gave it, without credentials."""
    container: str
    duration: float | None
    """Seconds where known; containers can lie."""
    is_live: bool
    audio: tuple[AudioTrack, ...] = ()
    subtitles: tuple[SubtitleTrack, ...] = ()
    video: VideoTrack | None = None
    title: str = ""
    chapters: tuple[Chapter, ...] = ()
    """In order of time; a live stream has none."""
