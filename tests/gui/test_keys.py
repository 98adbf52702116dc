"""Changing the player's keys: real keys in the dialog, kept in the settings, used by the player and its sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from streamlation_desktop.gui.dialogs.edit_keys import EditKeysDialog
from streamlation_desktop.gui.dialogs.keys import KeysDialog
from streamlation_desktop.gui.key_changes import KeyChanges
from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.player.actions import ACTIONS, KeyMap
from tests.gui.conftest import PATIENCE

ROWS = {action.name: row for row, action in enumerate(ACTIONS)}


@pytest.fixture
def dialog(window: Window, qtbot: QtBot) -> EditKeysDialog:
    """Opened from the preferences, as a user does."""
    window.window.show_page("preferences")
    qtbot.waitUntil(lambda: window.window.page("preferences").is_filled, timeout=PATIENCE)
    qtbot.mouseClick(window.window.page("preferences").keys, Qt.MouseButton.LeftButton)
    found = window.window.findChild(EditKeysDialog)
    assert found is not None
    return found


def press(dialog: EditKeysDialog, action: str, key: Qt.Key, qtbot: QtBot) -> None:
    """Choose an action and press a key into the field."""
    dialog.table.setCurrentCell(ROWS[action], 0)
    dialog.typed.setFocus()
    qtbot.keyClick(dialog.typed, key)


def test_a_key_is_taken_from_another_action_after_saying_so(
    dialog: EditKeysDialog, window: Window, home: Path, qtbot: QtBot
) -> None:
    press(dialog, "mute", Qt.Key.Key_S, qtbot)
    assert "Screenshot with captions" in dialog.notice.text()
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)

    kept = window.desk.settings.player.keys
    assert kept["screenshot"] == ()
    assert "S" in kept["mute"]
    file = home / "config" / "settings.toml"
    qtbot.waitUntil(lambda: file.exists() and "[player.keys]" in file.read_text(encoding="utf-8"), timeout=PATIENCE)
    player = window.window.page("player").player
    assert player._keys.action_for(Qt.Key.Key_S.value) == "mute"
    sheet = KeysDialog(window.window, player.key_sheet())
    qtbot.addWidget(sheet)
    words = [label.text() for label in sheet.findChildren(QLabel)]
    assert any("S" in keys.split(", ") for keys in words)
    assert "Screenshot with captions" not in words


def test_a_key_of_the_menu_is_refused(dialog: EditKeysDialog, qtbot: QtBot) -> None:
    dialog.table.setCurrentCell(ROWS["mute"], 0)
    dialog.typed.setFocus()
    qtbot.keyClick(dialog.typed, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert "menu" in dialog.notice.text()
    assert not dialog.add.isEnabled()


def test_keys_are_removed_and_come_back(dialog: EditKeysDialog, qtbot: QtBot) -> None:
    dialog.table.setCurrentCell(ROWS["loop"], 0)
    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert dialog.changes.changed == {"loop": ()}
    assert not dialog.remove.isEnabled()
    qtbot.mouseClick(dialog.reset, Qt.MouseButton.LeftButton)
    assert dialog.changes.changed == {}
    press(dialog, "loop", Qt.Key.Key_M, qtbot)
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.reset_all, Qt.MouseButton.LeftButton)
    assert dialog.changes.changed == {}


def test_usual_keys_that_come_back_are_taken_from_who_has_them_now() -> None:
    changes = KeyChanges({"loop": ("M",), "mute": ()})
    changes.reset("mute")
    assert "M" in changes.keys["mute"]
    assert changes.keys["loop"] == ()
    assert changes.owner("M") == "mute"


def test_the_sheet_begins_with_the_player_and_leads_to_the_change(window: Window, qtbot: QtBot) -> None:
    window.window.page("player")
    qtbot.keyClick(window.window, Qt.Key.Key_F1)
    sheet = window.window.findChild(KeysDialog)
    assert sheet is not None
    headings = [each.text() for each in sheet.findChildren(QLabel) if each.property("role") == "heading"]
    assert headings == ["Player", "Transcript", "Window"]
    qtbot.mouseClick(sheet.change, Qt.MouseButton.LeftButton)
    assert window.window.findChild(EditKeysDialog) is not None
    assert not sheet.isVisible()


def test_the_sheet_calls_media_keys_as_people_do() -> None:
    sheet = dict(KeyMap().sheet())
    assert "Play/pause key" in sheet["Play or pause"]
    assert "Mute key" in sheet["Sound off or on"]
    assert "PgUp" in sheet["To the next chapter"]
    assert not any("Media" in keys for keys in sheet.values())
