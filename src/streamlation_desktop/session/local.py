"""Runs jobs in this process."""

from __future__ import annotations

from dataclasses import dataclass, replace

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.events import EventBus, SessionSummary
from streamlation_desktop.core.focus import Focus
from streamlation_desktop.session.live import LiveSession
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.memory_limit import memory_errors
from streamlation_desktop.session.runner import Request
from streamlation_desktop.session.services import Services
from streamlation_desktop.session.session import Session
from streamlation_desktop.session.text_request import TextRequest, translate_texts


@dataclass(frozen=True, slots=True)
class LocalRunner:
    """Sessions on the caller's threads, with the models of one set of services."""

    services: Services
    is_gentle: bool = False
    """Every job with little memory, as after a crash."""

    def run(self, request: Request, events: EventBus, token: CancelToken, focus: Focus | None = None) -> SessionSummary:
        """See `Runner`."""
        with memory_errors():
            if isinstance(request, LiveRequest):
                return LiveSession(request, self.services, events, token).run()
            request = replace(request, is_gentle=request.is_gentle or self.is_gentle)
            return Session(request, self.services, events, token, focus or Focus()).run()

    def translate(self, request: TextRequest) -> tuple[str, ...]:
        """See `Runner`."""
        with memory_errors():
            return translate_texts(request, self.services)

    def close(self) -> None:
        """The services belong to whoever built them."""
