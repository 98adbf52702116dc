"""Lays captions out and draws them into an image; runs off the window's thread, because it takes long."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.language import LanguageCode, is_rtl
from streamlation_desktop.gui.player.caption_content import CaptionBlock, CaptionContent, CaptionImage
from streamlation_desktop.gui.player.caption_outline import coverage_of, grown, tinted
from streamlation_desktop.gui.player.caption_text import BlockShape, shape_block
from streamlation_desktop.settings.schema import CaptionSettings
from streamlation_desktop.subtitles.document import UNDETERMINED

_WIDTH = 0.88
_GAP = 0.008
_SHAPE = 0.65
"""Of the width: a picture that is higher has no larger letters, or a line of 42 of them would break."""
_TAIL_COLOUR = "#b4b4b4"
_SHADOW = QColor(0, 0, 0, 150)
_CJK = {"ja": "Noto Sans CJK JP", "ko": "Noto Sans CJK KR", "yue": "Noto Sans CJK HK"}
"""The same character is drawn differently; all others get the simplified Chinese form."""
_FAMILIES = (
    "Noto Sans", "Noto Sans CJK SC", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Thai",
    "Segoe UI", "Helvetica Neue", "DejaVu Sans",
)  # fmt: skip


def render(
    content: CaptionContent, size: QSize, ratio: float, style: CaptionSettings, token: CancelToken | None = None
) -> CaptionImage | None:
    """Draw `content` for a picture of `size` (device-independent pixels); None when there is nothing to show.

    Raises:
        Cancelled: `token` was cancelled meanwhile.
    """
    width, height = size.width() * ratio, size.height() * ratio
    blocks = [block for block in content if block.text or block.tail]
    if not blocks or width < 16 or height < 16:
        return None
    gap, room = _GAP * height, height * (1 - style.margin / 100)
    shapes, text_height = _shapes(blocks, width, height, style, gap)
    if text_height > room:
        smaller = style.model_copy(update={"size": style.size * room / text_height})
        shapes, text_height = _shapes(blocks, width, height, smaller, gap)
    pad = max(shape.pixels for _, shape in shapes) // 2 + 2
    image = QImage(int(width * _WIDTH + 2 * pad), int(text_height + 2 * pad), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = float(pad)
        for block, shape in shapes:
            painter.translate(pad, round(y))
            for _ in _paint(painter, shape, style, style.second_colour if block.is_second else style.colour):
                if token is not None:
                    token.raise_if_cancelled()
            painter.resetTransform()
            y += shape.height + gap
    image.setDevicePixelRatio(ratio)
    margin = height * style.margin / 100
    top = margin if style.position == "top" else height - margin - text_height
    left = (width - image.width()) / 2
    return CaptionImage.of(image, QPointF(left / ratio, max(-pad, top - pad) / ratio))


def _shapes(
    blocks: list[CaptionBlock], width: float, height: float, style: CaptionSettings, gap: float
) -> tuple[list[tuple[CaptionBlock, BlockShape]], float]:
    """The blocks laid out, and how high they are together."""
    shapes = [(block, _shape(block, width * _WIDTH, height, style)) for block in blocks]
    return shapes, sum(shape.height for _, shape in shapes) + gap * (len(shapes) - 1)


def _shape(block: CaptionBlock, width: float, height: float, style: CaptionSettings) -> BlockShape:
    relative = style.second_size if block.is_second else 1.0
    font = QFont()
    preferred = [style.font, _CJK.get(block.language, "")]
    font.setFamilies([family for family in (*preferred, *_FAMILIES) if family])
    font.setPixelSize(max(9, round(style.size / 100 * min(height, width / _WIDTH * _SHAPE) * relative)))
    font.setBold(style.bold and not block.is_second)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return shape_block(block, font, width, direction_of(block.language, style))


def direction_of(language: str, style: CaptionSettings) -> str:
    """That of the language, unless the user chose another: a foreign name at the start of a line does not turn it."""
    chosen = style.directions.get(language)
    if chosen is not None or language in ("", UNDETERMINED):
        return chosen or "auto"
    return "rtl" if is_rtl(LanguageCode(language)) else "ltr"


def _paint(painter: QPainter, shape: BlockShape, style: CaptionSettings, colour: str) -> Iterator[None]:
    """Yields between pieces."""
    if style.box:
        _box(painter, shape, style)
    outline, shadow = shape.pixels * style.outline / 100, shape.pixels * style.shadow / 100
    area = _area(shape, ceil(outline) + 1)
    letters = QImage(area.size(), QImage.Format.Format_ARGB32_Premultiplied)
    letters.fill(0)
    with QPainter(letters) as pen:
        pen.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen.translate(-area.topLeft())
        for pieces, tint in ((shape.text, colour), (shape.tail, _TAIL_COLOUR)):
            for piece in pieces:
                pen.fillPath(piece, QColor(tint))
                yield
    covered = coverage_of(letters)
    if shadow:
        painter.drawImage(area.topLeft() + QPoint(round(shadow), round(shadow)), tinted(covered, _SHADOW))
        yield
    if outline:
        painter.drawImage(area.topLeft(), tinted(grown(covered, outline), QColor(style.outline_colour)))
        yield
    painter.drawImage(area.topLeft(), letters)


def _area(shape: BlockShape, margin: int) -> QRect:
    """Where the letters are, and so much around them."""
    whole = QRectF()
    for piece in (*shape.text, *shape.tail):
        whole = whole.united(piece.controlPointRect())
    return whole.toAlignedRect().adjusted(-margin, -margin, margin, margin)


def _box(painter: QPainter, shape: BlockShape, style: CaptionSettings) -> None:
    colour = QColor(style.box_colour)
    colour.setAlphaF(style.box / 100)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    side, radius = shape.pixels * 0.3, shape.pixels * 0.14
    joined = QPainterPath()
    joined.setFillRule(Qt.FillRule.WindingFill)
    for line in shape.lines:
        joined.addRoundedRect(QRectF(line).adjusted(-side, 0, side, 0), radius, radius)
    painter.drawPath(joined.simplified())
