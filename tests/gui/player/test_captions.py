from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, TimeSpan
from streamlation_desktop.gui.letters import has_letters
from streamlation_desktop.gui.player.caption_content import CaptionBlock, CaptionImage
from streamlation_desktop.gui.player.caption_renderer import render
from streamlation_desktop.gui.player.caption_text import shape_block
from streamlation_desktop.settings.schema import CaptionSettings
from tests.gui.player.conftest import Screen
from tests.support.data import real_data

SIZE = QSize(1280, 720)
ES, EN = LanguageCode("es"), LanguageCode("en")
PLAIN = CaptionSettings(shadow=0, outline=0)


def cue(start: float, end: float, text: str, language: LanguageCode = ES) -> Cue:
    return Cue(int(start * 10), TimeSpan(start, end), tuple(text.split("\n")), language)


def ink(image: QImage, colour: str) -> int:
    """How many pixels have exactly that colour."""
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for y in range(0, image.height(), 2) for x in range(0, image.width(), 2))


def drawn(*blocks: CaptionBlock, style: CaptionSettings = PLAIN) -> QImage:
    found = render(blocks, SIZE, 1.0, style)
    assert found is not None
    return whole(found)


def whole(found: CaptionImage) -> QImage:
    """The picture that it is painted on, cut to what it covers."""
    image = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    found.paint(painter)
    painter.end()
    return image.copy(found.area.toAlignedRect())


def shape(text: str, direction: str = "auto", width: float = 1100.0) -> list[float]:
    """Left edges of the glyphs in logical order of the first line's runs."""
    font = QFont()
    font.setPixelSize(40)
    return [line.width() for line in shape_block(CaptionBlock(text, "xx"), font, width, direction).lines]


def test_nothing_is_drawn_for_nothing(qtbot: QtBot) -> None:
    assert render((), SIZE, 1.0, PLAIN) is None
    assert render((CaptionBlock("", "en"),), SIZE, 1.0, PLAIN) is None


def test_both_languages_have_their_own_colour(qtbot: QtBot) -> None:
    image = drawn(CaptionBlock("Hola mundo", "es"), CaptionBlock("Hello world", "en", is_second=True))
    assert ink(image, PLAIN.colour) > 100
    assert ink(image, PLAIN.second_colour) > 100


def test_what_is_uncertain_is_grey(qtbot: QtBot) -> None:
    assert ink(drawn(CaptionBlock("Certain words", "en")), "#b4b4b4") == 0
    image = drawn(CaptionBlock("Certain words", "en", tail="and a guess"))
    assert ink(image, "#b4b4b4") > 100
    assert ink(image, "#ffffff") > 100


def test_position_and_box_follow_the_style(qtbot: QtBot) -> None:
    below = render((CaptionBlock("Text", "en"),), SIZE, 1.0, CaptionSettings())
    above = render((CaptionBlock("Text", "en"),), SIZE, 1.0, CaptionSettings(position="top"))
    assert below is not None
    assert above is not None
    assert above.area.y() < 100 < 500 < below.area.y()
    boxed = drawn(CaptionBlock("Text", "en"), style=CaptionSettings(box=100, box_colour="#204080", outline=0, shadow=0))
    assert ink(boxed, "#204080") > 300


def test_only_what_is_seen_of_a_caption_is_kept_to_be_painted(qtbot: QtBot) -> None:
    found = render((CaptionBlock("A short line\nAnd the one below it", "en"),), QSize(3840, 2160), 2.0, PLAIN)
    assert found is not None
    assert len(found.pieces) == 2
    (upper, first), (lower, second) = found.pieces
    assert upper.y() + first.height() / 2 <= lower.y()
    assert first.width() < second.width() < 3840
    assert first.devicePixelRatio() == second.devicePixelRatio() == 2.0


def test_long_text_breaks_into_lines_of_about_the_same_length(qtbot: QtBot) -> None:
    widths = shape("The quick brown fox jumps over the lazy dog and then it goes home to sleep until the morning")
    assert len(widths) == 2
    assert min(widths) > 0.75 * max(widths)


def test_letters_are_drawn_in_pieces_of_those_that_touch(qtbot: QtBot) -> None:
    font = QFont()
    font.setPixelSize(40)
    found = shape_block(CaptionBlock("one two three", "en", tail="and four"), font, 1100.0, "auto")
    assert len(found.text) >= 3
    assert len(found.tail) >= 2
    assert max(piece.boundingRect().width() for piece in found.text) < 100
    rows = found.lines[0]
    assert all(rows.contains(piece.boundingRect().center()) for piece in (*found.text, *found.tail))


def test_a_drawing_that_nobody_wants_any_more_ends_in_its_midst(qtbot: QtBot) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        render((CaptionBlock("Text", "en"),), SIZE, 1.0, PLAIN, token)


def test_what_would_be_too_high_is_written_smaller(qtbot: QtBot) -> None:
    long = "Nobody knows how many people live in this city, or where they came from when it was built."
    blocks = (CaptionBlock(long, "en"), CaptionBlock(long, "en", is_second=True))
    for position in ("bottom", "top"):
        style = CaptionSettings(position=position).model_copy(update={"size": 30.0})  # as in the window of captions
        found = render(blocks, QSize(600, 150), 1.0, style)
        assert found is not None
        assert QRectF(0, 0, 600, 150).contains(found.area)


