"""Takes files, folders and addresses that are dropped on it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget


def locations_in(data: QMimeData) -> list[str]:
    """Paths and addresses that a drop or the clipboard holds."""
    if data.hasUrls():
        return [url.toLocalFile() if url.isLocalFile() else url.toString() for url in data.urls()]
    text = data.text().strip() if data.hasText() else ""
    return (
        [text] if "://" in text and not text.split("://", 1)[0].strip("abcdefghijklmnopqrstuvwxyz0123456789+.-") else []
    )


class DropFrame(QFrame):
    """Lights up while something that it takes hovers over it."""

    dropped = Signal(list)
    """Locations."""

    def __init__(self, role: str = "drop", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """See Qt."""
        if locations_in(event.mimeData()):
            event.acceptProposedAction()
            self._light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """See Qt."""
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """See Qt."""
        self._light(False)
        locations = locations_in(event.mimeData())
        if locations:
            event.acceptProposedAction()
            self.dropped.emit(locations)

    def _light(self, hot: bool) -> None:
        self.setProperty("hot", hot)
        self.style().unpolish(self)
        self.style().polish(self)
