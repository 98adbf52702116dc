"""Staying awake on a freedesktop system, by the screen saver's interface on the session bus."""

from __future__ import annotations

import itertools
import logging

from PySide6.QtDBus import QDBusConnection, QDBusMessage

log = logging.getLogger(__name__)

_SERVICE = "org.freedesktop.ScreenSaver"
_PATH = "/org/freedesktop/ScreenSaver"
_ordinals = itertools.count()


class BusInhibitor:
    """An inhibition lasts as long as its connection to the bus, so each has a connection of its own.

    (The interface also has a call to end one, whose argument is an unsigned number, which cannot be
    sent from Python.) A sandbox must allow talking to the service.
    """

    def __init__(self, app: str, reason: str) -> None:
        self._arguments = [app, reason]
        self._name = f"streamlation-awake-{next(_ordinals)}"

    def inhibit(self) -> None:
        """See `Inhibitor`; does not wait for the answer."""
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, self._name)
        if not bus.isConnected():
            log.info("no session bus: the screen may go dark")
            return
        call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "Inhibit")
        call.setArguments(self._arguments)
        bus.asyncCall(call)

    def release(self) -> None:
        """See `Inhibitor`."""
        QDBusConnection.disconnectFromBus(self._name)
