"""The controls of a live stream."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from streamlation_desktop.core.types import TimeSpan
from streamlation_desktop.gui.player.control_bar import ControlBar


@pytest.fixture
def bar(qtbot: QtBot) -> ControlBar:
    bar = ControlBar()
    qtbot.addWidget(bar)
    bar.resize(900, 80)
    bar.show()
    return bar


def test_one_can_go_anywhere_in_what_is_kept_of_a_live_stream(bar: ControlBar) -> None:
    bar.show_live(TimeSpan(100.0, 700.0), 692.0, is_at_live=True)
    bar.show_time(692.0, None)

    assert bar.seek_bar.isEnabled()
    assert bar.seek_bar.time_at(0) == 100.0
    assert bar.seek_bar.time_at(bar.seek_bar.width()) == 700.0
    assert bar.seek_bar.value() == 592_000


def test_the_way_back_to_live_is_offered_to_those_who_went_back(bar: ControlBar, qtbot: QtBot) -> None:
    bar.show_live(TimeSpan(100.0, 700.0), 692.0, is_at_live=True)
    assert (bar.live.text(), bar.live.isEnabled()) == ("Live", False)

    bar.show_live(TimeSpan(100.0, 700.0), 605.0, is_at_live=False)
    assert (bar.live.text(), bar.live.isEnabled()) == ("Live −1:35", True)
    with qtbot.waitSignal(bar.asked) as asked:
        qtbot.mouseClick(bar.live, Qt.MouseButton.LeftButton)
    assert asked.args == ["end"]


def test_a_film_has_no_such_button(bar: ControlBar) -> None:
    bar.show_live(None, 5.0, is_at_live=True)

    assert not bar.live.isVisible()
