"""The player as a widget: picture, captions, controls, keys."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue
from streamlation_desktop.gui.player.actions import KeyMap
from streamlation_desktop.gui.player.caption_content import CaptionContent
from streamlation_desktop.gui.player.commands import PlayerCommands
from streamlation_desktop.gui.player.menus import PlayerMenus
from streamlation_desktop.gui.player.player_display import PlayerDisplay
from streamlation_desktop.gui.player.sleep_guard import SleepGuard
from streamlation_desktop.gui.player.subtitle_files import ask_for_subtitles
from streamlation_desktop.media.av_streams.ring_source import RingSource
from streamlation_desktop.playback.drivers import OpenDriver
from streamlation_desktop.playback.sound_device import open_device
from streamlation_desktop.settings.schema import CaptionSettings, PlayerSettings


class PlayerWidget(PlayerDisplay):
    """Opens, plays and shows; everything that can be set comes as settings or calls.

    Signals carry plain values; texts are plain text.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        settings: PlayerSettings | None = None,
        captions: CaptionSettings | None = None,
        open_driver: OpenDriver | None = open_device,
        sleep_guard: SleepGuard | None = None,
    ) -> None:
        """See `PlayerParts`."""
        super().__init__(parent, settings=settings, captions=captions, open_driver=open_driver, sleep_guard=sleep_guard)
        self.commands = PlayerCommands(self.player, self.captions, self)
        self._menus = PlayerMenus(self.bar, self.player, self.captions, self.commands)
        self._connect()
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
        self.surface.set_message(self.tr("Connecting…"))
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
        self._desktop.close()
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
        if self.bar.isHidden():
            self.notify(self.bar.time_label.text())

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

    # -- for the menus ---------------------------------------------------------------------------------

    def is_on(self, name: str) -> bool:
        """Whether the mode of that action is on."""
        return self._modes.is_on(name)

    def key_of(self, name: str) -> str:
        """The first key of an action, as this system writes it; empty for none."""
        return self._keys.first_key(name)

    def choose_subtitle_file(self) -> None:
        """Ask for a file with subtitles, and show it."""
        path = ask_for_subtitles(self, Path(self._location).parent)
        if path is not None:
            self.add_subtitle_file(path)

    def ask_for_look(self) -> None:
        """How captions look is to be changed."""
        self.lookAsked.emit()

    # -- Qt --------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no control of ours wanted for itself."""
        name = self._keys.action_of(event)
        if name is None or not self.run(name):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Everything in one menu."""
        menu = QMenu(self)
        self._menus.fill_whole(menu)
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
        self.bar.seek_bar.set_chapters(())
        self.captions.set_tail("")
        self.surface.clear()
        self.surface.set_message("")

    def _connect(self) -> None:
        self._follow_player()
        self.surface.resized.connect(self.player.viewport_changed)
        self.surface.clicked.connect(self.surface.setFocus)
        self.surface.doubleClicked.connect(lambda: self.run("full_screen"))
        self.surface.scrolled.connect(lambda steps: self.run("louder" if steps > 0 else "quieter"))
        self.bar.asked.connect(self.run)
        self.bar.volumeChosen.connect(self.commands.set_volume)
        self.bar.seek_bar.previewed.connect(lambda seconds: self.player.seek(seconds, exact=False))
        self.bar.seek_bar.chosen.connect(self.seek)
        self.captions.noticed.connect(self.notify)
        self.captions.delayChanged.connect(self.captionDelayChanged)
        self.captions.styleChanged.connect(self.captionStyleChanged)
        self._desktop.asked.connect(self.run)
        self._desktop.seek_asked.connect(self.seek)
        self._desktop.raise_asked.connect(self._come_up)
        self.shelf.failed.connect(self.errorOccurred)
        self._modes.fullScreenChanged.connect(self.fullScreenChanged)
        self._shots.failed.connect(self.errorOccurred)
        self._shots.saved.connect(lambda path: self.notify(self.tr("Saved {0}").format(path)))
        self._menus.attach(self)

    def _screenshot(self, content: CaptionContent) -> None:
        picture = self.player.screenshot()
        if picture is None:
            self.notify(self.tr("There is no picture"))
        else:
            self._shots.save(picture, content, self.captions.style, self._settings.screenshots, self._title)

    def _come_up(self) -> None:
        window = self.window()
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
