"""The sound of a dub that is there already, for whoever plays the film."""

from __future__ import annotations

from pathlib import Path

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.jobs.keys import request_of
from streamlation_desktop.jobs.naming import DubNames
from streamlation_desktop.session.speak_request import project_of
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.job_assets import JobAssets
from streamlation_desktop.storage.jobs import JobStore


def finished_mix(database: Database, location: str, language: LanguageCode) -> Path | None:
    """The newest dub of a file in a language, laid over its own sound; None where there is none any more."""
    for job in reversed(JobStore(database).list()):
        request = request_of(job)
        if project_of(request.location) != project_of(location):
            continue
        mix = DubNames(request).mix(language)
        if mix.is_file() and str(mix) in [asset.path for asset in JobAssets(database).of(job.id)]:
            return mix
    return None
