"""What the user asks of a live session."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.session.request import JobRequest

Pace = Literal["realtime", "fast"]


@dataclass(frozen=True, slots=True)
class LiveRequest:
    """Captions while someone speaks."""

    job: JobRequest
    """Source, languages, models and files; without a folder, a live session writes no files."""
    pace: Pace = "realtime"
    """How fast a source that is not live is played."""
    delay: float | None = None
    """Seconds that a caption may take; more gives better words. None: as early as possible."""
    revisions: tuple[tuple[LanguageCode, int], ...] = ()
    """The last revision of the captions in each language that an engine process had published before it died."""
    record: Path | None = None
    """Write the stream itself to this file (.mkv, .mp4, .ts), with the captions in it at the end."""
    ring: Path | None = None
    """Keep the latest minutes of the stream in this folder, for a player that runs behind."""
    started: float = 0.0
    """When the session began, in seconds since the epoch; the same after a restart of the engine process."""
    began: float = 0.0
    """Of a session that goes on: when its media began, on the monotonic clock, which all processes share."""

    @property
    def age(self) -> float:
        """Seconds of media time that a session that goes on has behind it now; 0 for a new one."""
        return max(0.0, time.monotonic() - self.began) if self.began else 0.0
