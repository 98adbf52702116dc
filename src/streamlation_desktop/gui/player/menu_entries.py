"""What the player's menus are made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from streamlation_desktop.gui.player.actions import ACTIONS


def plain(text: str) -> str:
    """Text of others in a menu: an ampersand is no key."""
    return text.replace("&", "&&")


def command(menu: QMenu, name: str, run: Callable[[str], object], keys: str) -> QAction:
    """One of the player's actions, with the key that does the same; empty where there is none."""
    title = next(action.title for action in ACTIONS if action.name == name)
    action = menu.addAction(plain(f"{title}\t{keys}" if keys else title))
    action.triggered.connect(lambda: run(name))
    return action


def choice(menu: QMenu, group: QActionGroup, text: str, is_checked: bool) -> QAction:
    """One of several, of which one is in use."""
    action = menu.addAction(text)
    action.setCheckable(True)
    action.setChecked(is_checked)
    group.addAction(action)
    return action
