"""How one start of the program speaks to another: a line of JSON through a local socket."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 500
"""Milliseconds to wait for the first window."""
_MOST_BYTES = 1_000_000


def hand_over(name: str, locations: list[str]) -> bool:
    """Give `locations` to the window that listens by that name; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(json.dumps(locations).encode() + b"\n")
    sent = socket.waitForBytesWritten(_PATIENCE)
    socket.disconnectFromServer()
    if socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
        socket.waitForDisconnected(_PATIENCE)
    return sent


class Door(QObject):
    """Hears other starts of the same user."""

    asked = Signal(list)
    """Locations."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        self._connections: list[_Connection] = []

    def open(self, name: str) -> bool:
        """Listen by that name; what a killed window left behind is taken over."""
        if self._server.listen(name):
            return True
        QLocalServer.removeServer(name)
        return self._server.listen(name)

    def close(self) -> None:
        """Hear no more."""
        self._server.close()
        for connection in self._connections:
            connection.stop()
        self._connections.clear()

    def _accept(self) -> None:
        self._connections = [each for each in self._connections if each.is_open]
        while (socket := self._server.nextPendingConnection()) is not None:
            connection = _Connection(socket, self)
            connection.received.connect(self.asked)
            self._connections.append(connection)
            connection.read()


class _Connection(QObject):
    """One other start, which says one line."""

    received = Signal(list)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._bytes = bytearray()
        socket.readyRead.connect(self.read)

    @property
    def is_open(self) -> bool:
        """False once the other has gone."""
        return self._socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState

    def stop(self) -> None:
        """Hear no more."""
        self._socket.readyRead.disconnect(self.read)
        self._socket.abort()

    def read(self) -> None:
        """Take what has come."""
        self._bytes += self._socket.readAll().data()
        line, end, _ = bytes(self._bytes).partition(b"\n")
        if end:
            self._bytes.clear()
            self._deliver(line)
        elif len(self._bytes) > _MOST_BYTES:
            self._socket.abort()

    def _deliver(self, line: bytes) -> None:
        try:
            locations = json.loads(line)
        except ValueError:
            return
        if isinstance(locations, list) and all(isinstance(each, str) for each in locations):
            self.received.emit(locations)
