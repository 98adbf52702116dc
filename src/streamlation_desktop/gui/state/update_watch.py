"""Asks once a day whether there is a newer version, where the user wants that."""

from __future__ import annotations

import logging
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from streamlation_desktop.core.errors import StreamlationError
from streamlation_desktop.gui.state.desk import Desk

if TYPE_CHECKING:
    from streamlation_desktop.updates.check import UpdateSource
    from streamlation_desktop.updates.manifest import Release

_DAY = 86_400.0
_LOOK = 3_600_000
"""Milliseconds between two looks at the clock: the window may stay open for weeks."""
_ASKED, _TOLD = "updates/asked", "updates/told"

log = logging.getLogger(__name__)


class UpdateWatch(QObject):
    """Off by default; a version is told of once."""

    found = Signal(object)
    """A `Release` that is newer than this program."""
    failed = Signal(object)
    """An `UpdateRefused`: what came is not to be believed. A server that cannot be reached is not worth a word."""
    settled = Signal()
    """An answer has come, or none."""

    def __init__(self, desk: Desk, memory: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._memory = desk, memory
        self.source: UpdateSource | None = None
        """None is that of this build."""
        self._is_asking = False
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        desk.settings_changed.connect(self.look)
        desk.when_ready(self, self.look)

    def look(self) -> None:
        """Ask, if a day has gone by and the user wants it."""
        asked = float(str(self._memory.value(_ASKED, 0.0)))
        is_due = not 0 <= time.time() - asked < _DAY
        if self._is_asking or not is_due or not self._desk.settings.updates.check:
            return
        self._is_asking = True
        self._memory.setValue(_ASKED, time.time())
        self._desk.tasks.run("network", self, self._ask, self._tell, self._fail)

    def _ask(self) -> Release | None:
        from streamlation_desktop.updates.check import UpdateCheck, UpdateSource

        return UpdateCheck(self._desk.paths, self.source or UpdateSource.shipped()).newest()

    def _tell(self, release: Release | None) -> None:
        self._is_asking = False
        if release is not None and self._memory.value(_TOLD, "") != release.version:
            self._memory.setValue(_TOLD, release.version)
            self.found.emit(release)
        self.settled.emit()

    def _fail(self, error: StreamlationError) -> None:
        self._is_asking = False
        log.info("no answer about updates: %s", error)
        if error.code.startswith("update"):
            self.failed.emit(error)
        self.settled.emit()


def download_of(release: Release) -> str:
    """Address of the installer for this system; empty where there is none."""
    platform = {"linux": "linux-deb", "win32": "windows", "darwin": "macos"}.get(sys.platform, "")
    return next((one.url for one in release.downloads if one.platform == platform), "")
