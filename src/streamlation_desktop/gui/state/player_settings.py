"""Settings and player: what is set elsewhere reaches the player, what is changed in the player is kept."""

from __future__ import annotations

from PySide6.QtCore import QObject

from streamlation_desktop.gui.player.widget import PlayerWidget
from streamlation_desktop.gui.state.desk import Desk
from streamlation_desktop.settings.schema import CaptionSettings, PlayerSettings


class KeptSettings(QObject):
    """Volume and the look of captions are kept; each side hears only of what the other changed."""

    def __init__(self, desk: Desk, player: PlayerWidget, parent: QObject | None = None) -> None:
        """`player` was made with the desk's settings where these were known."""
        super().__init__(parent)
        self._desk, self._player = desk, player
        settings = desk.settings if desk.is_ready else None
        self._known: tuple[PlayerSettings | None, CaptionSettings | None] = (None, None)
        if settings is not None:
            self._known = (settings.player, settings.captions)
        player.captionStyleChanged.connect(self._keep_style)
        player.volumeChanged.connect(self._keep_volume)
        desk.when_ready(self, self._take)
        desk.settings_changed.connect(self._take)

    def _take(self) -> None:
        settings = self._desk.settings
        if settings.player != self._known[0]:
            self._player.set_settings(settings.player)
        if settings.captions != self._known[1]:
            self._player.set_caption_style(settings.captions)
        self._known = (settings.player, settings.captions)

    def _keep_style(self, style: CaptionSettings) -> None:
        self._known = (self._known[0], style)
        self._desk.change_settings("captions", style.model_dump())

    def _keep_volume(self, volume: float) -> None:
        if self._desk.is_ready:
            self._desk.change_settings("player", {"volume": volume})
