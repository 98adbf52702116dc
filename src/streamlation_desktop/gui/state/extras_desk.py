"""Optional parts of the application: what is here, and what is on its way."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, StreamlationError
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.settings.paths import AppPaths

if TYPE_CHECKING:
    from streamlation_desktop.modelstore.extras import ExtraStore, State
    from streamlation_desktop.modelstore.extras_list import Extra

_SHOW_EVERY = 0.1
"""Seconds between two reports of a download."""


@dataclass(slots=True)
class Part:
    """One of them, as it stands."""

    extra: Extra
    state: State
    token: CancelToken | None = None
    """Of the work on it, while there is any."""
    done: int = 0
    total: int = 0

    @property
    def size(self) -> int:
        """Bytes to fetch for this machine."""
        return sum(file.size for file in self.extra.files_here())


def _usual(paths: AppPaths) -> ExtraStore:
    from streamlation_desktop.modelstore.extras import ExtraStore

    return ExtraStore(paths)


class ExtrasDesk(QObject):
    """Installs, checks and removes them on threads; what arrived before a stop is gone on with."""

    changed = Signal()
    failed = Signal(object)
    """A `StreamlationError`."""

    def __init__(
        self, desk: Desk, parent: QObject | None = None, make_store: Callable[[AppPaths], ExtraStore] = _usual
    ) -> None:
        super().__init__(parent)
        self._desk, self._make_store = desk, make_store
        self.parts: dict[str, Part] = {}

    def refresh(self) -> None:
        """See what is here; on a thread, for damage is looked for."""

        def work() -> list[Part]:
            store = self._make_store(self._desk.paths)
            return [Part(extra, store.state(extra)) for extra in store.extras]

        self._desk.tasks.run("disk", self, work, self._take, self.failed.emit)

    def install(self, name: str, source: str, *, accepted: bool) -> None:
        """Fetch one from `source`, a folder or the address of a package index, or from where it usually is."""
        from streamlation_desktop.modelstore.extras_install import ExtraInstallation
        from streamlation_desktop.modelstore.extras_source import Source
        from streamlation_desktop.modelstore.patience import Patience

        part, token, store = self.parts[name], CancelToken(), self._make_store(self._desk.paths)
        fetched = Source(source, token, Patience())
        installation = ExtraInstallation(store, fetched, accepted, self._reporter(part))
        self._work(part, token, lambda: installation.install(part.extra))

    def verify(self, name: str) -> None:
        """Read every byte of one."""
        part, store = self.parts[name], self._make_store(self._desk.paths)
        self._work(part, CancelToken(), lambda: store.state(part.extra, anew=True))

    def remove(self, name: str) -> None:
        """Delete one."""
        part, store = self.parts[name], self._make_store(self._desk.paths)
        self._work(part, CancelToken(), lambda: store.remove(part.extra))

    def stop(self, name: str) -> None:
        """Stop fetching one."""
        token = self.parts[name].token
        if token is not None:
            token.cancel()

    def close(self) -> None:
        """Stop everything."""
        for name in self.parts:
            self.stop(name)

    def _work(self, part: Part, token: CancelToken, work: Callable[[], object]) -> None:
        part.token, part.done, part.total = token, 0, 0
        self.changed.emit()

        def run() -> None:
            try:
                work()
            except Cancelled:
                return  # what arrived is kept

        self._desk.tasks.run("download", self, run, lambda _: self._end(part), lambda error: self._fail(part, error))

    def _end(self, part: Part) -> None:
        part.token = None
        self.changed.emit()
        self.refresh()

    def _fail(self, part: Part, error: StreamlationError) -> None:
        self._end(part)
        self.failed.emit(error)

    def _take(self, found: list[Part]) -> None:
        at_work = {name: part for name, part in self.parts.items() if part.token is not None}
        self.parts = {part.extra.id: part for part in found} | at_work
        self.changed.emit()

    def _reporter(self, part: Part) -> Callable[[int, int], None]:
        reported = 0.0

        def progress(done: int, total: int) -> None:
            nonlocal reported
            now = time.monotonic()
            if now - reported > _SHOW_EVERY or done == total:
                reported = now
                self._desk.tasks.report(self, lambda: self._advance(part, done, total))

        return progress

    def _advance(self, part: Part, done: int, total: int) -> None:
        part.done, part.total = done, total
        self.changed.emit()
