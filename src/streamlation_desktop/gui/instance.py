"""One window per user: a second start hands its files to the first."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QElapsedTimer, QLockFile, QObject, QThread, Signal

if TYPE_CHECKING:
    from streamlation_desktop.gui.instance_door import Door

_MOST_WAITING = 5_000
"""Milliseconds for a window that is just starting to listen."""
_PAUSE = 20


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
        self._door: Door | None = None

    def begin(self, locations: list[str]) -> bool:
        """Be the window, or hand `locations` to it; False when they were handed over. Who is the window listens soon.

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
        return True

    def forward(self, locations: list[str]) -> bool:
        """Hand `locations` to the window that is open; False when there is none."""
        from streamlation_desktop.gui.instance_door import hand_over

        return hand_over(self._name, locations)

    def listen(self) -> bool:
        """Be the window that others forward to; after the first paint, for it takes a tenth of the start."""
        from streamlation_desktop.gui.instance_door import Door

        self._door = Door(self)
        self._door.asked.connect(self.asked)
        return self._door.open(self._name)

    def close(self) -> None:
        """Let another be the one."""
        if self._door is not None:
            self._door.close()
        self._lock.unlock()


def _digest(text: str) -> str:
    data = text.encode("utf-8", "surrogateescape")
    return bytes(QCryptographicHash.hash(data, QCryptographicHash.Algorithm.Sha256).data()).hex()[:16]
