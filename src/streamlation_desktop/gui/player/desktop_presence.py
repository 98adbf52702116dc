"""The player as the desktop sees it: awake while it plays, and moved by media keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal

from streamlation_desktop.gui.player.mpris import MediaControls
from streamlation_desktop.gui.player.mpris_view import MediaView
from streamlation_desktop.gui.player.sleep_guard import SleepGuard
from streamlation_desktop.playback.player import Player
from streamlation_desktop.playback.player_sound import MAX_SPEED, MIN_SPEED
from streamlation_desktop.playback.states import PlayerState

_AT_WORK = (PlayerState.PLAYING, PlayerState.BUFFERING)
_STATUS = {
    PlayerState.PLAYING: "Playing",
    PlayerState.BUFFERING: "Playing",
    PlayerState.PAUSED: "Paused",
    PlayerState.ENDED: "Paused",
}


class DesktopPresence(QObject):
    """Belongs to one player widget."""

    asked = Signal(str)
    """Name of an action of the player."""
    seek_asked = Signal(float)
    raise_asked = Signal()

    def __init__(self, player: Player, guard: SleepGuard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player, self._guard = player, guard
        self._title = self._address = ""
        self._controls = MediaControls(lambda: float(player.position), (MIN_SPEED, MAX_SPEED), self)
        self._controls.asked.connect(self._act)
        self._acts: dict[str, Callable[[float], object]] = {
            "play": lambda _: player.play(),
            "rewind": lambda _: self._rewind(),
            "seek": self.seek_asked.emit,
            "speed": player.set_speed,
            "volume": player.set_volume,
            "raise": lambda _: self.raise_asked.emit(),
        }

    def name(self, title: str, location: str) -> None:
        """What plays from now on. Addresses may hold secrets: other programs see titles and files only."""
        is_file = "://" not in location and Path(location).is_file()
        self._title = title if is_file else title.partition("?")[0]
        self._address = QUrl.fromLocalFile(location).toString() if is_file else ""
        self.refresh()

    def refresh(self) -> None:
        """Show the player's state and settings."""
        player = self._player
        self._guard.keep_awake(player.state in _AT_WORK)
        status = _STATUS.get(player.state, "Stopped")
        if status != "Stopped" or self._title:
            self._controls.show(
                MediaView(status, self._title, self._address, player.duration, player.speed, player.volume)
            )

    def _rewind(self) -> None:
        self._player.pause()
        self.seek_asked.emit(0.0)

    def tell_seeked(self, seconds: float) -> None:
        """The position jumped."""
        self._controls.tell_seeked(seconds)

    def close(self) -> None:
        """Sleep as usual, and leave the bus."""
        self._guard.keep_awake(False)
        self._controls.close()

    def _act(self, wish: str, value: object) -> None:
        act = self._acts.get(wish)
        if act is None:
            self.asked.emit(wish)
        else:
            act(float(value) if isinstance(value, int | float) else 0.0)
            self.refresh()
