"""Remembers where a film is, so that it goes on there the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.gui.state.opening import END, OpenMedia
from streamlation_desktop.playback.states import PlayerState

if TYPE_CHECKING:
    from streamlation_desktop.gui.player.widget import PlayerWidget

_KEEP_EVERY = 5_000
"""Milliseconds between two notes of the position."""


class KeptPosition(QObject):
    """Of files: a live stream, and one that is over, have none."""

    def __init__(self, desk: Desk, player: PlayerWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._player = desk, player
        self._media: OpenMedia | None = None
        self._timer = QTimer(self, interval=_KEEP_EVERY)
        self._timer.timeout.connect(self.keep)

    def begin(self, media: OpenMedia) -> None:
        """Other media is opened: keep where the last one is."""
        self.keep()
        if media.live is None and not media.is_gone:
            self._media = media
            self._timer.start()
        else:
            self._media = None
            self._timer.stop()

    def keep(self) -> None:
        """Note it now, if the user wants that."""
        if self._media is None or not self._desk.is_ready or not self._desk.settings.player.remember_position:
            return
        library, media = self._desk.shelf.library, self._media
        seconds = 0.0 if self._is_over() else float(self._player.position)
        self._desk.tasks.run("disk", self, lambda: library.set_position(media.fingerprint, seconds))

    def _is_over(self) -> bool:
        """Whoever has seen a film to its end begins it anew."""
        player = self._player.player
        length = player.duration
        return player.state is PlayerState.ENDED or (length is not None and player.position > length - END)

    def end(self) -> None:
        """The window closes: note it for the last time."""
        self._timer.stop()
        self.keep()
