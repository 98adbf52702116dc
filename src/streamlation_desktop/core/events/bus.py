"""The bus that carries events, and the envelope that it puts them in."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from streamlation_desktop.core.events.base import Event

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Envelope:
    """An event with its place in the stream of events."""

    session_id: str
    sequence: int
    """Monotonic within the session, from 0, without gaps."""
    wall_time: float
    """Seconds since the epoch."""
    event: Event


Handler = Callable[[Envelope], None]


@dataclass(slots=True)
class EventBus:
    """Delivers events to handlers, on the thread that published them.

    Handlers return at once and do not call back into the pipeline: one that has work to do puts
    the event in a queue of its own. A handler that raises is logged and disturbs nobody.
    """

    session_id: str = ""
    _lock: threading.RLock = field(default_factory=threading.RLock, repr=False)
    _handlers: tuple[Handler, ...] = ()
    _sequence: int = 0

    def subscribe(self, handler: Handler) -> Callable[[], None]:
        """Add `handler`; call the returned function to remove it."""
        with self._lock:
            self._handlers = (*self._handlers, handler)

        def unsubscribe() -> None:
            with self._lock:
                self._handlers = tuple(known for known in self._handlers if known is not handler)

        return unsubscribe

    def publish(self, event: Event) -> None:
        """Stamp `event` and hand it to every handler, in the order of the sequence numbers."""
        with self._lock:  # handlers are quick by contract, and must see the events in order
            envelope = Envelope(self.session_id, self._sequence, time.time(), event)
            self._sequence += 1
            for handler in self._handlers:
                try:
                    handler(envelope)
                except Exception:
                    log.exception("event handler %r failed on %r", handler, event)
