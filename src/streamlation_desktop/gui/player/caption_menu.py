"""The menu of captions: which are shown, in which languages, how late, how large."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from streamlation_desktop.gui.letters import readable_name
from streamlation_desktop.gui.player.captions_control import CaptionsControl, Direction
from streamlation_desktop.gui.player.menu_entries import choice, plain
from streamlation_desktop.gui.widgets.times import figures


def fill_captions(menu: QMenu, captions: CaptionsControl, open_file: Callable[[], None]) -> None:
    """The tracks, the second language, the directions, the delay."""
    menu.clear()
    translate = QCoreApplication.translate
    first, second = captions.chosen
    group = QActionGroup(menu)
    none = choice(menu, group, translate("PlayerMenus", "None"), not captions.is_on)
    none.triggered.connect(lambda: captions.choose(None, second))
    entries = captions.shelf.entries
    for entry in entries:
        action = choice(menu, group, plain(entry.label), captions.is_on and entry.key == first)
        action.triggered.connect(lambda _=False, key=entry.key: captions.choose(key, second))
    menu.addAction(translate("PlayerMenus", "Open a file…")).triggered.connect(open_file)
    _fill_second(menu.addMenu(translate("PlayerMenus", "Second language")), captions)
    _fill_directions(menu, captions)
    menu.addSeparator()
    menu.addAction(translate("PlayerMenus", "Delay: {0} s").format(figures(f"{captions.delay:+.1f}"))).setEnabled(False)


def _fill_second(menu: QMenu, captions: CaptionsControl) -> None:
    _, second = captions.chosen
    group, is_on = QActionGroup(menu), captions.style.bilingual
    none = choice(menu, group, QCoreApplication.translate("PlayerMenus", "None"), not is_on)
    none.triggered.connect(lambda: _set_second(captions, None))
    for entry in captions.shelf.entries:
        action = choice(menu, group, plain(entry.label), is_on and entry.key == second)
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
            action = choice(below, group, text, value == chosen)
            action.triggered.connect(partial(captions.set_direction, language, value))


def _set_second(captions: CaptionsControl, key: str | None) -> None:
    first, _ = captions.chosen
    captions.choose(first, key)
    captions.set_style(captions.style.model_copy(update={"bilingual": key is not None}))
