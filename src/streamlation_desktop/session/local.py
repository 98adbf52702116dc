"""Runs jobs in this process."""

from __future__ import annotations

from dataclasses import dataclass

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import EventBus, SessionSummary
from streamlation_desktop.core.focus import Focus
from streamlation_desktop.session.live import LiveSession
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.runner import Request
from streamlation_desktop.session.services import Services
from streamlation_desktop.session.session import Session
from streamlation_desktop.session.text_request import TextRequest, translate_texts


@dataclass(frozen=True, slots=True)
class LocalRunner:
    """Sessions on the caller's threads, with the models of one set of services."""

    services: Services

    def run(self, request: Request, events: EventBus, token: CancelToken, focus: Focus | None = None) -> SessionSummary:
        """See `Runner`."""
        if isinstance(request, LiveRequest):
            return LiveSession(request, self.services, events, token).run()
        return Session(request, self.services, events, token, focus or Focus()).run()

    def translate(self, request: TextRequest) -> tuple[str, ...]:
        """See `Runner`."""
        return translate_texts(request, self.services)

    def close(self) -> None:
        """The services belong to whoever built them."""
