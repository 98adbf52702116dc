"""Cells of a table, painted once and kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from math import ceil
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from streamlation_desktop.gui.item_models.text_delegate import Index, TextDelegate

_ROOM = 24 << 20
"""Bytes of pictures that are kept: those of a tall window on a fine screen."""
_RESTYLING = frozenset(
    (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.LanguageChange)
)


class Looks(Protocol):
    """A model that knows what its cells look like."""

    def look(self, row: int, column: int) -> Hashable:
        """All that makes a cell look as it does; cells of equal looks look the same."""


class KeptCells(TextDelegate):
    """Paints a cell as it was painted before: to lay a page of texts out takes the window 10 to 20 ms, and the
    interpreter is asked for 10 times a cell, which others hold while a film begins."""

    def __init__(self, model: Looks, table: QTableView) -> None:
        super().__init__(table)
        self._model, self._table = model, table
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()
        self._taken = 0
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See Qt; other fonts, colours or languages make every cell look different."""
        if watched is not self._table:
            return super().eventFilter(watched, event)
        if event.type() in _RESTYLING:
            self._kept.clear()
            self._taken = 0
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """See Qt."""
        area, ratio = option.rect, painter.device().devicePixelRatioF()
        look = self._model.look(index.row(), index.column())
        key = look, area.width(), area.height(), option.state, ratio
        picture = self._kept.get(key)
        if picture is None:
            picture = self._kept[key] = self._drawn(option, index, ratio)
            self._taken += _bytes(picture)
            self._make_room()
        else:
            self._kept.move_to_end(key)
        painter.drawPixmap(area.topLeft(), picture)

    def _drawn(self, option: QStyleOptionViewItem, index: Index, ratio: float) -> QPixmap:
        width, height = option.rect.width(), option.rect.height()
        picture = QPixmap(ceil(width * ratio), ceil(height * ratio))  # at 125 % none may end before its cell does
        picture.setDevicePixelRatio(ratio)
        picture.fill(option.palette.color(QPalette.ColorRole.Base))
        own = QStyleOptionViewItem(option)
        own.rect = QRect(0, 0, width, height)
        painter = QPainter(picture)
        painter.setFont(option.font)
        super().paint(painter, own, index)
        painter.end()
        return picture

    def _make_room(self) -> None:
        while self._taken > _ROOM and len(self._kept) > 1:
            self._taken -= _bytes(self._kept.popitem(last=False)[1])


def _bytes(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4
