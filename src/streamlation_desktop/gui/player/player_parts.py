"""What the player widget is made of: its parts, its signals, and how they lie in it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from streamlation_desktop.gui.player.actions import KeyMap
from streamlation_desktop.gui.player.caption_overlay import CaptionOverlay
from streamlation_desktop.gui.player.captions_control import CaptionsControl
from streamlation_desktop.gui.player.control_bar import ControlBar
from streamlation_desktop.gui.player.desktop_presence import DesktopPresence
from streamlation_desktop.gui.player.events import PlayerEvents
from streamlation_desktop.gui.player.notice import Notice
from streamlation_desktop.gui.player.preview import SeekPreview
from streamlation_desktop.gui.player.screenshots import Screenshots
from streamlation_desktop.gui.player.sleep_guard import SleepGuard
from streamlation_desktop.gui.player.subtitle_shelf import SubtitleShelf
from streamlation_desktop.gui.player.surface import VideoSurface
from streamlation_desktop.gui.player.window_modes import WindowModes
from streamlation_desktop.playback.drivers import OpenDriver
from streamlation_desktop.playback.player import Player
from streamlation_desktop.playback.sound_device import open_device
from streamlation_desktop.settings.schema import CaptionSettings, PlayerSettings

_TICK = 100
"""Milliseconds between looks at the position; captions also follow every picture."""


class PlayerParts(QWidget):
    """Made whole by `PlayerWidget`."""

    opened = Signal(object)
    """`SourceInfo` of what was opened."""
    positionChanged = Signal(float)
    seeked = Signal(float)
    """The user (or the program) went elsewhere: media time."""
    stateChanged = Signal(object)
    """`PlayerState`."""
    ended = Signal()
    errorOccurred = Signal(str, str)
    """Message and hint."""
    captionDelayChanged = Signal(float)
    captionStyleChanged = Signal(object)
    """`CaptionSettings` that the user changed by key or menu."""
    volumeChanged = Signal(float)
    fullScreenChanged = Signal(bool)
    """The window should hide, or show, what is around the player."""
    lookAsked = Signal()
    """The look of the captions is to be changed."""
    keysAsked = Signal()
    """The F1 sheet is wanted."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        settings: PlayerSettings | None = None,
        captions: CaptionSettings | None = None,
        open_driver: OpenDriver | None = open_device,
        sleep_guard: SleepGuard | None = None,
    ) -> None:
        """Args:
        settings: keys, volume, folder of screenshots.
        captions: how captions look.
        open_driver: opens the sound device; None to go by time alone.
        sleep_guard: keeps the computer awake.
        """
        super().__init__(parent)
        self._settings = settings or PlayerSettings()
        self._keys = KeyMap(self._settings.keys)
        self._overlay = CaptionOverlay(self)
        self.surface = VideoSurface(self._overlay, self)
        self.bar = ControlBar(self)
        self._notice = Notice(self.surface)
        self._player_events = PlayerEvents(self)
        self.player = Player(
            self.surface, self._player_events.post, open_driver=open_driver, hardware=self._settings.hardware
        )
        self.shelf = SubtitleShelf(self)
        self.captions = CaptionsControl(self.shelf, self._overlay, self)
        self._volume = self._settings.volume
        self._location = ""
        self._title = ""
        self._preview = SeekPreview(self.bar.seek_bar, self)
        self._shots = Screenshots(self)
        self._desktop = DesktopPresence(self.player, sleep_guard or SleepGuard(), self)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._modes = self._arranged()
        self.captions.show_style(captions or CaptionSettings())
        self.player.set_volume(self._settings.volume)

    def _arranged(self) -> WindowModes:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.surface, 1)
        column.addWidget(self.bar)
        self.setFocusProxy(self.surface)
        return WindowModes(self, column, self.surface, self.bar, self.captions)
