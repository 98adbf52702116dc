"""How a job is run: here, or in the engine process."""

from __future__ import annotations

from typing import Protocol

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import EventBus, SessionSummary
from streamlation_desktop.core.focus import Focus
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.request import JobRequest
from streamlation_desktop.session.text_request import TextRequest

Request = JobRequest | LiveRequest


class Runner(Protocol):
    """Runs jobs; several at once from several threads."""

    def run(self, request: Request, events: EventBus, token: CancelToken, focus: Focus | None = None) -> SessionSummary:
        """Run one job or live session to its end, telling `events` what happens.

        A job on a file captions the place that `focus` looks at before what lies in front of it. Cancelling a live
        session is its normal end.

        Raises:
            StreamlationError: it cannot be done.
            Cancelled: `token` was cancelled; what was done is kept.
        """

    def translate(self, request: TextRequest) -> tuple[str, ...]:
        """Translate sentences that belong to no job; one result per text, in order.

        Raises:
            StreamlationError: it cannot be done.
        """

    def close(self) -> None:
        """Release models and processes."""
