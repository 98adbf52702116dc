"""What every kind of job is given."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Protocol

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import EventBus, SessionRecorded
from streamlation_desktop.core.focus import Focus
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import SAMPLE_RATE
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
    focus: Focus
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
            OutputExists: a new job would overwrite a file.
            StorageError: the database refuses.
        """
        key = JobKey.of(self.request.location, work)
        self.record = self.resources.enter_context(self.services.ledger.begin(key, targets=self.request.targets))
        self.recorder.attach(self.record.session_id)
        done = self.record.committed.chunks
        self.events.publish(SessionRecorded(self.record.session_id, done[-1].end_sample / SAMPLE_RATE if done else 0.0))
        self.refuse_existing(self.request.targets)
        return self.record

    def refuse_existing(self, languages: Iterable[LanguageCode]) -> None:
        """Make sure, before any work, that a new job overwrites nothing.

        One that was interrupted may have been so after it had written a file: writing compares.

        Raises:
            OutputExists: a file is there already.
        """
        if self.record is None or not self.record.resumed:
            self.files.refuse_existing(languages)


class Job(Protocol):
    """Fills `JobContext.result` as it goes."""

    def __call__(self, context: JobContext) -> None:
        """Run to the end of the source.

        Raises:
            StreamlationError: it cannot go on.
            Cancelled: it was stopped.
        """
