"""What every kind of job is given."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Protocol

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import EventBus
from streamlation_desktop.session.outputs import CaptionFiles
from streamlation_desktop.session.request import JobRequest
from streamlation_desktop.session.result import JobResult
from streamlation_desktop.session.services import Services
from streamlation_desktop.storage.ledger import LedgerSession


@dataclass(slots=True)
class JobContext:
    """The surroundings of one job."""

    request: JobRequest
    services: Services
    events: EventBus
    token: CancelToken
    files: CaptionFiles
    resources: ExitStack
    """Closes what the job opened, after its files are written."""
    result: JobResult = field(default_factory=JobResult)
    record: LedgerSession | None = None
    """The job's entry in the ledger, once it has begun."""


class Job(Protocol):
    """Fills `JobContext.result` as it goes."""

    def __call__(self, context: JobContext) -> None:
        """Run to the end of the source.

        Raises:
            StreamlationError: it cannot go on.
            Cancelled: it was stopped.
        """
