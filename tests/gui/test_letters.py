"""Languages whose letters no font of the system has are named in English, and said to be unreadable."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from pytestqt.qtbot import QtBot

from streamlation_desktop.core.language import LanguageCode, own_name
from streamlation_desktop.gui import letters
from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.widgets.language_list import LanguageList
from tests.gui.conftest import PATIENCE, MakeWindow

HINDI, SPANISH = LanguageCode("hi"), LanguageCode("es")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("code", ["es", "ru", "ar", "hi", "bn", "or", "ta", "th", "zh", "yue", "ja", "ko"])
def test_a_language_can_be_read_where_a_font_has_its_letters(code: str) -> None:
    language = LanguageCode(code)
    name = own_name(language)
    fonts = [QRawFont.fromFont(QFont(family)) for family in QFontDatabase.families()]

    can_be_drawn = any(all(font.supportsCharacter(ord(letter)) for letter in name) for font in fonts)

    assert letters.has_letters(language) == can_be_drawn


@pytest.fixture
def without_hindi(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system whose fonts lack one script."""
    monkeypatch.setattr(letters, "has_letters", lambda language: language != HINDI)


@pytest.mark.usefixtures("without_hindi")
def test_a_language_that_cannot_be_read_is_named_in_english(qtbot: QtBot) -> None:
    languages = LanguageList("Languages", (HINDI, SPANISH))
    qtbot.addWidget(languages)

    assert [languages.list.item(row).text() for row in (0, 1)] == ["Hindi", "Español – Spanish"]


@pytest.mark.usefixtures("without_hindi", "history")
def test_captions_that_would_be_boxes_are_told_once(make_window: MakeWindow, clip: Path, qtbot: QtBot) -> None:
    window = make_window()
    window.desk.change_settings("interface", {"translate_on_open": False})
    window.desk.change_settings("translation", {"targets": (HINDI,)})

    window.conductor.open(str(clip))

    title = window.window.messages.title
    qtbot.waitUntil(lambda: "letters of Hindi" in title.text() and title.isVisible(), timeout=PATIENCE)
    window.window.messages.hide()
    _open_again(window, clip, qtbot)
    assert not title.isVisible()


def _open_again(window: Window, clip: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.conductor.shown, timeout=PATIENCE):
        window.conductor.open(str(clip))
