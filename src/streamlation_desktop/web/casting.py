"""Puts casting together: the server, discovery, the controller, and what is remembered of devices."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from streamlation_desktop.cast.controller import CastController, MakePlayer
from streamlation_desktop.cast.credentials import CredentialStore
from streamlation_desktop.cast.discovery import Discovery
from streamlation_desktop.cast.player import DevicePlayer, Report
from streamlation_desktop.core.casting import CastDevice, CastState, CastStatus, DeviceKind
from streamlation_desktop.core.errors import NoNetwork
from streamlation_desktop.core.events import CastChanged, CastTelemetry, Envelope, ErrorInfo, EventBus
from streamlation_desktop.settings.paths import AppPaths
from streamlation_desktop.storage.access import DeviceMemory
from streamlation_desktop.storage.database import Database
from streamlation_desktop.web.companion import Companions
from streamlation_desktop.web.companion_host import CompanionHost
from streamlation_desktop.web.metrics import CastFigures
from streamlation_desktop.web.server import LocalServer
from streamlation_desktop.web.streams import Streams

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Casting:
    """Everything of casting; a context manager that leaves nothing listening."""

    server: LocalServer
    discovery: Discovery
    controller: CastController
    events: EventBus
    credentials: CredentialStore
    companions: Companions
    companion: CompanionHost
    """Of the window."""
    status: CastStatus | None = None
    """What the device does, or did last."""
    error: ErrorInfo | None = None
    """What went wrong last, of this playing."""
    telemetry: CastTelemetry | None = None

    def figures(self) -> CastFigures:
        """For the metrics."""
        return CastFigures(self.status.state if self.status else None, self.telemetry)

    def look(self) -> tuple[CastDevice, ...]:
        """The devices that are there now; the first call begins to look. Not to be called in the server's loop."""
        try:
            self.discovery.start()
        except NoNetwork as error:
            log.info("%s", error)
        return self.discovery.devices()

    def note(self, envelope: Envelope) -> None:
        """Keep the latest; an `EventBus` handler."""
        match envelope.event:
            case CastChanged(status, error):
                begins = status.state is CastState.CONNECTING
                self.status, self.error = status, error or (None if begins else self.error)
                self.telemetry = None if begins else self.telemetry
            case CastTelemetry() as telemetry:
                self.telemetry = telemetry

    def close(self) -> None:
        """Stop the device, the search and the server."""
        self.controller.close()
        self.companion.close()
        self.companions.close()
        self.discovery.stop()
        self.server.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def build_casting(paths: AppPaths, database: Database, events: EventBus, server: LocalServer | None = None) -> Casting:
    """Nothing listens and nothing is looked for yet."""
    server = server or LocalServer()
    discovery = Discovery(lambda: server.loop, events)
    credentials = CredentialStore()

    def airplay(device: CastDevice, report: Report) -> DevicePlayer:
        from streamlation_desktop.cast.airplay import AirPlayPlayer

        return AirPlayPlayer(device, report, server.loop, credentials)

    makers: dict[DeviceKind, MakePlayer] = {DeviceKind.CHROMECAST: _chromecast, DeviceKind.AIRPLAY: airplay}
    controller = CastController(server, DeviceMemory(database), events, paths.cache / "cast", makers)
    companions = Companions(Streams())
    server.media_routes = [*server.media_routes, companions.add]
    companion = CompanionHost(server, companions, paths.cache / "cast")
    casting = Casting(server, discovery, controller, events, credentials, companions, companion)
    events.subscribe(casting.note)
    return casting


def _chromecast(device: CastDevice, report: Report) -> DevicePlayer:
    from streamlation_desktop.cast.chromecast import ChromecastPlayer

    return ChromecastPlayer(device, report)
