"""A transcript of any length."""

from __future__ import annotations

from collections import Counter
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, TimeSpan
from streamlation_desktop.gui.item_models.transcript import MEANT, SAID, Index, TranscriptModel
from streamlation_desktop.gui.state.foreseen_lines import ForeseenLines
from streamlation_desktop.gui.theme import colours
from streamlation_desktop.storage.lines import TranscriptLine

EN, ES, AR = LanguageCode("en"), LanguageCode("es"), LanguageCode("ar")
MANY = 50_000


def line(number: int, **changes: Any) -> TranscriptLine:
    values = {"text": f"line {number}", "translations": {ES: f"línea {number}"}, **changes}
    return TranscriptLine(number, TimeSpan(float(number), number + 0.9), EN, **values)


class CountingModel(TranscriptModel):
    """Counts the rows that a view looks at."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: Counter[int] = Counter()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        self.asked[index.row()] += 1
        return super().data(index, role)


def test_of_fifty_thousand_lines_only_those_on_screen_are_looked_at(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QTableView

    model, view = CountingModel(), QTableView()
    qtbot.addWidget(view)
    view.resize(500, 600)
    view.setModel(model)
    model.reset([line(number) for number in range(MANY)], ES)
    with qtbot.waitExposed(view):
        view.show()
    view.scrollTo(model.index(40_000, 0))
    view.grab()
    assert any(row > 39_000 for row in model.asked)
    assert len(model.asked) < 200


def test_lines_that_come_late_take_their_place_in_time() -> None:
    model = TranscriptModel()
    model.reset([line(0), line(5)], ES)
    model.add([line(3), line(6)])
    assert [each.id for each in model.lines] == [0, 3, 5, 6]
    assert model.row_at(5.5) == 2
    assert model.row_at(-1) == -1


def test_what_is_known_already_is_not_added_twice_but_gains_translations() -> None:
    model = TranscriptModel()
    model.reset([line(0)], ES)
    model.add([line(0), line(0, translations={AR: "سطر"})])
    assert model.rowCount() == 1
    assert model.lines[0].translations == {ES: "línea 0", AR: "سطر"}


def test_doubtful_lines_are_shaded_until_somebody_corrects_them() -> None:
    model = TranscriptModel()
    model.reset([line(0, confidence=0.2), line(1, confidence=0.9)], ES)
    background = Qt.ItemDataRole.BackgroundRole
    assert model.index(0, SAID).data(background) is not None
    assert model.index(1, SAID).data(background) is None
    model.replace(model.lines[0].changed(EN, "what was really said"))
    assert model.index(0, SAID).data(background) is None


def test_arabic_is_written_from_the_right() -> None:
    model = TranscriptModel()
    model.reset([line(0, translations={AR: "سطر"})], AR)
    alignment = model.index(0, MEANT).data(Qt.ItemDataRole.TextAlignmentRole)
    assert alignment & Qt.AlignmentFlag.AlignRight
    assert not model.index(0, SAID).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight


def test_a_change_to_nothing_or_to_the_same_is_no_change(qtbot: QtBot) -> None:
    model = TranscriptModel()
    model.reset([line(0)], ES)
    assert not model.setData(model.index(0, SAID), "  ")
    assert not model.setData(model.index(0, SAID), "line 0")
    with qtbot.waitSignal(model.corrected) as corrected:
        model.setData(model.index(0, MEANT), "otra  cosa")
    assert corrected.args == [0, "es", "otra cosa"]


def test_the_line_at_the_playhead_wears_the_accent() -> None:
    model = TranscriptModel()
    model.reset([line(0), line(1)], ES)
    assert model.play(1.2)
    assert not model.play(1.3), "the same line"
    assert model.index(1, SAID).data(Qt.ItemDataRole.BackgroundRole).name() == colours().accent_soft


def foreseen(start: float, language: LanguageCode, text: str) -> Cue:
    return Cue(0, TimeSpan(start, start + 1.9), (text,), language)


def test_lines_of_a_place_that_was_jumped_to_stand_where_they_belong_until_the_final_ones_come() -> None:
    model, ahead = TranscriptModel(), ForeseenLines()
    model.reset([line(0), line(1)], ES)
    ahead.add([foreseen(100.0, EN, "Far ahead."), foreseen(102.0, EN, "And on.")])
    model.foresee(ahead.lines(ES))
    ahead.add([foreseen(100.1, ES, "Muy lejos,"), foreseen(101.8, ES, "y sigue.")])
    model.foresee(ahead.lines(ES))
    assert [(each.span.start, each.text, each.translations.get(ES)) for each in model.lines[2:]] == [
        (100.0, "Far ahead.", "Muy lejos,"),
        (102.0, "And on.", "y sigue."),
    ]
    assert model.flags(model.index(0, SAID)) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(2, SAID)) & Qt.ItemFlag.ItemIsEditable, "its text is not final"

    model.add([line(2), line(100, text="Far ahead.")])
    assert [each.text for each in model.lines] == ["line 0", "line 1", "line 2", "Far ahead.", "And on."]
    model.foresee(ahead.lines(ES))
    assert [each.id >= 0 for each in model.lines] == [True] * 4 + [False], "what is final stays final"
    ahead.clear()
    model.foresee(ahead.lines(ES))
    assert [each.id for each in model.lines] == [0, 1, 2, 100]


def test_cells_look_the_same_only_where_everything_that_is_painted_is() -> None:
    model = TranscriptModel()
    model.reset([line(0), line(1, confidence=0.2), line(2)], ES)
    known = [model.look(row, SAID) for row in range(3)]
    assert len(set(known)) == 3
    model.play(2.5)
    assert model.look(2, SAID) != known[2], "the line at the playhead"
    model.find("line 0")
    assert model.look(0, SAID) != known[0], "what was found"
    assert model.look(1, SAID) == known[1]
    model.shades_doubt = False
    assert model.look(1, SAID) != known[1]
    model.replace(model.lines[0].changed(EN, "another text"))
    assert model.look(0, SAID) != known[0]
