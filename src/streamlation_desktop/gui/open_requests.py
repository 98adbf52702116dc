"""What the desktop asks to open while the program runs: macOS sends events where others start the program again."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent


class OpenRequests(QObject):
    """An event filter for the application."""

    asked = Signal(list)
    """Files, or links of web pages."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is to be opened; leave the rest."""
        if event.type() is not QEvent.Type.FileOpen:
            return super().eventFilter(watched, event)
        wanted = cast("QFileOpenEvent", event)
        self.asked.emit([wanted.file() or wanted.url().toString()])
        return True
