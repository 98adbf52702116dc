"""Keeps the computer awake while a film plays.

Run on Linux against a session bus. The Windows and macOS parts were written from their
documentation and have never been run.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from typing import Protocol

_REASON = "Playing a film"
_APP = "Streamlation"


class Inhibitor(Protocol):
    """One system's way to stay awake."""

    def inhibit(self) -> None:
        """Stay awake from now on."""

    def release(self) -> None:
        """Sleep as usual."""


class SleepGuard:
    """Idempotent; where the system has no way, nothing happens."""

    def __init__(self, inhibitor: Inhibitor | None = None) -> None:
        self._inhibitor = inhibitor or _for_this_system()
        self._is_awake = False

    def keep_awake(self, wanted: bool) -> None:
        """While True, neither screen nor computer sleeps."""
        if wanted == self._is_awake:
            return
        self._is_awake = wanted
        if wanted:
            self._inhibitor.inhibit()
        else:
            self._inhibitor.release()


def _for_this_system() -> Inhibitor:
    if sys.platform == "win32":
        return _Windows()
    if sys.platform == "darwin":
        return _Mac()
    from streamlation_desktop.gui.player.sleep_bus import BusInhibitor

    return BusInhibitor(_APP, _REASON)


class _Windows:
    """``SetThreadExecutionState``; belongs to the calling thread, the window's."""

    _CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2

    def inhibit(self) -> None:
        self._set(self._CONTINUOUS | self._SYSTEM | self._DISPLAY)

    def release(self) -> None:
        self._set(self._CONTINUOUS)

    @staticmethod
    def _set(state: int) -> None:
        ctypes.windll.kernel32.SetThreadExecutionState(state)  # type: ignore[attr-defined,unused-ignore]


class _Mac:
    """``caffeinate``, which ends with us."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def inhibit(self) -> None:
        program = shutil.which("caffeinate")
        if program is not None:
            self._process = subprocess.Popen([program, "-d", "-i", "-w", str(os.getpid())])

    def release(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            process.wait(1.0)
