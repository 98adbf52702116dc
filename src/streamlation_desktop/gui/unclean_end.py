"""Knows at the start whether the last run ended badly, and what the system said of it."""

from __future__ import annotations

import faulthandler
from pathlib import Path
from typing import IO

_REPORT = "last-crash.txt"


def crash_report(folder: Path) -> str:
    """Where each thread was when a run crashed, the last one that did; empty where it never was seen."""
    path = folder / _REPORT
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


class RunMarker:
    """A file that is there while the window runs; whoever finds one was not ended in order.

    Into it the interpreter writes, from `watch` on, where each thread was when the process crashed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / "window.running"
        self._open: IO[bytes] | None = None

    def begin(self) -> bool:
        """Leave the mark; True when the last run left its own."""
        unclean = self._path.exists()
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if unclean and self._path.stat().st_size:
            self._path.replace(self._folder / _REPORT)
        if self._open is None:
            self._path.write_bytes(b"")
        return unclean

    def watch(self) -> None:
        """Have crashes of native code told in the mark."""
        self._open = self._path.open("ab")
        faulthandler.enable(self._open)

    def end(self) -> None:
        """Take the mark away."""
        if self._open is not None:
            faulthandler.disable()
            self._open.close()
            self._open = None
        self._path.unlink(missing_ok=True)
