"""Installs models in the background: several at once, paused and resumed."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, StreamlationError
from streamlation_desktop.gui.state.desk import Desk

_SHOW_EVERY = 0.1
"""Seconds between two reports of a download."""


@dataclass(slots=True)
class Download:
    """One model on its way."""

    model: str
    done: int = 0
    total: int = 0
    is_running: bool = True
    token: CancelToken = field(default_factory=CancelToken)


class Downloads(QObject):
    """Models on their way, and those that paused or failed; what arrived is kept on disk."""

    changed = Signal(str)
    """Id of a model that stands elsewhere now."""
    installed = Signal(str)
    """Id of a model that can be used from now on."""
    failed = Signal(object)
    """A `StreamlationError`."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.active: dict[str, Download] = {}

    def name(self, model: str) -> str:
        """What people know a model by."""
        entry = self._desk.shelf.models.catalog.get(model)
        return entry.name if entry is not None else model

    def start(self, model: str, *, accepted: bool) -> None:
        """Install a model, or go on with it; `accepted` says that its licence was agreed to."""
        known = self.active.get(model)
        if known is not None and known.is_running:
            return
        download = Download(model, known.done if known else 0, known.total if known else 0)
        self.active[model] = download
        self.changed.emit(model)
        self._desk.tasks.run(
            "download",
            self,
            lambda: self._install(download, accepted),
            lambda whole: self._end(download, whole=whole),
            lambda error: self._fail(download, error),
        )

    def pause(self, model: str) -> None:
        """Stop fetching; what arrived is kept."""
        if model in self.active:
            self.active[model].token.cancel()

    def discard(self, model: str) -> None:
        """Take one that paused or failed off the list, and delete what arrived of it."""
        known = self.active.get(model)
        if known is None or known.is_running:
            return
        del self.active[model]
        self.changed.emit(model)
        store = self._desk.shelf.models
        self._desk.tasks.run(
            "download", self, lambda: store.remove_unfinished(model), lambda _: self._desk.models_changed.emit()
        )

    def close(self) -> None:
        """Stop everything."""
        for download in self.active.values():
            download.token.cancel()

    def _install(self, download: Download, accepted: bool) -> bool:
        """On a thread of the pool; False when it was paused."""
        reported = 0.0

        def progress(done: int, total: int) -> None:
            nonlocal reported
            now = time.monotonic()
            if now - reported > _SHOW_EVERY or done == total:
                reported = now
                self._desk.tasks.report(self, lambda: self._advance(download, done, total))

        try:
            self._desk.shelf.models.install(
                download.model, accept_licence=accepted, progress=progress, token=download.token
            )
        except Cancelled:
            return False
        return True

    def _advance(self, download: Download, done: int, total: int) -> None:
        download.done, download.total = done, total
        self.changed.emit(download.model)

    def _end(self, download: Download, *, whole: bool) -> None:
        download.is_running = False
        if whole:
            del self.active[download.model]
            self._desk.models_changed.emit()
            self.installed.emit(download.model)
        self.changed.emit(download.model)

    def _fail(self, download: Download, error: StreamlationError) -> None:
        download.is_running = False
        self.changed.emit(download.model)
        self.failed.emit(error)
