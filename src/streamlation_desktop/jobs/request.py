"""What a dub is asked to be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.devices import DeviceRequest
from streamlation_desktop.session.speak_request import project_of

TARGET_LOUDNESS = {"desktop": -16.0, "broadcast": -23.0}
"""LUFS of the finished sound, by the name of the preset; R 128 for broadcast."""


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """Which voice speaks a language, or one speaker in it."""

    language: LanguageCode
    synthesizer: str
    """Model id or engine; empty for the best installed."""
    voice: str = ""
    """One of its voices; empty for its own choice."""
    speaker: str = ""
    """Empty for everybody."""


@dataclass(frozen=True, slots=True)
class Stems:
    """The sound of the source, taken apart beforehand."""

    voice: Path
    background: Path
    tolerance: float = 0.5
    """Seconds by which their durations may differ from the source's and from each other's."""


@dataclass(frozen=True, slots=True)
class DubOutput:
    """Where the files go."""

    folder: Path | None = None
    """None: beside the source."""
    overwrite: bool = False
    formats: tuple[str, ...] = ("srt", "vtt")
    """Of the captions."""


@dataclass(frozen=True, slots=True)
class DubRequest:
    """One dubbing job: a file and its languages."""

    location: str
    targets: tuple[LanguageCode, ...]
    sources: tuple[LanguageCode, ...] = ()
    """Spoken languages; empty to detect one."""
    captions: Path | None = None
    """What is said, as a subtitle file in the spoken language, instead of recognition."""
    subtitle_track: int | None = None
    """The same, from the file itself."""
    recognizer: str = ""
    translator: str = ""
    preset: str = "balanced"
    device: DeviceRequest = "auto"
    compute_type: str = ""
    glossary: Path | None = None
    audio_track: int | None = None
    voices: tuple[VoiceChoice, ...] = ()
    stems: Stems | None = None
    enhance: str = ""
    """Model that takes noise out before recognition; empty for none."""
    diarizer: str = ""
    """Folder of a model that tells speakers apart; empty for one speaker."""
    speakers: int | None = None
    """How many there are, where known."""
    separate: str = ""
    """Model that takes voice and background apart; empty to duck the original."""
    loudness: str = "desktop"
    """A key of `TARGET_LOUDNESS`."""
    project: str = ""
    """Whose voices and names are remembered; empty for the file's own."""
    output: DubOutput = DubOutput()

    @property
    def project_name(self) -> str:
        """The project, or the file itself."""
        return self.project or project_of(self.location)


@dataclass(frozen=True, slots=True)
class DubKey:
    """Everything that makes two jobs on the same file the same job."""

    version: str
    request: DubRequest
