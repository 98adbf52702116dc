"""Every setting has an editor; every change is kept."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtWidgets import QCheckBox, QColorDialog, QComboBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.pages.preferences import PreferencesPage
from streamlation_desktop.gui.widgets.colour_field import ColourField
from streamlation_desktop.gui.widgets.known_text_field import KnownTextField
from streamlation_desktop.gui.widgets.path_field import PathField
from streamlation_desktop.gui.widgets.setting_field import is_editable
from streamlation_desktop.settings.paths import app_paths
from streamlation_desktop.settings.schema import Settings
from tests.gui.conftest import PATIENCE


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> PreferencesPage:
    window.window.show_page("preferences")
    shown: PreferencesPage = window.window.page("preferences")
    qtbot.waitUntil(lambda: shown.is_filled and shown.isVisible(), timeout=PATIENCE)
    return shown


def kept() -> dict[str, dict[str, object]]:
    path: Path = app_paths().settings_file
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def test_every_setting_of_one_line_is_on_the_page(page: PreferencesPage) -> None:
    wanted = {
        (section, name)
        for section, model in Settings()
        for name, info in type(model).model_fields.items()
        if is_editable(info)
    }
    assert set(page.fields) == wanted


def test_a_change_is_kept_in_the_file(page: PreferencesPage, qtbot: QtBot) -> None:
    box = page.fields["recognition", "vad"].findChild(QCheckBox)
    assert box is not None
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: kept().get("recognition", {}).get("vad") is False, timeout=60_000)


def test_what_makes_no_sense_is_marked_and_not_kept(page: PreferencesPage, window: Window, qtbot: QtBot) -> None:
    field = page.fields["translation", "targets"]
    line = field.findChild(QLineEdit)
    assert line is not None
    qtbot.keyClicks(line, "klingonisch")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.property("role") == "fault"
    assert field.fault.isVisible()
    assert field.fault.text() == "'klingonisch' is not a language"
    assert window.desk.settings.translation.targets == ()
    line.clear()
    qtbot.keyClicks(line, "german, fr")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not field.fault.isVisible()
    assert list(window.desk.settings.translation.targets) == ["de", "fr"]
    assert line.text() == "Deutsch, français", "named, not by their codes"


def test_what_the_schema_refuses_is_said_in_words_of_people(page: PreferencesPage, qtbot: QtBot) -> None:
    field = page.fields["captions", "colour"]
    line = field.findChild(QLineEdit)
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(line, "crimson")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert field.fault.text() == "This value cannot be used here."


@pytest.mark.parametrize(
    ("section", "name", "chooser"),
    [("translation", "glossary", "getOpenFileName"), ("player", "screenshots", "getExistingDirectory")],
)
def test_a_file_or_folder_is_chosen_with_the_chooser_of_the_system(
    page: PreferencesPage,
    window: Window,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    section: str,
    name: str,
    chooser: str,
) -> None:
    found = (str(tmp_path), "") if chooser == "getOpenFileName" else str(tmp_path)
    monkeypatch.setattr(QFileDialog, chooser, lambda *_: found)
    field = page.fields[section, name].findChild(PathField)
    assert field is not None
    qtbot.mouseClick(field.choose, Qt.MouseButton.LeftButton)
    assert getattr(getattr(window.desk.settings, section), name) == tmp_path


def test_a_colour_is_chosen_by_eye_and_a_font_from_those_that_are_there(
    page: PreferencesPage, window: Window, qtbot: QtBot
) -> None:
    field = page.fields["captions", "colour"].findChild(ColourField)
    assert field is not None
    field.choose.click()
    dialog = field.findChild(QColorDialog)
    assert dialog is not None
    assert dialog.currentColor().name() == "#ffffff"
    dialog.setCurrentColor(QColor("#00ff88"))
    dialog.accept()
    assert window.desk.settings.captions.colour == "#00ff88"

    font = page.fields["captions", "font"].findChild(KnownTextField)
    assert font is not None
    font.showPopup()
    font.hidePopup()
    assert set(QFontDatabase.families()) >= {font.itemText(row) for row in range(1, font.count())} != set()
    font.setCurrentIndex(1)
    font.activated.emit(1)
    assert window.desk.settings.captions.font == font.itemText(1)


@pytest.mark.parametrize(
    ("section", "built_in"), [("recognition", "pocketsphinx-en-us"), ("translation", "starter-mt")]
)
def test_a_model_is_chosen_among_those_that_can_be_used(
    page: PreferencesPage, window: Window, qtbot: QtBot, section: str, built_in: str
) -> None:
    field = page.fields[section, "model"].findChild(KnownTextField)
    assert field is not None
    qtbot.waitUntil(lambda: built_in in field.known(), timeout=PATIENCE)

    field.showPopup()
    row = field.findText(built_in)
    qtbot.keyClick(field.view(), Qt.Key.Key_Home)
    for _ in range(row):
        qtbot.keyClick(field.view(), Qt.Key.Key_Down)
    qtbot.keyClick(field.view(), Qt.Key.Key_Return)

    assert getattr(window.desk.settings, section).model == built_in


def test_the_usual_value_is_a_button_beside_what_has_one(page: PreferencesPage, window: Window) -> None:
    [usual] = page.fields["dubbing", "keep_hours"].presets
    usual.click()
    assert (usual.text(), window.desk.settings.dubbing.keep_hours) == ("48", 48)


def test_a_setting_goes_back_to_its_default(page: PreferencesPage, window: Window) -> None:
    window.desk.change_settings("recognition", {"beam_size": 4})
    field = page.fields["recognition", "beam_size"]
    assert field.value == 4
    field.reset.click()
    assert window.desk.settings.recognition.beam_size == 1
    assert not field.reset.isEnabled()


def test_all_settings_go_back_together(page: PreferencesPage, window: Window) -> None:
    window.desk.change_settings("recognition", {"beam_size": 4})
    window.desk.change_settings("interface", {"theme": "dark"})
    page.reset_all()
    assert window.desk.settings == Settings()


def test_the_search_leaves_what_was_meant(page: PreferencesPage, window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search, "glossary")
    assert page.fields["translation", "glossary"].isVisible()
    assert not page.fields["recognition", "vad"].isVisible()


def test_the_theme_changes_at_once(page: PreferencesPage, qtbot: QtBot) -> None:
    box = page.fields["interface", "theme"].findChild(QComboBox)
    assert box is not None
    box.setCurrentIndex(box.findData("dark"))
    assert page.palette().window().color().lightness() < 128
    box.setCurrentIndex(box.findData("light"))
    assert page.palette().window().color().lightness() > 128


def test_every_editor_gives_back_what_it_was_shown(page: PreferencesPage) -> None:
    for (section, name), field in page.fields.items():
        shown = getattr(getattr(Settings(), section), name)
        field.show_value(shown)
        data = Settings().model_dump()
        data[section][name] = field.value
        assert getattr(getattr(Settings.model_validate(data), section), name) == shown, f"{section}.{name}"
