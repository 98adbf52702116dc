"""Errors in the user's words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from streamlation_desktop.core.errors import StreamlationError, _all_kinds
from streamlation_desktop.gui.main import Window
from streamlation_desktop.gui.messages import Remedy, explain, known_codes
from streamlation_desktop.gui.pages.diagnostics import without_private
from streamlation_desktop.gui.widgets.drop import locations_in
from streamlation_desktop.settings.paths import resource


@pytest.mark.parametrize("kind", [kind for kind in _all_kinds(StreamlationError) if kind is not StreamlationError])
def test_every_error_has_words_of_its_own_or_of_its_family(kind: type[StreamlationError]) -> None:
    assert kind.code.partition(".")[0] in {code.partition(".")[0] for code in known_codes()}
    message = explain(kind.code, "what happened")
    assert message.title
    assert message.hint
    assert "streamlation " not in message.hint, "the window has buttons, not commands"
    assert bool(message.button) == (message.remedy is not Remedy.NONE)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("/films/a.mp4 does not exist", "/films/a.mp4 no existe"),
        ("nothing installed translates English into Welsh", "nada de lo instalado traduce de English a Cymraeg"),
        ("words that nobody foresaw", "words that nobody foresaw"),
    ],
)
def test_what_exactly_happened_is_told_in_the_language_of_the_window(qapp: QApplication, said: str, shown: str) -> None:
    translator = QTranslator()
    assert translator.load("streamlation_es", str(resource("i18n")))
    qapp.installTranslator(translator)
    try:
        assert explain("source", said).text == shown
    finally:
        qapp.removeTranslator(translator)


def test_a_defect_offers_the_report() -> None:
    assert explain("defect", "ValueError: x").remedy is Remedy.DIAGNOSTICS


def test_a_missing_file_is_told_in_the_window_and_nothing_else_happens(window: Window, qtbot: QtBot) -> None:
    window.conductor.open("/nowhere/film.mp4")
    bar = window.window.messages
    qtbot.waitUntil(lambda: not bar.isHidden(), timeout=60_000)
    assert "cannot be found" in bar.title.text()
    assert "/nowhere/film.mp4" in bar.text.text()
    assert window.desk.sessions.sessions == {}


def test_a_report_holds_no_names_paths_or_addresses() -> None:
    text = "cannot read /home/ana/films/secret.mp4: https://ana:pw@host/x?token=1 C:\\Users\\ana\\a.mp4"
    shown = without_private(text)
    assert "secret" not in shown
    assert "host" not in shown
    assert "token" not in shown
    assert "Users" not in shown


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("no picture in /home/ana/films/My secret, part 1.mp4", "no picture in <path>"),
        ("/home/ana/It is: secret.mkv is empty", "<path> is empty"),
        ("'/home/ana/My secret.mkv' is empty", "'<path>' is empty"),
        (r"C:\Users\Ana Maria\My secret.mp4 was taken away", "<path> was taken away"),
        (r"\\server\share\My secret.mp4 was taken away", "<path> was taken away"),
        ("/home/ana/فيلم secret.mp4 is empty", "<path> is empty"),
        ("folders: /home/ana secret/data", "folders: <path>"),
        ('File "/opt/x/streamlation_desktop/gui/main.py", line 3', 'File "streamlation_desktop/gui/main.py", line 3'),
        ("works: processor: 2 threads, int8 and/or float32", "works: processor: 2 threads, int8 and/or float32"),
    ],
)
def test_names_of_files_are_hidden_whatever_is_in_them(line: str, shown: str) -> None:
    assert without_private(line) == shown


def test_only_files_and_addresses_can_be_dropped() -> None:
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setText("just words")
    assert locations_in(data) == []
    data.setText("https://host/live.m3u8")
    assert locations_in(data) == ["https://host/live.m3u8"]
