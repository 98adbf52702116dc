"""Cells that are painted once."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import TimeSpan
from streamlation_desktop.gui.item_models.kept_cells import KeptCells
from streamlation_desktop.gui.item_models.text_delegate import Index, TextDelegate
from streamlation_desktop.gui.item_models.transcript import TranscriptModel
from streamlation_desktop.storage.lines import TranscriptLine

EN, ES, HE = LanguageCode("en"), LanguageCode("es"), LanguageCode("he")


@pytest.fixture
def model() -> TranscriptModel:
    made = TranscriptModel()
    texts = {ES: "En dos idiomas, y a veces en varias líneas de texto.", HE: "שלום עולם."}
    lines = [
        TranscriptLine(
            n, TimeSpan(n, n + 0.9), EN, f"Line {n} of many, some of which are long.", texts, "", 1.0 - n / 30
        )
        for n in range(30)
    ]
    made.reset(lines, ES)
    return made


@pytest.fixture
def table(model: TranscriptModel, qtbot: QtBot) -> QTableView:
    made = QTableView()
    qtbot.addWidget(made)
    made.setModel(model)
    made.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    made.resize(600, 500)
    made.show()
    return made


class Painted(KeptCells):
    """Tells which cells are laid out."""

    def __init__(self, model: TranscriptModel, table: QTableView) -> None:
        super().__init__(model, table)
        self.laid_out: list[tuple[int, int]] = []

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        self.laid_out.append((index.row(), index.column()))
        super().initStyleOption(option, index)


def seen(table: QTableView) -> QImage:
    return table.viewport().grab().toImage()


def difference(one: QImage, other: QImage) -> int:
    """The largest, of any channel of any pixel."""
    assert one.size() == other.size()
    both = (np.frombuffer(each.constBits(), np.uint8).astype(int) for each in (one, other))
    return int(np.abs(np.subtract(*both)).max())


def test_a_table_looks_as_if_each_cell_were_painted_anew(table: QTableView, model: TranscriptModel) -> None:
    plain, kept = TextDelegate(table), KeptCells(model, table)

    def both() -> tuple[QImage, QImage]:
        looks = []
        for delegate in (plain, kept):
            table.setItemDelegate(delegate)
            looks.append(seen(table))
        return looks[0], looks[1]

    for change in (
        lambda: None,
        lambda: model.play(3.5),
        lambda: model.find("line 2"),
        lambda: table.selectRow(4),
        lambda: model.replace(model.lines[1].changed(EN, "What was really said")),
        lambda: model.reset(list(model.lines), HE),
        lambda: table.setColumnWidth(2, 250),
        lambda: table.setStyleSheet("QTableView { color: #204080; background: #ffffee; }"),
    ):
        change()
        one, other = both()
        assert difference(one, other) <= 2, "but for how a gradient is rounded"


def test_what_is_painted_again_is_not_laid_out_again(table: QTableView, model: TranscriptModel) -> None:
    delegate = Painted(model, table)
    table.setItemDelegate(delegate)
    seen(table)
    assert delegate.laid_out
    delegate.laid_out.clear()
    seen(table)
    assert delegate.laid_out == []
    model.play(2.5)
    seen(table)
    assert {row for row, _ in delegate.laid_out} == {2}


def test_other_colours_are_seen_at_once(table: QTableView, model: TranscriptModel) -> None:
    table.setItemDelegate(KeptCells(model, table))
    before = seen(table)
    palette = table.palette()
    palette.setColor(QPalette.ColorRole.Text, QColor("#c00000"))
    table.setPalette(palette)
    assert seen(table) != before


def test_pictures_do_not_pile_up(table: QTableView, model: TranscriptModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streamlation_desktop.gui.item_models.kept_cells._ROOM", 200_000)
    delegate = KeptCells(model, table)
    table.setItemDelegate(delegate)
    seen(table)
    table.scrollToBottom()
    seen(table)
    held = sum(picture.size().width() * picture.size().height() * 4 for picture in delegate._kept.values())
    assert 0 < held <= 200_000
