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
from streamlation_desktop.storage.identity import JobKey
from streamlation_desktop.storage.ledger import LedgerSession
from streamlation_desktop.storage.recorder import SessionRecorder


@dataclass(slots=True)
class JobContext:
    """The surroundings of one job."""

    request: JobRequest
    services: Services
    events: EventBus
    token: CancelToken
    files: CaptionFiles
    recorder: SessionRecorder
    resources: ExitStack
    """Closes what the job opened, after its files are written."""
    result: JobResult = field(default_factory=JobResult)
    record: LedgerSession | None = None
    """The job's entry in the ledger, once it has begun."""

    def begin(self, work: object) -> LedgerSession:
        """Take up the job in the ledger.

        Args:
            work: a dataclass with everything that decides the result.

        Raises:
            AlreadyRunning: another process does it now.
            StorageError: the database refuses.
        """
        key = JobKey.of(self.request.location, work)
        self.record = self.resources.enter_context(self.services.ledger.begin(key, targets=self.request.targets))
        self.recorder.attach(self.record.session_id)
        return self.record


class Job(Protocol):
    """Fills `JobContext.result` as it goes."""

    def __call__(self, context: JobContext) -> None:
        """Run to the end of the source.

        Raises:
            StreamlationError: it cannot go on.
            Cancelled: it was stopped.
        """
