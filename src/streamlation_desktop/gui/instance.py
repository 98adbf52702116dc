"""One window per user: a second start hands its files to the first."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 500
"""Milliseconds to wait for the first window."""
_MOST_BYTES = 1_000_000


class SingleInstance(QObject):
    """The first to `claim` is the one; the others `forward` to it."""

    asked = Signal(list)
    """Another start asks to open these locations; none means: come to the front."""

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = f"streamlation-{hashlib.sha256(str(home).encode('utf-8', 'surrogateescape')).hexdigest()[:16]}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        self._received: dict[QLocalSocket, bytearray] = {}

    def forward(self, locations: list[str]) -> bool:
        """Hand `locations` to the window that is open; False when there is none."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE):
            return False
        socket.write(json.dumps(locations).encode() + b"\n")
        sent = socket.waitForBytesWritten(_PATIENCE)
        socket.disconnectFromServer()
        if socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
            socket.waitForDisconnected(_PATIENCE)
        return sent

    def claim(self) -> bool:
        """Be the window that others forward to; what a killed one left behind is taken over."""
        if self._server.listen(self._name):
            return True
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Let another be the one."""
        self._server.close()

    def _accept(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self._received[socket] = bytearray()
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(lambda socket=socket: self._finish(socket))
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        received = self._received.get(socket)
        if received is None:
            return
        received += socket.readAll().data()
        if b"\n" in received:
            self._deliver(bytes(received).partition(b"\n")[0])
            received.clear()
        elif len(received) > _MOST_BYTES:
            socket.abort()

    def _finish(self, socket: QLocalSocket) -> None:
        self._received.pop(socket, None)
        socket.deleteLater()

    def _deliver(self, line: bytes) -> None:
        try:
            locations = json.loads(line)
        except ValueError:
            return
        if isinstance(locations, list) and all(isinstance(each, str) for each in locations):
            self.asked.emit(locations)
