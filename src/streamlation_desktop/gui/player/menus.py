"""The menus of the control bar, filled anew each time they open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from streamlation_desktop.core.source import AudioTrack
from streamlation_desktop.gui.letters import readable_name
from streamlation_desktop.gui.player.actions import ACTIONS
from streamlation_desktop.gui.player.captions_control import CaptionsControl, Direction
from streamlation_desktop.gui.player.commands import SPEEDS, PlayerCommands
from streamlation_desktop.gui.player.control_bar import ControlBar
from streamlation_desktop.gui.widgets.times import figures
from streamlation_desktop.playback.player import Player

_MORE = ("step_back", "step", "loop", "clean_screenshot", "on_top", "caption_window", "help")


def plain(text: str) -> str:
    """Text of others in a menu: an ampersand is no key."""
    return text.replace("&", "&&")


def attach(
    bar: ControlBar, player: Player, captions: CaptionsControl, commands: PlayerCommands, open_file: Callable[[], None]
) -> None:
    """Fill the menus of the bar when they are opened."""
    speed, audio, tracks = bar.speed.menu(), bar.audio.menu(), bar.captions.menu()
    speed.aboutToShow.connect(lambda: fill_speeds(speed, player, commands))
    audio.aboutToShow.connect(lambda: fill_audio(audio, player, commands))
    tracks.aboutToShow.connect(lambda: fill_captions(tracks, captions, commands, open_file))


def attach_more(menu: QMenu, run: Callable[[str], object], checked: Callable[[str], bool]) -> None:
    """The same for what has no button."""
    menu.aboutToShow.connect(lambda: fill_more(menu, run, checked))


def fill_speeds(menu: QMenu, player: Player, commands: PlayerCommands) -> None:
    """The speeds."""
    menu.clear()
    group = QActionGroup(menu)
    for speed in SPEEDS:
        action = _choice(menu, group, figures(f"{speed:g}×"), abs(player.speed - speed) < 0.01)
        action.triggered.connect(lambda _=False, speed=speed: commands.set_speed(speed))


def fill_audio(menu: QMenu, player: Player, commands: PlayerCommands) -> None:
    """The audio tracks."""
    menu.clear()
    tracks = player.info.audio if player.info else ()
    if not tracks:
        menu.addAction(QCoreApplication.translate("PlayerMenus", "No sound in it")).setEnabled(False)
    group = QActionGroup(menu)
    default = next((track.index for track in tracks if track.is_default), 0)
    current = commands.audio_track if commands.audio_track is not None else default
    for track in tracks:
        action = _choice(menu, group, plain(audio_label(track)), track.index == current)
        action.setEnabled(track.is_decodable)
        action.triggered.connect(lambda _=False, index=track.index: commands.choose_audio(index))


def audio_label(track: AudioTrack) -> str:
    """Number, language, title."""
    parts = [str(track.index + 1)]
    parts += [readable_name(track.language)] if track.language else []
    parts += [track.title] if track.title else []
    return " – ".join([*parts, f"{track.codec} {track.channels} ch"])


def fill_captions(
    menu: QMenu, captions: CaptionsControl, commands: PlayerCommands, open_file: Callable[[], None]
) -> None:
    """The tracks, the second language, the delay."""
    menu.clear()
    translate = QCoreApplication.translate
    first, second = captions.chosen
    group = QActionGroup(menu)
    none = _choice(menu, group, translate("PlayerMenus", "None"), not captions.is_on)
    none.triggered.connect(lambda: captions.choose(None, second))
    entries = captions.shelf.entries
    for entry in entries:
        action = _choice(menu, group, plain(entry.label), captions.is_on and entry.key == first)
        action.triggered.connect(lambda _=False, key=entry.key: captions.choose(key, second))
    menu.addAction(translate("PlayerMenus", "Open a file…")).triggered.connect(open_file)
    _fill_second(menu.addMenu(translate("PlayerMenus", "Second language")), captions)
    _fill_directions(menu, captions)
    menu.addSeparator()
    menu.addAction(translate("PlayerMenus", "Delay: {0} s").format(figures(f"{captions.delay:+.1f}"))).setEnabled(False)
    for name in ("caption_earlier", "caption_later", "smaller", "larger"):
        _command(menu, name, commands.run)


def _fill_second(menu: QMenu, captions: CaptionsControl) -> None:
    _, second = captions.chosen
    group, is_on = QActionGroup(menu), captions.style.bilingual
    none = _choice(menu, group, QCoreApplication.translate("PlayerMenus", "None"), not is_on)
    none.triggered.connect(lambda: _set_second(captions, None))
    for entry in captions.shelf.entries:
        action = _choice(menu, group, plain(entry.label), is_on and entry.key == second)
        action.triggered.connect(lambda _=False, key=entry.key: _set_second(captions, key))


def _fill_directions(menu: QMenu, captions: CaptionsControl) -> None:
    """One for each language that is shown."""
    translate = QCoreApplication.translate
    for language in captions.languages:
        title = translate("PlayerMenus", "Writing direction: {0}").format(readable_name(language))
        below = menu.addMenu(plain(title))
        group, chosen = QActionGroup(below), captions.style.directions.get(language)
        choices: tuple[tuple[Direction | None, str], ...] = (
            (None, translate("PlayerMenus", "As the language is written")),
            ("ltr", translate("PlayerMenus", "From the left")),
            ("rtl", translate("PlayerMenus", "From the right")),
            ("auto", translate("PlayerMenus", "As each line begins")),
        )
        for value, text in choices:
            action = _choice(below, group, text, value == chosen)
            action.triggered.connect(partial(captions.set_direction, language, value))


def _set_second(captions: CaptionsControl, key: str | None) -> None:
    first, _ = captions.chosen
    captions.choose(first, key)
    captions.set_style(captions.style.model_copy(update={"bilingual": key is not None}))


def fill_more(menu: QMenu, run: Callable[[str], object], checked: Callable[[str], bool]) -> None:
    """What has no button."""
    menu.clear()
    for name in _MORE:
        action = _command(menu, name, run)
        if name in ("on_top", "caption_window"):
            action.setCheckable(True)
            action.setChecked(checked(name))


def _command(menu: QMenu, name: str, run: Callable[[str], object]) -> QAction:
    title = next(action.title for action in ACTIONS if action.name == name)
    action = menu.addAction(title)
    action.triggered.connect(lambda: run(name))
    return action


def _choice(menu: QMenu, group: QActionGroup, text: str, is_checked: bool) -> QAction:
    action = menu.addAction(text)
    action.setCheckable(True)
    action.setChecked(is_checked)
    group.addAction(action)
    return action
