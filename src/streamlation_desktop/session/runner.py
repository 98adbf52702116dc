"""How a job is run: here, or in the engine process."""

from __future__ import annotations

from typing import Protocol

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import EventBus, SessionSummary
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.request import JobRequest

Request = JobRequest | LiveRequest


class Runner(Protocol):
    """Runs jobs; several at once from several threads."""

    def run(self, request: Request, events: EventBus, token: CancelToken) -> SessionSummary:
        """Run one job or live session to its end, telling `events` what happens.

        Cancelling a live session is its normal end.

        Raises:
            StreamlationError: it cannot be done.
            Cancelled: `token` was cancelled; what was done is kept.
        """

    def close(self) -> None:
        """Release models and processes."""
