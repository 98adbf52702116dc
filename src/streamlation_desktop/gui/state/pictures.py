"""Pictures of media for lists, made once and kept in the cache folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.storage.records import SessionRecord

_WIDTH = 320


class Pictures(QObject):
    """Answers with `ready` for each picture that can be had; streams and sounds have none."""

    ready = Signal(str, QPixmap)
    """Fingerprint of the source, and its picture."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def want(self, record: SessionRecord) -> None:
        """Have the picture of a session's source."""
        folder = self._desk.paths.cache / "pictures"
        self._desk.tasks.run(
            "picture",
            self,
            lambda: _picture(folder, record.fingerprint, record.location),
            lambda data: self._deliver(record.fingerprint, data),
        )

    def forget(self, fingerprints: list[str]) -> None:
        """Delete pictures of media that were purged."""
        folder = self._desk.paths.cache / "pictures"

        def work() -> None:
            for fingerprint in fingerprints:
                (folder / f"{fingerprint}.jpg").unlink(missing_ok=True)

        self._desk.tasks.run("disk", self, work)

    def _deliver(self, fingerprint: str, data: bytes) -> None:
        picture = QPixmap()
        if data and picture.loadFromData(data):
            self.ready.emit(fingerprint, picture)


def _picture(folder: Path, fingerprint: str, location: str) -> bytes:
    from streamlation_desktop.core.files import write_atomically
    from streamlation_desktop.media.still import still

    kept = folder / f"{fingerprint}.jpg"
    if kept.exists():
        return kept.read_bytes()
    if not Path(location).is_file():
        return b""
    data = still(location, _WIDTH)
    write_atomically(kept, data)
    return data
