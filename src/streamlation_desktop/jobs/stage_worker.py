"""Does stages of jobs with the models of this process."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import AlreadyRunning
from streamlation_desktop.core.events import EventBus
from streamlation_desktop.core.jobs import Stage
from streamlation_desktop.jobs.context import StageOutdated, TrackContext
from streamlation_desktop.jobs.keys import key_of, request_of
from streamlation_desktop.jobs.track_runner import TrackRunner
from streamlation_desktop.jobs.workspace import Workspace
from streamlation_desktop.session.services import Services
from streamlation_desktop.session.stage_request import StageRequest
from streamlation_desktop.storage.job_results import JobResults
from streamlation_desktop.storage.jobs import JobStore
from streamlation_desktop.storage.lease import Lease

_PATIENCE = 20.0
"""Seconds that a process whose parent was killed may take to end what it does for the same language."""


@dataclass(frozen=True, slots=True)
class LocalStages:
    """A `StageWorker` over one set of services."""

    services: Services

    def run_stage(self, request: StageRequest, events: EventBus, token: CancelToken) -> Stage:
        """See `StageWorker`."""
        context = self._context(request, events, token)
        with self._alone(request):
            try:
                TrackRunner(context).run(request.stage)
            except StageOutdated as outdated:
                return outdated.stage
            context.workspace.wipe_after(request.stage, request.language)
        return request.stage.following

    def _context(self, request: StageRequest, events: EventBus, token: CancelToken) -> TrackContext:
        database = self.services.database
        store = JobStore(database)
        wanted = request_of(store.get(request.job))
        return TrackContext(
            request.job,
            wanted,
            request.language,
            self.services,
            store,
            JobResults(database),
            Workspace.of(database, request.job),
            events,
            token,
            key_of(wanted).fingerprint,
            request.is_gentle,
        )

    @contextmanager
    def _alone(self, request: StageRequest) -> Iterator[None]:
        """The job's own lease ends with the process that schedules; its engine process may live a little longer."""
        name = hashlib.sha256(f"{request.job} {request.language}".encode()).hexdigest()
        lease = Lease(self.services.database.path, name)
        if not lease.acquire(_PATIENCE):
            raise AlreadyRunning("another process still works on this language", hint="It is tried again soon.")
        try:
            yield
        finally:
            lease.release()
