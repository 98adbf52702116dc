"""Carries the player's events from its threads to the window's."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from streamlation_desktop.playback.states import PlayerEvent


class PlayerEvents(QObject):
    """Emits in the thread that owns it."""

    happened = Signal(object)
    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self.happened, Qt.ConnectionType.QueuedConnection)

    def post(self, player_event: PlayerEvent) -> None:
        """From any thread."""
        self._posted.emit(player_event)
