"""The window speaks English, Spanish, German and Arabic, wholly."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

import streamlation_desktop.gui
from streamlation_desktop.gui.appearance import LANGUAGES, apply_language, read_appearance, system_language
from streamlation_desktop.gui.setting_texts import choices, described
from streamlation_desktop.gui.widgets.facts import joined
from streamlation_desktop.gui.widgets.times import clock, figures
from streamlation_desktop.settings.paths import resource
from streamlation_desktop.settings.schema import Settings

SOURCES = sorted(Path(streamlation_desktop.gui.__file__).parent.rglob("*.py"))


def messages(language: str) -> dict[tuple[str, str], ElementTree.Element]:
    """Translations by context and source."""
    tree = ElementTree.parse(resource(f"i18n/streamlation_{language}.ts"))
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): message
        for context in tree.iter("context")
        for message in context.iter("message")
    }


@pytest.mark.parametrize("language", ["es", "de", "ar"])
def test_no_text_is_left_untranslated(language: str) -> None:
    unfinished = [
        source
        for (_, source), message in messages(language).items()
        for translation in message.iter("translation")
        if translation.get("type") == "unfinished" or not "".join(translation.itertext()).strip()
    ]
    assert unfinished == []


def test_every_text_is_looked_up_where_it_was_collected() -> None:
    """A text of somebody else's ``tr`` is collected below the name of a variable, and never found again."""
    assert [context for context, _ in messages("es") if not context[:1].isupper()] == []


@pytest.mark.parametrize("language", ["es", "de", "ar"])
def test_placeholders_survive_translation(language: str) -> None:
    for (_, source), message in messages(language).items():
        translation = message.find("translation")
        assert translation is not None
        for place in ("{0", "{1"):
            assert (place in source) == (place in "".join(translation.itertext())), source


def test_every_text_of_the_window_is_in_the_files(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    subprocess.run([tool, *map(str, SOURCES), "-ts", fresh], check=True, capture_output=True)
    tree = ElementTree.parse(fresh)
    texts = {
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in tree.iter("context")
        for message in context.iter("message")
    }
    missing = texts - set(messages("es"))
    assert missing == set(), "run: python3 dev.py translations"


@pytest.mark.parametrize("language", ["es", "de", "ar"])
def test_the_compiled_file_says_what_the_source_says(language: str) -> None:
    translator = QTranslator()
    assert translator.load(f"streamlation_{language}", str(resource("i18n")))
    for (context, source), message in messages(language).items():
        if message.get("numerus") != "yes":
            assert translator.translate(context, source) == message.findtext("translation"), source


def test_arabic_mirrors_the_window_and_counts_as_arabic_does(qapp: QApplication) -> None:
    before = qapp.findChildren(QTranslator)
    try:
        assert apply_language(qapp, "ar") == "ar"
        assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
        assert QCoreApplication.translate("LibraryPage", "%Ln session(s)", "", 2) == "جلستان"
        assert QCoreApplication.translate("Sidebar", "Library") == "المكتبة"
        assert joined("English", "", "en-us") == "\u2068English\u2069  ·  \u2068en-us\u2069", "they keep their order"
        assert QCoreApplication.translate("LibraryPage", "%Ln session(s)", "", 12).startswith("١٢ ")
        assert (clock(3723), figures("1.5×"), figures("45 %")) == ("١:٠٢:٠٣", "١٫٥×", "٤٥ ٪\u061c"), "one kind"
        assert apply_language(qapp, "de") == "de"
        assert (clock(3723), figures("+1.5")) == ("1:02:03", "+1,5")
    finally:
        for translator in set(qapp.findChildren(QTranslator)) - set(before):
            qapp.removeTranslator(translator)
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        QLocale.setDefault(QLocale.system())


def test_settings_are_described_in_the_words_of_the_schema() -> None:
    for _, section in Settings():
        assert {info.description for info in type(section).model_fields.values()} <= described()
    assert {"fast", "balanced", "accurate", "auto", "light", "dark"} <= choices()


def test_the_language_of_the_window_is_read_without_the_settings_schema(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('[interface]\nlanguage = "de"\ntheme = "dark"\n', encoding="utf-8")
    assert read_appearance(file, {}).language == "de"
    assert read_appearance(file, {"STREAMLATION_INTERFACE_LANGUAGE": "ar"}).language == "ar"
    file.write_text("not TOML [", encoding="utf-8")
    assert read_appearance(file, {}).theme == "auto"
    assert system_language() in LANGUAGES
