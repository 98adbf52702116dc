"""The player as a widget: picture, captions, controls, keys."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QKeyCombination, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QVBoxLayout, QWidget

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue
from streamlation_desktop.gui.player import menus
from streamlation_desktop.gui.player.actions import KeyMap
from streamlation_desktop.gui.player.caption_content import CaptionContent
from streamlation_desktop.gui.player.caption_overlay import CaptionOverlay
from streamlation_desktop.gui.player.captions_control import CaptionsControl
from streamlation_desktop.gui.player.commands import PlayerCommands
from streamlation_desktop.gui.player.control_bar import ControlBar
from streamlation_desktop.gui.player.events import PlayerEvents
from streamlation_desktop.gui.player.notice import Notice
from streamlation_desktop.gui.player.preview import SeekPreview
from streamlation_desktop.gui.player.screenshots import Screenshots
from streamlation_desktop.gui.player.sleep_guard import SleepGuard
from streamlation_desktop.gui.player.subtitle_shelf import SubtitleShelf
from streamlation_desktop.gui.player.surface import VideoSurface
from streamlation_desktop.gui.player.window_modes import WindowModes
from streamlation_desktop.media.av_streams.ring_source import RingSource
from streamlation_desktop.playback.drivers import OpenDriver
from streamlation_desktop.playback.player import Player
from streamlation_desktop.playback.sound_device import open_device
from streamlation_desktop.playback.states import Opened, PlayerState, Problem, Seeked, SoundChanged, StateChanged
from streamlation_desktop.settings.schema import CaptionSettings, PlayerSettings

_TICK = 100
"""Milliseconds between looks at the position; captions also follow every picture."""
_SUBTITLE_FILES = "*.srt *.vtt *.ass *.ssa *.ttml *.dfxp *.xml *.json *.sub *.txt"
_FIRST_LETTER, _LAST_LETTER, _SPECIAL = 0x41, 0x5A, 0x01000000


class PlayerWidget(QWidget):
    """Opens, plays and shows; everything that can be set comes as settings or calls.

    Signals carry plain values; texts are plain text.
    """

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
        self.commands = PlayerCommands(self.player, self.captions, self)
        self._volume = self._settings.volume
        self._location = ""
        self._title = ""
        self._preview = SeekPreview(self.bar.seek_bar, self)
        self._shots = Screenshots(self)
        self._guard = sleep_guard or SleepGuard()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._arrange()
        self._connect()
        self.captions.show_style(captions or CaptionSettings())
        self.player.set_volume(self._settings.volume)
        self.refresh()

    # -- for the window --------------------------------------------------------------------------------

    def open(self, location: str, *, start: float = 0.0, paused: bool = False) -> None:
        """Open a file or address and play it; what goes wrong comes as `errorOccurred`."""
        self._forget_media(location)
        self.player.open(location, start=start, paused=paused)

    def open_live(self, ring: Path, title: str, *, delay: float) -> None:
        """Play a live stream from the ring that its session writes, `delay` seconds behind."""
        token = CancelToken()
        self._forget_media(title)
        self.player.set_live_delay(delay)
        self.player.open_packets(lambda: RingSource(ring, title, token), token.cancel)

    def listen(self, message: str) -> None:
        """Show captions alone, of sound that is not played here."""
        self._forget_media("")
        self.player.stop()
        self.surface.set_message(message)

    def stop(self) -> None:
        """Close the media."""
        self.player.stop()
        self.surface.clear()

    def close_player(self) -> None:
        """Let go of everything; the widget cannot be used afterwards."""
        self._timer.stop()
        self._guard.keep_awake(False)
        self._modes.close()
        self._preview.set_film(None)
        self.shelf.clear()
        self.player.close()
        self._overlay.close()

    @property
    def position(self) -> float:
        """Media time in seconds."""
        return self.player.position

    @property
    def duration(self) -> float | None:
        """Seconds; None when unknown."""
        return self.player.duration

    def seek(self, seconds: float) -> None:
        """Go to `seconds` exactly."""
        self.player.seek(seconds)
        self._look()

    def set_cues(self, language: LanguageCode, cues: Iterable[Cue]) -> None:
        """All cues of our own track in that language."""
        self.shelf.set_cues(language, cues)
        self._look()

    def add_cue(self, cue: Cue) -> None:
        """One cue more of our own tracks, as it was made."""
        self.shelf.add_cue(cue)

    def show_languages(self, target: LanguageCode | None, source: LanguageCode | None = None) -> None:
        """Show our own captions in `target`, and in `source` as the second language where that is on."""
        self.captions.choose_made(target, source)

    def show_now(self, cue: Cue, tail: str) -> None:
        """Show the words of a live stream as they come; those of the tail may still change."""
        self.shelf.set_cues(cue.language, (cue,))
        self.captions.set_tail(tail)
        self._follow()

    def add_subtitle_file(self, path: Path) -> None:
        """Read a subtitle file and show it."""
        self.captions.choose(self.shelf.add_file(path), self.captions.chosen[1])

    def set_caption_style(self, style: CaptionSettings) -> None:
        """Take over how captions look; `captionStyleChanged` is for what the user changes here."""
        self.captions.show_style(style)

    def set_settings(self, settings: PlayerSettings) -> None:
        """Take other keys and the rest over."""
        self._settings = settings
        self._keys = KeyMap(settings.keys)

    def key_sheet(self) -> list[tuple[str, str]]:
        """What keys do, and the keys: for the F1 sheet."""
        return self._keys.sheet()

    # -- for the commands ------------------------------------------------------------------------------

    def notify(self, text: str) -> None:
        """Show a short text on the picture."""
        self._notice.show_text(text)

    def refresh(self) -> None:
        """Show the player's settings on the controls."""
        self.bar.show_volume(self.player.volume, self.player.is_muted)
        if self.player.volume != self._volume:
            self._volume = self.player.volume
            self.volumeChanged.emit(self._volume)
        self.bar.show_speed(self.player.speed)
        self.bar.show_playing(self.player.state in (PlayerState.PLAYING, PlayerState.BUFFERING))
        self.bar.seek_bar.set_marks(self.commands.loop)

    def run(self, name: str) -> bool:
        """Carry out the action of that name; False for an unknown one."""
        if self.commands.run(name) or self._modes.run(name):
            return True
        match name:
            case "help":
                self.keysAsked.emit()
            case "screenshot":
                self._screenshot(self._overlay.content)
            case "clean_screenshot":
                self._screenshot(())
            case _:
                return False
        return True

    # -- Qt --------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no control of ours wanted for itself."""
        name = self._keys.action_for(event.keyCombination().toCombined())
        key = event.key()
        if name is None and key < _SPECIAL and not _FIRST_LETTER <= key <= _LAST_LETTER:
            plain = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier  # "?" needs Shift on many keyboards
            name = self._keys.action_for(QKeyCombination(plain, Qt.Key(key)).toCombined())
        if name is None or not self.run(name):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Everything in one menu."""
        menu = QMenu(self)
        menus.fill_more(menu, self.run, self._modes.is_on)
        menu.exec(event.globalPos())

    def closeEvent(self, event: QCloseEvent) -> None:
        """The end of a window of its own."""
        self.close_player()
        super().closeEvent(event)

    # -- inside ----------------------------------------------------------------------------------------

    def _forget_media(self, location: str) -> None:
        """Something else will be shown."""
        self._location = location
        self.shelf.clear()
        self.commands.reset()
        self.captions.set_tail("")
        self.surface.clear()
        self.surface.set_message("")

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.surface, 1)
        column.addWidget(self.bar)
        self._modes = WindowModes(self, column, self.surface, self.bar, self.captions)
        self.setFocusProxy(self.surface)

    def _connect(self) -> None:
        self._player_events.happened.connect(self._on_player)
        self._timer.timeout.connect(self._look)
        self.surface.painted.connect(self._follow)
        self.surface.resized.connect(self.player.viewport_changed)
        self.surface.clicked.connect(self.surface.setFocus)
        self.surface.doubleClicked.connect(lambda: self.run("full_screen"))
        self.surface.scrolled.connect(lambda steps: self.run("louder" if steps > 0 else "quieter"))
        self.bar.asked.connect(self.run)
        self.bar.volumeChosen.connect(self.commands.set_volume)
        self.bar.seek_bar.previewed.connect(lambda seconds: self.player.seek(seconds, exact=False))
        self.bar.seek_bar.chosen.connect(self.seek)
        self.captions.noticed.connect(self.notify)
        self.captions.changed.connect(self._follow)
        self.captions.delayChanged.connect(self.captionDelayChanged)
        self.captions.styleChanged.connect(self.captionStyleChanged)
        self.shelf.failed.connect(self.errorOccurred)
        self._modes.fullScreenChanged.connect(self.fullScreenChanged)
        self._shots.failed.connect(self.errorOccurred)
        self._shots.saved.connect(lambda path: self.notify(self.tr("Saved {0}").format(path)))
        menus.attach(self.bar, self.player, self.captions, self.commands, self._choose_file)
        menus.attach_more(self.bar.more.menu(), self.run, self._modes.is_on)

    def _on_player(self, happened: object) -> None:
        match happened:
            case Opened(info):
                self.bar.seek_bar.set_duration(None if info.is_live else info.duration)
                self._title = info.title or Path(self._location).stem
                self._preview.set_film(self._location if info.video and Path(self._location).is_file() else None)
                self.shelf.offer_embedded(self._location, info)
                self.opened.emit(info)
            case StateChanged(state):
                self._on_state(state)
            case Seeked(position):
                self._look()
                self.seeked.emit(position)
            case Problem(message=message, hint=hint, fatal=fatal):
                if fatal:
                    self.surface.set_message(f"{message}\n\n{hint}" if hint else message)
                self.errorOccurred.emit(message, hint)
            case SoundChanged(has_device):
                if not has_device:
                    self.notify(self.tr("The sound device is gone"))

    def _on_state(self, state: PlayerState) -> None:
        if state is PlayerState.CLOSED:
            self._timer.stop()
        else:
            self._timer.start()
        self.refresh()
        self._look()
        self._guard.keep_awake(state in (PlayerState.PLAYING, PlayerState.BUFFERING))
        self.stateChanged.emit(state)
        if state is PlayerState.ENDED:
            self.ended.emit()

    def _look(self) -> None:
        """Show where it is."""
        position = self.player.position
        self.bar.show_live(self.player.live_window, position, is_at_live=self.player.is_at_live)
        self.bar.show_time(position, self.player.duration)
        self._follow()
        self.positionChanged.emit(position)

    def _follow(self) -> None:
        self.captions.update_to(self.player.position)

    def _screenshot(self, content: CaptionContent) -> None:
        picture = self.player.screenshot()
        if picture is None:
            self.notify(self.tr("There is no picture"))
        else:
            self._shots.save(picture, content, self.captions.style, self._settings.screenshots, self._title)

    def _choose_file(self) -> None:
        title = self.tr("Open subtitles")
        kinds = f"{self.tr('Subtitles')} ({_SUBTITLE_FILES});;{self.tr('All files')} (*)"
        name, _ = QFileDialog.getOpenFileName(self, title, str(Path(self._location).parent), kinds)
        if name:
            self.add_subtitle_file(Path(name))
