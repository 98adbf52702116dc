"""Works on the queue of dubbing jobs: what a job needs is done in the engine process, which has the models already."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, StreamlationError
from streamlation_desktop.core.events import JobProgressed
from streamlation_desktop.gui.bridge import Bridge

if TYPE_CHECKING:
    from streamlation_desktop.core.events import Envelope
    from streamlation_desktop.gui.state.desk import Desk

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Ended:
    fault: str
    """Why the queue itself could not be worked on; empty when it could."""


class JobWorker(QObject):
    """One thread that hands out stages; it ends by itself when nothing in the queue can go on."""

    progressed = Signal(list)
    """`JobProgressed` events, in order."""
    ended = Signal(str)
    """Nobody works on the queue any more; the text says what was wrong, if anything."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.is_running = False
        self._again = False
        self._token = CancelToken()
        self._bridge = Bridge(self)
        self._bridge.arrived.connect(self._take)

    def start(self) -> None:
        """Work on what is in the queue; when that is being done, look once more at its end."""
        if self.is_running or self._token.is_cancelled:
            self._again = True
            return
        self.is_running, self._again = True, False
        threading.Thread(target=self._run, name="gui-jobs", daemon=True).start()

    def close(self) -> None:
        """Stop it for good; what is done is kept, and nobody waits."""
        self._bridge.close()
        self._token.cancel()

    def _run(self) -> None:
        fault = ""
        try:
            self._work()
        except Cancelled:
            pass
        except StreamlationError as error:
            fault = str(error)
        except Exception as error:  # the root of a thread
            log.exception("the worker of the jobs failed unexpectedly")
            fault = f"{type(error).__name__}: {error}"
        self._bridge.post(_Ended(fault))

    def _work(self) -> None:
        from streamlation_desktop.core.events import EventBus
        from streamlation_desktop.jobs.queue import JobQueue
        from streamlation_desktop.session.remote import RemoteRunner

        runner, events = self._desk.sessions.runner(), EventBus()
        assert isinstance(runner, RemoteRunner)
        events.subscribe(self._note)
        queue = JobQueue(self._desk.shelf.services, events, engine=runner, local=runner)
        try:
            queue.run(self._token)
        finally:
            queue.close()

    def _note(self, envelope: Envelope) -> None:
        if isinstance(envelope.event, JobProgressed):
            self._bridge.post(envelope.event)

    def _take(self, batch: list[object]) -> None:
        happened = [item for item in batch if isinstance(item, JobProgressed)]
        if happened:
            self.progressed.emit(happened)
        for item in batch:
            if isinstance(item, _Ended):
                self.is_running = False
                self.ended.emit(item.fault)
                if self._again and not item.fault:
                    self.start()
