"""Everything that can be used has a name for a screen reader, and all text is plain."""

from __future__ import annotations

import ast
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

import streamlation_desktop.gui
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.dialogs.cast import CastDialog
from streamlation_desktop.gui.dialogs.delete_job import DeleteJobBox
from streamlation_desktop.gui.dialogs.dub import DubDialog
from streamlation_desktop.gui.dialogs.edit_keys import EditKeysDialog
from streamlation_desktop.gui.dialogs.export import ExportDialog
from streamlation_desktop.gui.dialogs.extras import ExtrasDialog
from streamlation_desktop.gui.dialogs.failure import FailureDialog
from streamlation_desktop.gui.dialogs.first_run import FirstRunDialog
from streamlation_desktop.gui.dialogs.keys import KeysDialog
from streamlation_desktop.gui.dialogs.local_api import LocalApiDialog
from streamlation_desktop.gui.dialogs.voice import Cast, VoiceDialog
from streamlation_desktop.gui.dialogs.watch_live import WatchLiveDialog
from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.messages import explain
from streamlation_desktop.gui.state.extras_desk import ExtrasDesk
from streamlation_desktop.settings.schema import Settings
from tests.gui.conftest import PATIENCE

INTERACTIVE = (
    QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractItemView, QAbstractSlider, QAbstractSpinBox,
    QProgressBar,
)  # fmt: skip
SOURCES = sorted(Path(streamlation_desktop.gui.__file__).parent.rglob("*.py"))


def nameless(root: QWidget) -> list[str]:
    """Controls below `root` of which a screen reader could only say their kind."""
    found = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, INTERACTIVE) or isinstance(widget, QScrollBar | QTabBar):
            continue
        if widget.objectName().startswith("qt_") or isinstance(widget.parent(), QAbstractSpinBox | QAbstractItemView):
            continue  # a part that Qt made of a control that has a name
        parent = widget.parent()
        if isinstance(parent, QComboBox | QLineEdit) or (
            parent is not None and "Private" in parent.metaObject().className()
        ):
            continue
        if widget.isHidden():
            continue  # it gets its name when it is shown
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not (widget.accessibleName() or text):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def is_whole(page: QWidget) -> bool:
    """Preferences come a card at a time."""
    return page.isVisible() and bool(getattr(page, "is_filled", True))


def test_every_control_of_every_page_has_a_name_and_every_label_is_plain(window: Window, qtbot: QtBot) -> None:
    for name in window.window.sidebar.names():
        window.window.show_page(name)
        qtbot.waitUntil(partial(is_whole, window.window.page(name)), timeout=PATIENCE)
    found = nameless(window.window)
    assert not found, "\n".join(found)
    rich = [each.text() for each in window.window.findChildren(QLabel) if each.textFormat() != Qt.TextFormat.PlainText]
    assert [text for text in rich if text] == []


def test_every_control_of_the_dialogs_has_a_name(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    extras = ExtrasDesk(window.desk)
    extras.refresh()
    qtbot.waitUntil(lambda: bool(extras.parts), timeout=PATIENCE)
    dialogs = [
        ExportDialog("id", [LanguageCode("en"), LanguageCode("es")], tmp_path, "talk"),
        FirstRunDialog(LanguageCode("es")),
        FailureDialog(explain("source.lost", "x"), "talk"),
        KeysDialog(window.window, [("Play", "Space")]),
        DubDialog(Settings()),
        EditKeysDialog({}, {}),
        ExtrasDialog(extras),
        DeleteJobBox("talk.mp4", 3),
        CastDialog(window.desk, window.conductor.screens.caster),
        LocalApiDialog(window.conductor.screens.api),
        WatchLiveDialog(window.desk),
        VoiceDialog(window.desk, Cast(LanguageCode("es"), "a film", {"speaker-0": "Ana"})),
    ]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        assert nameless(dialog) == []


@pytest.mark.parametrize("word", ["QTextEdit(", "QTextBrowser", "setHtml", "RichText", "MarkdownText", "insertHtml"])
def test_no_source_of_the_window_uses_rich_text(word: str) -> None:
    assert [path.name for path in SOURCES if word in path.read_text(encoding="utf-8")] == []


def test_texts_of_messages_go_through_translation() -> None:
    """A string with a space in it that reaches a widget's constructor or text setter has gone through `tr`."""
    setters = {"setText", "setWindowTitle", "setPlaceholderText", "setToolTip", "setAccessibleName", "addAction"}
    makers = {"label", "button", "tool", "QCheckBox", "QRadioButton", "EmptyState", "QLabel", "QPushButton"}
    literal = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name not in setters | makers or not node.args:
                continue
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str) and " " in first.value.strip():
                literal.append(f"{path.name}:{node.lineno}: {first.value}")
    assert [each for each in literal if "Streamlation Desktop" not in each and "://" not in each] == []
