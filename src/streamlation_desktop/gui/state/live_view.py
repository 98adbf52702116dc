"""How a live stream is watched."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from streamlation_desktop.core.language import LanguageCode
    from streamlation_desktop.storage.records import SessionRecord


@dataclass(frozen=True, slots=True)
class EarlierLive:
    """A live session that was interrupted, and goes on."""

    record: SessionRecord
    """What is kept of it."""
    started: float
    """When it began: with that the session knows its own again."""
    sources: tuple[LanguageCode, ...]


@dataclass(frozen=True, slots=True)
class LiveChoice:
    """What the user asked for."""

    location: str
    """Address of a stream, ``mic:NAME`` or ``system:NAME``."""
    delay: float | None = None
    """Seconds behind the stream; None to follow the captions' lag, 0 for words as early as possible."""
    record: Path | None = None
    earlier: EarlierLive | None = None
    """What it goes on with; None for a new session."""


@dataclass(frozen=True, slots=True)
class LiveView:
    """What the player shows of a live session."""

    ring: Path | None
    """Folder of the latest minutes; None where the computer's own sound is heard, which is not played again."""
    delay: float | None = None
    """See `LiveChoice`."""

    @property
    def is_early(self) -> bool:
        """True when words are shown as they come, not when they are heard in the player."""
        return self.ring is None or self.delay == 0
