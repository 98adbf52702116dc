"""One window per user: a second start hands its files to the first."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QElapsedTimer, QLockFile, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 500
"""Milliseconds to wait for the first window."""
_MOST_WAITING = 5_000
"""Milliseconds for a window that is just starting to listen."""
_PAUSE = 20
_MOST_BYTES = 1_000_000


class SingleInstance(QObject):
    """The first is the one; the others `forward` to it. A lock file decides which of several that start at once is."""

    asked = Signal(list)
    """Another start asks to open these locations; none means: come to the front."""

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = f"streamlation-{_digest(str(home))}"
        self._folder = home
        self._lock = QLockFile(str(home / "window.lock"))
        self._lock.setStaleLockTime(0)  # as long as its process lives; one that was killed holds it no more
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        self._connections: list[_Connection] = []

    def begin(self, locations: list[str]) -> bool:
        """Be the window, or hand `locations` to it; False when they were handed over.

        One that holds the lock and does not answer is hung: then this is a window of its own.
        """
        with suppress(OSError):  # a disk that cannot be written is told of by the window
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        waiting = QElapsedTimer()
        waiting.start()
        while not self._lock.tryLock(0) and self._lock.error() is QLockFile.LockError.LockFailedError:
            if self.forward(locations):
                return False
            if waiting.elapsed() > _MOST_WAITING:
                return True
            QThread.msleep(_PAUSE)
        self.claim()
        return True

    def forward(self, locations: list[str]) -> bool:
        """Hand `locations` to the window that is open; False when there is none."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE):
            return False
        import json

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
        for connection in self._connections:
            connection.stop()
        self._connections.clear()
        self._lock.unlock()

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
        import json

        try:
            locations = json.loads(line)
        except ValueError:
            return
        if isinstance(locations, list) and all(isinstance(each, str) for each in locations):
            self.received.emit(locations)


def _digest(text: str) -> str:
    data = text.encode("utf-8", "surrogateescape")
    return bytes(QCryptographicHash.hash(data, QCryptographicHash.Algorithm.Sha256).data()).hex()[:16]
