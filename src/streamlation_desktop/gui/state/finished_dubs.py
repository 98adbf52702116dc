"""The dubs that jobs have made of a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from streamlation_desktop.core.language import LanguageCode

if TYPE_CHECKING:
    from streamlation_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class FinishedDub:
    """What is heard with it, and where that is."""

    language: LanguageCode
    mix: Path
    """The voice over the original's background."""


def finished_dubs(database: Database, location: str) -> tuple[FinishedDub, ...]:
    """One for each language, the latest, whose file is still there; reads the disk, so call it from a pool.

    Raises:
        StorageError: the database refuses.
    """
    from streamlation_desktop.jobs.finished_mix import finished_mix
    from streamlation_desktop.storage.jobs import JobStore

    languages = dict.fromkeys(track.language for job in JobStore(database).list() for track in job.tracks)
    mixes = ((language, finished_mix(database, location, language)) for language in languages)
    return tuple(FinishedDub(language, mix) for language, mix in mixes if mix is not None)
