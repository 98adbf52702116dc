"""Knows at the start whether the last run ended badly."""

from __future__ import annotations

from pathlib import Path


class RunMarker:
    """A file that is there while the window runs; whoever finds one was not ended in order."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "window.running"

    def begin(self) -> bool:
        """Leave the mark; True when the last run left its own."""
        unclean = self._path.exists()
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path.write_bytes(b"")
        return unclean

    def end(self) -> None:
        """Take the mark away."""
        self._path.unlink(missing_ok=True)
