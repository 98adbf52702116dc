"""What a job made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from streamlation_desktop.core.errors import StreamlationError
from streamlation_desktop.core.events import SessionSummary
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, Origin, Sentence
from streamlation_desktop.subtitles.document import SubtitleDocument, SubtitleMetadata


@dataclass(frozen=True, slots=True)
class TrackResult:
    """The cues of one language."""

    language: LanguageCode
    cues: Sequence[Cue]
    engines: tuple[Origin, ...]
    sentences: Sequence[Sentence] = ()
    """What the cues were made of, where it was heard."""


@dataclass(slots=True)
class JobResult:
    """Grows while the job runs, so that an interrupted one can tell what it has."""

    title: str = ""
    media_seconds: float = 0.0
    resumed_seconds: float = 0.0
    spoken: TrackResult | None = None
    """What was said; None when nothing was."""
    translated: list[TrackResult] = field(default_factory=list)
    wants_spoken: bool = False
    """True when the transcript is one of the files asked for."""
    failures: list[StreamlationError] = field(default_factory=list)
    """Why a target is missing."""

    def tracks(self) -> list[TrackResult]:
        """The tracks to write: the targets, and the transcript where it was asked for or must stand in."""
        spoken = [self.spoken] if self.spoken and (self.wants_spoken or self.failures) else []
        return spoken + self.translated

    def document(self, track: TrackResult) -> SubtitleDocument:
        """A track with what is known about it."""
        spoken = self.spoken.language if self.spoken else None
        heard = self.spoken.sentences if self.spoken else ()
        starter = sorted({origin.engine for origin in track.engines if origin.quality == "starter"})
        note = f"Starter quality ({', '.join(starter)}): better models: streamlation models list" if starter else ""
        return SubtitleDocument(
            tuple(track.cues),
            track.language,
            SubtitleMetadata(self.title, spoken if track is not self.spoken else None, track.engines, note),
            tuple(word for sentence in heard for word in sentence.words),
        )

    def summary(
        self, wall_seconds: float, outputs: tuple[Path, ...], warnings: tuple[str, ...], ledger_id: str = ""
    ) -> SessionSummary:
        """The job in figures."""
        tracks = self.tracks()
        return SessionSummary(
            media_seconds=self.media_seconds,
            wall_seconds=wall_seconds,
            source_language=self.spoken.language if self.spoken else None,
            cues={track.language: len(track.cues) for track in tracks},
            engines=tuple(dict.fromkeys(origin for track in tracks for origin in track.engines)),
            outputs=outputs,
            warnings=warnings,
            resumed_seconds=self.resumed_seconds,
            ledger_id=ledger_id,
        )
