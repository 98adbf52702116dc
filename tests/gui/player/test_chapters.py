"""Chapters of a film: keys as in mpv, a menu, marks and names on the seek bar."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.gui.player.conftest import Screen
from tests.support.media_files import write_tones
from tests.support.numbered_video import write_numbered

KEY = Qt.Key


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """60 s at 10 pictures a second, which begin at 5 s on the file's own clock; the second chapter has no title."""
    path = tmp_path_factory.mktemp("chapters") / "book.mkv"
    chapters = {0.0: "Arrival & departure", 20.0: "", 40.0: "The end"}
    return write_numbered(path, [n / 10 for n in range(600)], gop=50, offset=5.0, chapters=chapters)


def press(screen: Screen, key: Qt.Key) -> None:
    QTest.keyClick(screen.widget.surface, key)


def chapter_menu(screen: Screen) -> QMenu | None:
    """The submenu in "More", filled as when it is opened."""
    more = screen.widget.bar.more.menu()
    more.aboutToShow.emit()
    return next((a.menu() for a in more.actions() if a.text() == "Chapters"), None)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("begin", "key", "picture"),
    [
        (10.0, KEY.Key_PageUp, 200),
        (20.0, KEY.Key_PageUp, 400),
        (30.0, KEY.Key_PageDown, 200),  # well into a chapter: its own start
        (22.0, KEY.Key_PageDown, 0),
        (50.0, KEY.Key_PageUp, 500),  # there is none after it
    ],
)
def test_keys_go_to_chapters_as_in_mpv(screen: Screen, book: Path, begin: float, key: Qt.Key, picture: int) -> None:
    screen.open(book)
    screen.widget.seek(begin)
    screen.until(lambda: screen.number == round(begin * 10))
    press(screen, key)
    screen.until(lambda: screen.number == picture)


def test_the_name_of_the_chapter_is_told(screen: Screen, book: Path) -> None:
    screen.open(book)
    press(screen, KEY.Key_PageUp)
    assert screen.widget._notice.text() == "Chapter 2"
    screen.until(lambda: screen.number == 200)
    press(screen, KEY.Key_PageUp)
    assert screen.widget._notice.text() == "The end"


def test_the_menu_lists_chapters_and_goes_to_them(screen: Screen, book: Path) -> None:
    screen.open(book)
    menu = chapter_menu(screen)
    assert menu is not None
    entries = [action for action in menu.actions() if action.isCheckable()]
    assert [action.text() for action in entries] == ["Arrival && departure\t0:00", "Chapter 2\t0:20", "The end\t0:40"]
    assert [action.isChecked() for action in entries] == [True, False, False]
    entries[2].trigger()
    screen.until(lambda: screen.number == 400)


def test_the_seek_bar_marks_chapters_and_the_preview_names_them(screen: Screen, book: Path) -> None:
    screen.open(book)
    bar = screen.widget.bar.seek_bar
    middle = bar.height() // 2
    mark = next(x for x in range(bar.width()) if bar.time_at(x) >= 40.0)
    marked = bar.grab().toImage()
    bar.set_chapters(())
    bare = bar.grab().toImage()
    assert marked.copy(mark - 2, 0, 5, bar.height()) != bare.copy(mark - 2, 0, 5, bar.height())
    assert marked.copy(mark + 5, 0, 20, bar.height()) == bare.copy(mark + 5, 0, 20, bar.height())
    bar.set_chapters(screen.widget.player.info.chapters)  # type: ignore[union-attr]
    QTest.mouseMove(bar, QPoint(mark + 20, middle))
    screen.until(lambda: screen.widget._preview._chapter.isVisible())
    assert screen.widget._preview._chapter.text() == "The end"


def test_what_has_no_chapters_says_so_and_offers_none(screen: Screen, book: Path, tmp_path: Path) -> None:
    screen.open(book)
    screen.open(write_tones(tmp_path / "talk.wav", 1.0))
    assert screen.widget.bar.seek_bar.chapters == ()
    assert chapter_menu(screen) is None
    press(screen, KEY.Key_PageUp)
    assert screen.widget._notice.text() == "It has no chapters"
