"""Outlines of letters."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen
from pytestqt.qtbot import QtBot

from streamlation_desktop.gui.player.caption_outline import Coverage, coverage_of, grown, tinted

WHITE = QColor("white")


def painted(path: QPainterPath, radius: float) -> Coverage:
    """As Qt draws it, with a pen of that radius around it."""
    image = QImage(420, 80, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, WHITE)
        if radius:
            pen = QPen(WHITE, 2 * radius)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.strokePath(path, pen)
    return coverage_of(image)


@pytest.mark.parametrize("radius", [0.6, 1.0, 1.9, 3.3, 8.0])
def test_an_outline_covers_what_a_pen_along_the_letters_does(qtbot: QtBot, radius: float) -> None:
    font, path = QFont("DejaVu Sans"), QPainterPath()
    font.setPixelSize(40)
    path.addText(20, 55, font, "Fjord, 8 years")
    ours, theirs = grown(painted(path, 0.0), radius), painted(path, radius)
    off = np.abs(ours.astype(float) - theirs)
    assert off.mean() < 0.02 * 255
    assert abs(ours.astype(float).sum() / theirs.astype(float).sum() - 1) < 0.05
    assert np.mean(off > 128) < 0.005, "no edge lies elsewhere"


def test_a_dot_becomes_a_disc_that_is_the_same_from_all_sides() -> None:
    dot = np.zeros((31, 31), np.uint8)
    dot[15, 15] = 255
    disc = grown(dot, 5.0)
    assert (disc == disc.T).all()
    assert (disc == disc[::-1]).all()
    assert disc.astype(float).sum() / 255 == pytest.approx(np.pi * 5.5**2, rel=0.1)
    assert not disc[0].any()


def test_letters_take_a_colour_and_keep_their_edges(qtbot: QtBot) -> None:
    letters = np.array([[0, 128, 255]], np.uint8)
    image = tinted(letters, QColor("#ff8000"))
    assert [image.pixelColor(x, 0).alpha() for x in range(3)] == [0, 128, 255]
    assert image.pixelColor(2, 0).name() == "#ff8000"