SCRIPTS = [
    ("ar", "مرحبا بالعالم، نص مع English و 123."), ("he", "שלום עולם"), ("ja", "こんにちは世界。"),
    ("zh", "你好，世界"), ("ko", "안녕하세요 세계"), ("hi", "नमस्ते दुनिया"), ("th", "สวัสดีชาวโลก"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), SCRIPTS)
def test_every_script_leaves_ink_within_the_picture(qtbot: QtBot, language: str, text: str) -> None:
    if not has_letters(LanguageCode(language)):
        pytest.skip("no font of this machine has these letters")
    found = render((CaptionBlock(text, "xx"),), SIZE, 1.0, CaptionSettings())
    assert found is not None
    assert ink(whole(found), "#ffffff") > 50
    assert found.area.bottom() <= SIZE.height()


def test_a_language_is_written_in_its_own_direction_unless_the_user_chose_another(qtbot: QtBot) -> None:
    name_first = "Anna: שלום !"
    own = drawn(CaptionBlock(name_first, "he"))
    assert own == drawn(CaptionBlock(name_first, "he"), style=_directed("rtl")), "the name does not turn the line"
    assert own != drawn(CaptionBlock(name_first, "he"), style=_directed("ltr"))
    assert own != drawn(CaptionBlock(name_first, "he"), style=_directed("auto"))
    assert own != drawn(CaptionBlock(name_first, "und")), "of an unknown language its letters decide"


def _directed(direction: str) -> CaptionSettings:
    return PLAIN.model_copy(update={"directions": {"he": direction}})


def test_the_direction_of_a_language_is_chosen_in_the_menu(screen: Screen, film: Path) -> None:
    screen.open(film)
    screen.widget.set_cues(ES, [cue(1.0, 9.0, "Hola")])
    screen.widget.show_languages(ES)
    menu = screen.widget.bar.captions.menu()
    menu.aboutToShow.emit()
    below = next(each for each in menu.findChildren(QMenu) if "español" in each.title())
    assert [each.isChecked() for each in below.actions()] == [True, False, False, False]
    below.actions()[2].trigger()
    assert screen.widget.captions.style.directions == {"es": "rtl"}


def test_markup_in_captions_is_shown_as_text(qtbot: QtBot) -> None:
    plain = drawn(CaptionBlock("b", "en"))
    marked = drawn(CaptionBlock("<b>b</b>", "en"))
    assert marked.size() != plain.size() or ink(marked, "#ffffff") > 2 * ink(plain, "#ffffff")


def test_our_cues_appear_as_they_are_made(screen: Screen, film: Path) -> None:
    screen.open(film)
    screen.widget.show_languages(ES, EN)
    screen.widget.seek(30.0)
    screen.until(lambda: screen.number == 300)
    assert screen.widget._overlay.content == ()
    screen.widget.add_cue(cue(29.5, 31.0, "¡Hola!"))
    screen.until(lambda: screen.widget._overlay.content == (CaptionBlock("¡Hola!", "es"),))
    screen.until(lambda: screen.widget._overlay._image is not None)


def test_delay_moves_captions_and_two_languages_stand_together(screen: Screen, film: Path) -> None:
    screen.open(film)
    screen.widget.set_cues(ES, [cue(1.0, 2.0, "uno"), cue(2.0, 3.0, "dos")])
    screen.widget.set_cues(EN, [cue(1.0, 3.0, "one", EN)])
    screen.widget.show_languages(ES, EN)
    screen.widget.seek(2.5)

    def shown() -> list[str]:
        return [block.text for block in screen.widget._overlay.content]

    screen.until(lambda: shown() == ["dos"])
    screen.widget.captions.set_delay(1.0)
    screen.until(lambda: shown() == ["uno"])
    QTest.keyClick(screen.widget.surface, Qt.Key.Key_K)
    screen.until(lambda: shown() == ["uno", "one"])
    QTest.keyClick(screen.widget.surface, Qt.Key.Key_V)
    screen.until(lambda: shown() == [])


def test_only_changes_by_the_user_are_told_as_such(screen: Screen) -> None:
    told: list[object] = []
    screen.widget.captionStyleChanged.connect(told.append)
    screen.widget.set_caption_style(CaptionSettings(size=8.0))
    assert told == []
    QTest.keyClick(screen.widget.surface, Qt.Key.Key_K)
    assert told == [CaptionSettings(size=8.0, bilingual=True)]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["sample_with_srt.mkv", "sample_with_ssa_subtitles.mkv"])
def test_subtitles_in_the_media_are_offered_and_read_when_chosen(screen: Screen, name: str) -> None:
    screen.open(real_data("real", "media", "androidx", "mkv", name))
    entries = screen.widget.shelf.entries
    assert [entry.key for entry in entries] == ["track:0"]
    screen.widget.captions.choose("track:0")
    screen.until(lambda: len(entries[0].track))


