"""What the stages give to each other, in the form in which the database keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, Origin, Sentence, Translation


@dataclass(frozen=True, slots=True)
class Cost:
    """What a stage took."""

    wall_seconds: float = 0.0
    cpu_seconds: float = 0.0
    """Of mixing and exporting, that of their thread; else of the whole engine process meanwhile."""
    gpu_seconds: float = 0.0
    """The wall seconds again, where an engine of the stage ran on a graphics card."""


@dataclass(frozen=True, slots=True)
class Helper:
    """An engine that did something to the sound beside the recognition and the speaking."""

    task: str
    """``"enhance"``, ``"diarize"`` or ``"separate"``."""
    origin: Origin


@dataclass(frozen=True, slots=True)
class TranscriptResult:
    """What was said."""

    language: LanguageCode
    sentences: tuple[Sentence, ...]
    cues: tuple[Cue, ...]
    """Of the subtitle track that was read; empty after recognition."""
    media_seconds: float
    engines: tuple[Origin, ...]
    warnings: tuple[str, ...] = ()
    cost: Cost = Cost()
    helpers: tuple[Helper, ...] = ()


@dataclass(frozen=True, slots=True)
class TranslationResult:
    """What it means in one language."""

    translations: tuple[Translation, ...]
    cues: tuple[Cue, ...]
    engine: Origin
    warnings: tuple[str, ...] = ()
    cost: Cost = Cost()


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """One clip of the dub; times in seconds of media time."""

    line: int
    """Id of its sentence."""
    clip: str
    """Name of its file in the job's clips."""
    text: str
    speaker: str
    voice: str
    origin: Origin
    cue_start: float
    cue_end: float
    slot_earliest: float
    slot_end: float
    start: float
    end: float
    scale: float
    """Length that the voice was asked for, against its natural one."""
    stretch: float
    """Tempo of the sound against what the voice said."""
    wording: int
    """0 for the best translation, 1 for a shorter one …"""
    overlap: float = 0.0
    """Seconds at its end under the next clip."""

    @property
    def tempo(self) -> float:
        """Against the natural tempo of the voice."""
        return self.stretch / self.scale


@dataclass(frozen=True, slots=True)
class DubResult:
    """The clips of one language, in order of start."""

    lines: tuple[SpokenLine, ...]
    voices: tuple[Origin, ...]
    warnings: tuple[str, ...] = ()
    cost: Cost = Cost()


@dataclass(frozen=True, slots=True)
class SoundFile:
    """A finished sound file, measured after encoding."""

    path: Path
    sha256: str
    integrated: float
    """LUFS."""
    true_peak: float
    """dBTP."""
    seconds: float


@dataclass(frozen=True, slots=True)
class MixResult:
    """Voice and mix of one language."""

    voice: SoundFile
    mix: SoundFile
    voice_gain: float
    """dB that brought the dub to the level of the speech it replaces."""
    stem_offsets: tuple[float, ...] = ()
    """Seconds by which the stems were moved."""
    warnings: tuple[str, ...] = ()
    cost: Cost = Cost()
    helpers: tuple[Helper, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file that the user gets."""

    path: Path
    kind: str
    """``"voice"``, ``"mix"``, ``"video"`` or ``"captions"``."""
    sha256: str


@dataclass(frozen=True, slots=True)
class ExportResult:
    """The files of one language."""

    files: tuple[ExportedFile, ...]
    cost: Cost = Cost()
