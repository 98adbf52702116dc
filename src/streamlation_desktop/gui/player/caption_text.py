"""Breaks a caption into lines and turns its letters into outlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainterPath, QTextLayout, QTextOption

from streamlation_desktop.gui.player.caption_content import CaptionBlock

_LINE_HEIGHT = 1.25
"""Of the font's size: fallback fonts of other scripts would make lines twice as high."""
_ROUNDS = 6
_MOST_CHARACTERS, _MOST_LINES = 600, 12
"""More covers the picture, and a file that is made to can keep the drawing busy for many seconds."""
_TOUCH = 1.5
"""Pixels between outlines that share none at their smoothed edges."""
_DIRECTIONS = {
    "auto": Qt.LayoutDirection.LayoutDirectionAuto,
    "ltr": Qt.LayoutDirection.LeftToRight,
    "rtl": Qt.LayoutDirection.RightToLeft,
}


@dataclass(slots=True)
class BlockShape:
    """Outlines of a block, and where its lines are; origin at the upper left."""

    text: list[QPainterPath]
    """In pieces of letters that touch: Qt holds the interpreter while it draws one, and a whole text takes 0.1 s."""
    tail: list[QPainterPath]
    lines: list[QRectF]
    height: float
    pixels: int
    """Size of the font."""
    known: dict[tuple[str, str, int], QPainterPath] = field(default_factory=dict)
    """Outlines by family, style and glyph: to ask for one takes longer than to draw it."""


def shape_block(block: CaptionBlock, font: QFont, width: float, direction: str) -> BlockShape:
    """Lay `block` out, centred in `width`."""
    shape = BlockShape([], [], [], 0.0, font.pixelSize())
    paragraphs = _paragraphs(block)
    for text, certain in paragraphs:
        layout = QTextLayout(text, font)
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(_DIRECTIONS[direction])
        layout.setTextOption(option)
        _balance(layout, width, shape.pixels * _LINE_HEIGHT)
        _collect(layout, certain, shape)
    return shape


def _paragraphs(block: CaptionBlock) -> list[tuple[str, int]]:
    """Lines as given, each with the count of its characters that are certain; the tail goes on the last."""
    text = block.text if len(block.text) <= _MOST_CHARACTERS else block.text[:_MOST_CHARACTERS] + "…"
    lines = [(line, len(line)) for line in text.split("\n") if line.strip()][:_MOST_LINES]
    if not block.tail.strip():
        return lines
    last, _ = lines.pop() if lines else ("", 0)
    joint = " " if last and not last[-1].isspace() else ""
    return [*lines, (f"{last}{joint}{block.tail}", len(last))]


def _balance(layout: QTextLayout, width: float, line_height: float) -> None:
    """Break into as few lines as possible, then make them about equally long."""
    count = _break(layout, width, width, line_height)
    if count < 2:
        return
    low, high = width / count * 0.9, width
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        if _break(layout, middle, width, line_height) > count:
            low = middle
        else:
            high = middle
    _break(layout, high, width, line_height)


def _break(layout: QTextLayout, line_width: float, width: float, line_height: float) -> int:
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(line_width)
        line.setPosition(QPointF((width - line_width) / 2, count * line_height))
        count += 1
    layout.endLayout()
    return count


def _collect(layout: QTextLayout, certain: int, shape: BlockShape) -> None:
    """Add the glyphs of all lines to the outlines, on base lines of our own."""
    line_height = shape.pixels * _LINE_HEIGHT
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        top = shape.height
        baseline = top + (line_height - shape.pixels) / 2 + shape.pixels * 0.82
        shift = baseline - (line.y() + line.ascent())
        start, length = line.textStart(), line.textLength()
        sure = max(0, min(certain - start, length))
        for first, count, pieces in ((start, sure, shape.text), (start + sure, length - sure, shape.tail)):
            for outline in _outlines(layout, first, count, shape.known):
                outline.translate(0, shift)
                _add(outline, pieces)
        box = line.naturalTextRect()
        shape.lines.append(QRectF(box.x(), top, box.width(), line_height))
        shape.height += line_height


def _outlines(
    layout: QTextLayout, start: int, length: int, known: dict[tuple[str, str, int], QPainterPath]
) -> Iterator[QPainterPath]:
    if length <= 0:
        return
    for run in layout.glyphRuns(start, length):
        font = run.rawFont()
        family, style = font.familyName(), font.styleName()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            key = family, style, glyph
            if key not in known:
                known[key] = font.pathForGlyph(glyph)
            if not known[key].isEmpty():
                yield known[key].translated(place)


def _add(outline: QPainterPath, pieces: list[QPainterPath]) -> None:
    """To the piece that it touches, else as a new one."""
    near = outline.controlPointRect().adjusted(-_TOUCH, -_TOUCH, _TOUCH, _TOUCH)
    if pieces and pieces[-1].controlPointRect().intersects(near):
        pieces[-1].addPath(outline)
    else:
        outline.setFillRule(Qt.FillRule.WindingFill)
        pieces.append(outline)
