"""The local API as a whole: what `streamlation serve` and the window's switch turn on."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from aiohttp import web

from streamlation_desktop.engines.devices import list_devices
from streamlation_desktop.jobs.control import JobControl
from streamlation_desktop.modelstore.store import ModelStore
from streamlation_desktop.session.runner import Runner
from streamlation_desktop.session.speak_request import Speaker
from streamlation_desktop.settings.paths import AppPaths
from streamlation_desktop.storage.access import AccessTokens
from streamlation_desktop.storage.database import Database
from streamlation_desktop.web.access import Access
from streamlation_desktop.web.api_cast import CastRoutes
from streamlation_desktop.web.api_jobs import JobRoutes
from streamlation_desktop.web.api_sessions import Folders, SessionRoutes
from streamlation_desktop.web.api_system import SystemRoutes
from streamlation_desktop.web.board import SessionBoard
from streamlation_desktop.web.casting import Casting
from streamlation_desktop.web.companion import Companions
from streamlation_desktop.web.live_voice import Voices
from streamlation_desktop.web.media import add_media_routes
from streamlation_desktop.web.metrics import Metrics
from streamlation_desktop.web.server import LocalServer
from streamlation_desktop.web.streams import Streams
from streamlation_desktop.web.tokens import Tokens


@dataclass(slots=True)
class LocalApi:
    """Sessions, their events and files over HTTP. A context manager; nothing listens before `listen`."""

    server: LocalServer
    board: SessionBoard
    access: Access
    streams: Streams
    companions: Companions
    sessions: SessionRoutes
    system: SystemRoutes
    jobs: JobRoutes
    cast: CastRoutes
    metrics: Metrics
    _urls: list[str] = field(default_factory=list)

    def listen(self, host: str, port: int) -> str:
        """Serve at one address of this machine; returns its URL.

        Raises:
            UsageError: not an address.
            NoNetwork: it cannot be bound, or the port is taken.
        """
        is_local = host == "localhost" or _is_loopback(host)

        def add_metrics(app: web.Application) -> None:
            self.metrics.add(app, None if is_local else self.access)

        apis = [self.sessions.add, self.system.add, self.jobs.add, self.cast.add]
        routes = [*apis, add_metrics, self.companions.add, add_media_routes]
        url = self.server.listen(host, port, routes)
        self._urls.append(url)
        return url

    def close(self) -> None:
        """Stop the sessions that were started here, and listen no longer.

        The server itself is casting's: it may be serving a television, and the search for devices runs in its loop.
        """
        self.board.close()
        while self._urls:
            self.server.release(self._urls.pop())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def build_api(paths: AppPaths, database: Database, runner: Runner, casting: Casting) -> LocalApi:
    """Put the parts together.

    Args:
        runner: runs the sessions that clients start, and speaks what they translate.
        casting: plays on devices; the API is served by its server.
    """
    server, companions = casting.server, casting.companions
    streams = companions.streams
    board, access = SessionBoard(runner), Access(Tokens(AccessTokens(database)))
    store = ModelStore(paths)
    voices = Voices(runner if isinstance(runner, Speaker) else None, casting.events, paths.cache / "cast")
    return LocalApi(
        server,
        board,
        access,
        streams,
        companions,
        SessionRoutes(board, access, companions, server.shares, Folders.of(paths)),
        SystemRoutes(access, store.installed, lambda: list_devices(paths.cache), casting.look),
        JobRoutes(JobControl(database), access),
        CastRoutes(casting, board, access, voices, database),
        Metrics(board, server, streams.counters, casting.figures),
    )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
