"""The local API of the window: for programs of this computer, as long as it is switched on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from streamlation_desktop.gui.state.cast_desk import CastDesk
from streamlation_desktop.gui.state.desk import Desk

if TYPE_CHECKING:
    from streamlation_desktop.web.api import LocalApi

_HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class ApiAccess:
    """Where it is, and the token that may do everything."""

    url: str
    token: str


class ApiDesk(QObject):
    """Off until it is switched on, and after the window is closed; the token ends with it."""

    changed = Signal()
    """`access` is another."""
    failed = Signal(object)
    """A `StreamlationError`."""

    def __init__(self, desk: Desk, caster: CastDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._caster = desk, caster
        self._api: LocalApi | None = None
        self.access: ApiAccess | None = None
        """None while it is off."""

    def start(self, port: int) -> None:
        """Listen on the loopback interface alone; 0 for any port."""
        self._desk.tasks.run("network", self, lambda: self._open(port), self._begin, self.failed.emit)

    def stop(self) -> None:
        """Listen no longer; sessions that clients started are stopped, and what they did is kept."""
        api, access, self._api, self.access = self._api, self.access, None, None
        if api is not None and access is not None:
            self._desk.tasks.run("network", self, lambda: _close(api, access.url), None, self.failed.emit)
            self.changed.emit()

    def _open(self, port: int) -> tuple[LocalApi, ApiAccess]:
        from streamlation_desktop.web.api import build_api
        from streamlation_desktop.web.tokens import Scope

        database = self._desk.shelf.services.database
        api = build_api(self._desk.paths, database, self._desk.sessions.runner(), self._caster.casting())
        url = api.listen(_HOST, port)
        token, _ = api.access.tokens.issue(Scope.ADMIN, label="window", keep=False)
        return api, ApiAccess(url, token)

    def _begin(self, made: tuple[LocalApi, ApiAccess]) -> None:
        self._api, self.access = made
        self.changed.emit()


def _close(api: LocalApi, url: str) -> None:
    """The server itself stays: it may be serving a television."""
    api.board.close()
    api.server.release(url)
