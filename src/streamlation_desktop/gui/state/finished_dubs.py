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
    from streamlation_desktop.jobs.keys import request_of
    from streamlation_desktop.jobs.naming import DubNames
    from streamlation_desktop.storage.jobs import JobStore

    film = Path(location).absolute()
    found: dict[LanguageCode, FinishedDub] = {}
    for job in JobStore(database).list():
        if Path(job.location).absolute() != film:
            continue
        names = DubNames(request_of(job))
        for track in job.tracks:
            mix = names.mix(track.language)
            if track.is_done and mix.is_file():
                found[track.language] = FinishedDub(track.language, mix)
    return tuple(found.values())
