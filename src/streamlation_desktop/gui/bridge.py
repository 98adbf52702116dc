"""The one place where other threads meet Qt."""

from __future__ import annotations

import threading
from collections import deque
from itertools import islice

from PySide6.QtCore import QObject, Qt, Signal, Slot

_BATCH = 500
"""Items handed over in one go: the window stays responsive however many wait."""


class Bridge(QObject):
    """Hands what other threads post to the GUI thread, in order.

    Worker threads only append to a queue and wake the GUI; however many items arrive before it
    wakes, it is woken once.
    """

    arrived = Signal(list)
    """A batch of what was posted."""
    _wake = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._pending: deque[object] = deque()  # guarded by _lock
        self._is_open = True
        self._wake.connect(self._drain, Qt.ConnectionType.QueuedConnection)
        self.wakeups = 0

    def post(self, item: object) -> None:
        """Queue `item`; from any thread, never waits. After `close`, it is dropped."""
        with self._lock:
            if not self._is_open:
                return
            first = not self._pending
            self._pending.append(item)
            if first:
                self._wake.emit()  # under the lock: close() must not come between

    def close(self) -> None:
        """Drop what is queued and what still comes."""
        with self._lock:
            self._is_open = False
            self._pending.clear()

    @Slot()
    def _drain(self) -> None:
        with self._lock:
            batch = list(islice(self._pending, _BATCH))
            for _ in batch:
                self._pending.popleft()
            more = bool(self._pending)
        self.wakeups += 1
        if batch:
            self.arrived.emit(batch)
        if more:
            self._wake.emit()
