"""The cover picture of what has sound alone."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.gui.player.widget import PlayerWidget
from streamlation_desktop.gui.state.desk import Desk

_WIDTH = 640


class Cover(QObject):
    """Shows it where the film would be, for files on this machine."""

    def __init__(self, desk: Desk, player: PlayerWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._player = desk, player
        self._wanted = ""
        player.opened.connect(self._look)

    def _look(self, info: SourceInfo) -> None:
        self._wanted = info.location
        if info.video is None and Path(info.location).is_file():
            location = info.location
            self._desk.tasks.run("picture", self, lambda: _read(location), partial(self._show, location))

    def _show(self, location: str, jpeg: bytes) -> None:
        if location == self._wanted:
            self._player.surface.set_cover(QImage.fromData(jpeg))


def _read(location: str) -> bytes:
    from streamlation_desktop.media.still import still

    return still(location, _WIDTH)
