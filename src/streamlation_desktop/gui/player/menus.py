"""The menus of the control bar and the one at the pointer, filled anew each time they open."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from streamlation_desktop.gui.player.caption_menu import fill_captions
from streamlation_desktop.gui.player.captions_control import CaptionsControl
from streamlation_desktop.gui.player.chapters import chapter_name
from streamlation_desktop.gui.player.commands import SPEEDS, PlayerCommands
from streamlation_desktop.gui.player.control_bar import ControlBar
from streamlation_desktop.gui.player.menu_entries import choice, command, plain
from streamlation_desktop.gui.player.track_label import track_label
from streamlation_desktop.gui.widgets.times import clock, figures
from streamlation_desktop.playback.player import Player

_MORE = ("step_back", "step", "loop", "clean_screenshot", "on_top", "caption_window", "help")
_MODES = ("full_screen", "inset", "on_top", "caption_window")


class MenuHost(Protocol):
    """What the widget does itself."""

    def run(self, name: str) -> bool:
        """Carry out an action."""

    def is_on(self, name: str) -> bool:
        """Whether the mode of that action is on."""

    def key_of(self, name: str) -> str:
        """The first key of an action, as this system writes it."""

    def choose_subtitle_file(self) -> None:
        """Ask for one."""

    def ask_for_look(self) -> None:
        """How captions look is to be changed."""


class PlayerMenus:
    """Belongs to a player widget."""

    def __init__(self, bar: ControlBar, player: Player, captions: CaptionsControl, commands: PlayerCommands) -> None:
        self._bar, self._player, self._captions, self._commands = bar, player, captions, commands
        self._host: MenuHost

    def attach(self, host: MenuHost) -> None:
        """Fill the menus of the bar when they are opened."""
        self._host = host
        for menu, fill in (
            (self._bar.speed.menu(), self._fill_speeds),
            (self._bar.audio.menu(), self._fill_audio),
            (self._bar.captions.menu(), self._fill_captions),
            (self._bar.more.menu(), self._fill_more),
        ):
            menu.aboutToShow.connect(lambda menu=menu, fill=fill: (menu.clear(), fill(menu)))

    def fill_whole(self, menu: QMenu) -> None:
        """Everything: where the controls are out of sight, it is all there is."""
        self._add(menu, "toggle")
        menu.addSeparator()
        for button, fill in (
            (self._bar.speed, self._fill_speeds),
            (self._bar.audio, self._fill_audio),
            (self._bar.captions, self._fill_captions),
        ):
            fill(menu.addMenu(button.accessibleName()))
        menu.addSeparator()
        for name in ("full_screen", "inset", "screenshot"):
            self._add(menu, name)
        menu.addSeparator()
        self._fill_more(menu)

    def _fill_speeds(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for speed in SPEEDS:
            action = choice(menu, group, figures(f"{speed:g}×"), abs(self._player.speed - speed) < 0.01)
            action.triggered.connect(lambda _=False, speed=speed: self._commands.set_speed(speed))

    def _fill_audio(self, menu: QMenu) -> None:
        tracks = self._player.info.audio if self._player.info else ()
        if not tracks:
            menu.addAction(QCoreApplication.translate("PlayerMenus", "No sound in it")).setEnabled(False)
        group = QActionGroup(menu)
        for track in tracks:
            action = choice(menu, group, plain(track_label(track)), track.index == self._commands.current_audio)
            action.setEnabled(track.is_decodable)
            action.triggered.connect(lambda _=False, index=track.index: self._commands.choose_audio(index))

    def _fill_captions(self, menu: QMenu) -> None:
        fill_captions(menu, self._captions, self._host.choose_subtitle_file)
        for name in ("caption_earlier", "caption_later", "smaller", "larger"):
            self._add(menu, name)
        look = menu.addAction(QCoreApplication.translate("PlayerMenus", "Look of the captions…"))
        look.triggered.connect(self._host.ask_for_look)

    def _fill_chapters(self, menu: QMenu) -> None:
        group, chapters = QActionGroup(menu), self._commands.chapters
        for ordinal, chapter in enumerate(chapters):
            text = plain(f"{chapter_name(chapters, ordinal)}\t{clock(chapter.start)}")
            action = choice(menu, group, text, ordinal == self._commands.current_chapter)
            action.triggered.connect(lambda _=False, ordinal=ordinal: self._commands.go_to_chapter(ordinal))
        menu.addSeparator()
        for name in ("chapter_next", "chapter_back"):
            self._add(menu, name)

    def _fill_more(self, menu: QMenu) -> None:
        if len(self._commands.chapters) > 1:
            self._fill_chapters(menu.addMenu(QCoreApplication.translate("PlayerMenus", "Chapters")))
        for name in _MORE:
            self._add(menu, name)

    def _add(self, menu: QMenu, name: str) -> None:
        action = command(menu, name, self._host.run, self._host.key_of(name))
        if name in _MODES:
            action.setCheckable(True)
            action.setChecked(self._host.is_on(name))
