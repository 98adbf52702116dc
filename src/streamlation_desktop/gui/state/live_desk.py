"""Starts live sessions and keeps what their players read."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.live_view import LiveChoice, LiveView
from streamlation_desktop.gui.state.opening import OpenMedia, request_for

if TYPE_CHECKING:
    from streamlation_desktop.media.ring.folder import RingFolder

log = logging.getLogger(__name__)


class LiveDesk(QObject):
    """One ring for each session that can be played; freed when the session has ended and another began."""

    opened = Signal(object)
    """An `OpenMedia` with its `LiveView`."""
    failed = Signal(object)
    """A `StreamlationError`."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rings: dict[int, RingFolder] = {}

    def watch(self, choice: LiveChoice) -> None:
        """Begin a session and show it."""
        self._desk.when_ready(self, lambda: self._prepare(choice))

    def go_on(self, location: str, record_id: str = "") -> None:
        """Begin a session, as a part of that of the history where it can be one."""

        def find() -> None:
            from streamlation_desktop.gui.state.live_resume import earlier_live

            history, ledger = self._desk.shelf.history, self._desk.shelf.services.ledger
            self._desk.tasks.run(
                "disk",
                self,
                lambda: earlier_live(history, ledger, record_id),
                lambda earlier: self._prepare(LiveChoice(location, earlier=earlier)),
                self.failed.emit,
            )

        self._desk.when_ready(self, find)

    def close(self) -> None:
        """Remove all rings."""
        for ring in self._rings.values():
            ring.close()
        self._rings.clear()

    def _prepare(self, choice: LiveChoice) -> None:
        from streamlation_desktop.media.names import is_capture
        from streamlation_desktop.media.ring.folder import RingFolder

        if is_capture(choice.location):
            self._begin(choice, None)
            return
        folder = self._desk.paths.cache / "live"
        self._desk.tasks.run(
            "disk", self, lambda: RingFolder(folder), lambda ring: self._begin(choice, ring), self.failed.emit
        )

    def _begin(self, choice: LiveChoice, ring: RingFolder | None) -> None:
        from streamlation_desktop.media.names import url_name
        from streamlation_desktop.session.live_request import LiveRequest

        self._free_ended()
        earlier = choice.earlier
        title = earlier.record.title if earlier and earlier.record.title else url_name(choice.location)
        job = request_for(choice.location, self._desk.settings, earlier.record.targets if earlier else None)
        request = LiveRequest(
            replace(job, sources=earlier.sources) if earlier else job,
            record=choice.record,
            ring=ring.path if ring is not None else None,
            started=earlier.started if earlier else round(time.time(), 3),
            began=time.monotonic() - earlier.record.done if earlier else 0.0,
        )
        key = self._desk.sessions.start(request, title, urgent=True)
        if ring is not None:
            self._rings[key] = ring
        view = LiveView(ring.path if ring is not None else None, choice.delay)
        record = earlier.record if earlier else None
        self.opened.emit(OpenMedia(choice.location, title, "", record, session=key, live=view))

    def _free_ended(self) -> None:
        running = {session.key for session in self._desk.sessions.running}
        for key in [key for key in self._rings if key not in running]:
            self._rings.pop(key).close()
