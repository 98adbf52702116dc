"""Jobs by what they are asked to be: the request that a job was made from, and the key that makes two the same."""

from __future__ import annotations

from dataclasses import replace

from streamlation_desktop import __version__
from streamlation_desktop.core.errors import SourceError
from streamlation_desktop.jobs.request import DubKey, DubRequest
from streamlation_desktop.storage.codec import decode
from streamlation_desktop.storage.identity import JobKey
from streamlation_desktop.storage.job_records import JobRecord


def request_of(job: JobRecord) -> DubRequest:
    """What was asked for."""
    return decode(DubRequest, job.request_json)


def key_of(request: DubRequest) -> JobKey:
    """The key of a job.

    Raises:
        SourceNotFound, SourceForbidden: the source cannot be read.
        SourceError: its name is none.
    """
    try:
        return JobKey.of(request.location, DubKey(__version__, _work_of(request)))
    except ValueError as exc:
        raise SourceError(f"{request.location!r} is no path") from exc


def _work_of(request: DubRequest) -> DubRequest:
    """Without what changes nothing in the result."""
    return replace(request, output=replace(request.output, overwrite=False))
