"""Ends the window in order when the system wants it to end: a signal, or the end of the desktop's session."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication

_STAYED = 60_000
"""Milliseconds after which the end of the desktop's session, which was announced, has not come."""


class Endings(QObject):
    """Calls `close` for SIGTERM, SIGINT and SIGHUP, and `leave` when the desktop's session ends.

    Python's own handlers run when the interpreter next does something, which in a window at rest may be never: a pipe
    wakes it.
    """

    def __init__(
        self, app: QGuiApplication, close: Callable[[], Any], leave: Callable[[], Any], stay: Callable[[], Any]
    ) -> None:
        """`stay` is called when the end of the session was called off."""
        super().__init__(app)
        self._close, self._leave, self._stay = close, leave, stay
        app.commitDataRequest.connect(self._on_session_end)
        if sys.platform != "win32":
            self._heed_signals()

    def _heed_signals(self) -> None:
        reading, writing = os.pipe()
        for end in (reading, writing):
            os.set_blocking(end, False)
        self._pipe = reading
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, _heard)

    def _on_signal(self) -> None:
        with suppress(BlockingIOError):
            os.read(self._pipe, 64)
        self._close()

    def _on_session_end(self) -> None:
        """Windows is torn down right after this; elsewhere the end may be called off."""
        self._leave()
        QTimer.singleShot(_STAYED, self, self._stay)


def start_again(arguments: list[str], *, safe: bool) -> None:
    """Start the program anew, beside this process, which is about to end."""
    import subprocess

    from streamlation_desktop.settings.safe_mode import SAFE_MODE_VARIABLE  # with it come the settings and numpy

    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "streamlation_desktop"]
    environment = {name: value for name, value in os.environ.items() if name != SAFE_MODE_VARIABLE}
    options = ["--safe-mode"] if safe else []
    subprocess.Popen([*program, *options, "gui", *arguments], env=environment, start_new_session=True)


def _heard(_number: int, _frame: FrameType | None) -> None:
    """The pipe has told already."""
