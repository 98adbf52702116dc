"""What others wrote is shown as plain text wherever the window shows it: labels, tables, captions, tool-tips."""

from __future__ import annotations

import ast
import os
import random
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

import streamlation_desktop.gui
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import TimeSpan
from streamlation_desktop.gui.item_models.transcript import MEANT, SAID, TranscriptModel
from streamlation_desktop.gui.player.caption_content import CaptionBlock
from streamlation_desktop.gui.player.caption_renderer import render
from streamlation_desktop.gui.unmarked import MOST_CHARACTERS, unmarked
from streamlation_desktop.gui.widgets.labels import button, label
from streamlation_desktop.settings.schema import CaptionSettings
from streamlation_desktop.storage.lines import TranscriptLine

RED = QColor(255, 0, 0)
SOURCES = sorted(Path(streamlation_desktop.gui.__file__).parent.rglob("*.py"))
EN, ES = LanguageCode("en"), LanguageCode("es")
OURS = ("unmarked(", ".tr(", "name", "told", "''", "'Streamlation'", "info.description")
"""How an argument of `setToolTip` may read."""
PIECES = (
    '<img src="{picture}" width="200" height="200">', '<a href="file:///etc/passwd">x</a>', "<b>bold</b>", "</span>",
    "&lt;img&gt;", "&#60;b&#62;", "<!DOCTYPE html>", "<?xml version='1.0'?><p>", "<table><tr><td>" * 200, "\u202e",
    "\x00", "\u2028", "\ud800", "\n", "{0}", "%1", "&", "<", ">", "words of a film", "W" * 3000,
    "ﷺ" * 20, "e" + "\u0301" * 300,
)  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """500 texts; some would show a red picture."""
    picture = tmp_path_factory.mktemp("picture") / "red.png"
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(RED)
    assert image.save(str(picture))
    rng = random.Random(5)
    pieces = [piece.replace("{picture}", picture.as_posix()) for piece in PIECES]
    return [*pieces, *("".join(rng.choices(pieces, k=rng.randint(1, 6))) for _ in range(500 - len(pieces)))]


def is_red(image: QImage) -> bool:
    """Looks at every tenth pixel."""
    points = ((x, y) for x in range(0, image.width(), 10) for y in range(0, image.height(), 10))
    return any(image.pixelColor(*point) == RED for point in points)


def test_no_text_of_others_is_marked_up_in_a_tool_tip(qtbot: QtBot, hostile: list[str]) -> None:
    assert Qt.mightBeRichText(hostile[0])
    for text in hostile:
        assert not Qt.mightBeRichText(unmarked(text))
        assert len(unmarked(text)) <= 2 * MOST_CHARACTERS + 1
        assert not Qt.mightBeRichText(button("", tip=text).toolTip())


def test_labels_and_tables_show_no_picture(qtbot: QtBot, hostile: list[str]) -> None:
    shown, model, table = label(), TranscriptModel(), QTableView()
    for widget in (shown, table):
        qtbot.addWidget(widget)
        widget.resize(600, 400)
    table.setModel(model)
    for number, text in enumerate(hostile):
        shown.setText(text)
        model.reset([TranscriptLine(number, TimeSpan(0, 1), EN, text=text, translations={ES: text})], ES)
        for column in (SAID, MEANT):
            assert not Qt.mightBeRichText(model.data(model.index(0, column), Qt.ItemDataRole.ToolTipRole))
        if number < len(PIECES):  # each kind is looked at
            assert not is_red(shown.grab().toImage())
            assert not is_red(table.grab().toImage())


def test_captions_draw_the_text_that_is_there(qtbot: QtBot, hostile: list[str]) -> None:
    for text in hostile[: len(PIECES)]:
        drawn = render((CaptionBlock(text, EN, False, ""),), QSize(320, 180), 1.0, CaptionSettings())
        assert drawn is None or not any(is_red(piece) for _, piece in drawn.pieces)


def test_a_caption_without_end_is_cut_where_nobody_would_read_on(qtbot: QtBot) -> None:
    size = QSize(320, 180)
    endless, lines = (CaptionBlock(text, EN, False, "") for text in ("W " * 50_000, "W\n" * 50_000))
    for block in (endless, lines):
        drawn = render((block,), size, 1.0, CaptionSettings())
        assert drawn is not None
        assert sum(piece.height() for _, piece in drawn.pieces) < 6000


def test_every_tool_tip_is_ours_or_unmarked() -> None:
    """A tool-tip is a translated constant, a name made of such, or has gone through `unmarked`."""
    faults = []
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "setToolTip":
                told = ast.unparse(node.args[0])
                if not any(known in told for known in OURS):
                    faults.append(f"{path.name}:{node.lineno}: {told}")
    assert faults == []