def test_a_subtitle_file_is_read_and_shown(screen: Screen, film: Path, tmp_path: Path) -> None:
    path = tmp_path / "película.srt"
    path.write_text("1\n00:00:01,000 --> 00:00:04,000\nDesde un <i>archivo</i>\n", encoding="utf-8")
    screen.open(film)
    screen.widget.seek(2.0)
    screen.widget.add_subtitle_file(path)
    screen.until(lambda: [block.text for block in screen.widget._overlay.content] == ["Desde un archivo"])


def test_a_file_that_holds_no_subtitles_is_told(screen: Screen, film: Path, tmp_path: Path) -> None:
    path = tmp_path / "none.srt"
    path.write_bytes(b"\x00\x01\x02" * 900)
    screen.open(film)
    screen.widget.add_subtitle_file(path)
    screen.until(lambda: screen.errors)
    assert screen.widget.shelf.entries == []


def test_the_window_with_captions_only_shows_the_same(screen: Screen, film: Path) -> None:
    screen.open(film)
    screen.widget.set_cues(ES, [cue(1.0, 9.0, "Solo texto")])
    screen.widget.show_languages(ES)
    QTest.keyClick(screen.widget.surface, Qt.Key.Key_C)
    window = screen.widget._modes._caption_window
    assert window is not None
    screen.widget.seek(2.0)
    screen.until(lambda: [block.text for block in window.overlay.content] == ["Solo texto"])
    screen.until(lambda: ink(window.grab().toImage(), "#ffffff") > 20)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert screen.widget._modes._caption_window is None


def test_a_picture_that_is_higher_than_a_film_has_no_larger_letters() -> None:
    """They would break lines that are cut to fit: a film beside its transcript has bars above and below."""
    block = CaptionBlock("Las capacidades del discurso\nsuelen estar asociadas", "es")
    shown = [render((block,), size, 1.0, PLAIN) for size in (QSize(560, 364), QSize(560, 585))]
    low, high = (each.area.size() for each in shown if each is not None)
    assert low == high


def test_captions_make_room_for_the_controls_that_lie_over_a_full_screen_film(screen: Screen, film: Path) -> None:
    screen.open(film)
    screen.widget.set_cues(ES, [cue(0.0, 90.0, "Hola")])
    screen.widget.show_languages(ES)
    QTest.keyClick(screen.widget.surface, Qt.Key.Key_F)
    QTest.mouseMove(screen.widget.surface, screen.widget.surface.rect().center())
    overlay = screen.widget._overlay
    screen.until(lambda: overlay._image is not None and overlay._image.area.bottom() > screen.widget.height() * 0.8)
    assert screen.widget.bar.isVisible()
    bottom = lowest_white(screen)
    assert bottom < screen.widget.bar.geometry().top()
    screen.until(screen.widget.bar.isHidden)
    assert lowest_white(screen) > bottom


def lowest_white(screen: Screen) -> int:
    """Row of the lowest letters on the film."""
    image = screen.widget.surface.grab().toImage()
    white = QColor("#ffffff").rgb()
    rows = range(image.height() - 1, 0, -1)
    return next(y for y in rows if any(image.pixel(x, y) == white for x in range(0, image.width(), 2)))


def test_subtitle_files_that_lie_beside_the_film_are_offered(screen: Screen, film: Path, tmp_path: Path) -> None:
    for name in ("film.en.srt", "film.mkv.vtt", "other.srt", "film.txt"):
        (tmp_path / name).write_text("1\n00:00:00,000 --> 00:01:00,000\nHi\n", encoding="utf-8")
    (tmp_path / "film.mkv").write_bytes(film.read_bytes())
    screen.open(tmp_path / "film.mkv")
    screen.until(lambda: [one.label for one in screen.widget.shelf.entries] == ["film.en.srt", "film.mkv.vtt"])
    assert screen.widget._overlay.content == (), "ours stay until another track is chosen"
    QTest.keyClick(screen.widget.surface, Qt.Key.Key_J)
    screen.until(lambda: [block.text for block in screen.widget._overlay.content] == ["Hi"])


@pytest.mark.parametrize(
    "change",
    [
        {"size": 9.0}, {"bold": False}, {"colour": "#40ff40"}, {"second_colour": "#40ff40"}, {"second_size": 1.5},
        {"outline": 20.0}, {"outline_colour": "#ff0000"}, {"shadow": 20.0}, {"box": 60.0},
        {"position": "top"}, {"margin": 25.0}, {"directions": {"es": "rtl"}},
    ],
    ids=lambda change: next(iter(change)),
)  # fmt: skip
def test_every_setting_of_the_look_changes_what_is_seen(change: dict[str, object], qtbot: QtBot) -> None:
    blocks = CaptionBlock("Hola (uno)!", "es"), CaptionBlock("Hello", "en", is_second=True)
    usual, changed = (
        render(blocks, SIZE, 1.0, style) for style in (CaptionSettings(), CaptionSettings().model_copy(update=change))
    )
    assert usual is not None
    assert changed is not None
    assert (whole(changed), changed.area) != (whole(usual), usual.area)
