"""Sentences that a search found, and how they are painted: what was found stands out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from streamlation_desktop.core.language import own_name
from streamlation_desktop.gui.theme import SPACE, colours
from streamlation_desktop.gui.unmarked import unmarked
from streamlation_desktop.gui.widgets.times import clock
from streamlation_desktop.storage.records import SessionRecord
from streamlation_desktop.storage.search import SearchHit

HIT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class HitModel(QAbstractListModel):
    """Hits whose session is still there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: list[tuple[SearchHit, SessionRecord]] = []

    def reset(self, hits: Iterable[SearchHit], records: Mapping[str, SessionRecord]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._hits = [(hit, records[hit.session_id]) for hit in hits if hit.session_id in records]
        self.endResetModel()

    def at(self, row: int) -> tuple[SessionRecord, float] | None:
        """Session and moment of a hit."""
        if not 0 <= row < len(self._hits):
            return None
        hit, record = self._hits[row]
        return record, hit.span.start

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """See Qt."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt."""
        hit, _ = self._hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return unmarked(hit.text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{hit.text}, {hit.title}, {clock(hit.span.start)}"
        return hit if role == HIT else None


class HitDelegate(QStyledItemDelegate):
    """The sentence above, where it is from below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """See Qt."""
        return QSize(240, 2 * option.fontMetrics.lineSpacing() + 3 * SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """See Qt."""
        hit: SearchHit = index.data(HIT)
        area = QRect(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours().accent_soft))
            painter.drawRoundedRect(area.adjusted(2, 1, -2, -1), 7, 7)
        inside = area.adjusted(2 * SPACE, SPACE, -2 * SPACE, -SPACE)
        painter.setPen(QColor(colours().text))
        layout = _sentence(hit, painter.font(), inside.width())
        layout.draw(painter, inside.topLeft())
        painter.setPen(QColor(colours().muted))
        facts = f"{hit.title}  ·  {clock(hit.span.start)}  ·  {own_name(hit.language)}"
        shown = painter.fontMetrics().elidedText(facts, Qt.TextElideMode.ElideMiddle, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading, shown)
        painter.restore()


def _sentence(hit: SearchHit, font: QFont, width: int) -> QTextLayout:
    """One line of text in which the words that were found are bold."""
    layout = QTextLayout(hit.text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    layout.setTextOption(option)
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    bold.setForeground(QColor(colours().accent))
    formats, at = [], 0
    for fragment in hit.fragments:
        length = len(fragment.text.encode("utf-16-le")) // 2
        if fragment.is_match:
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = at, length, bold
            formats.append(part)
        at += length
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout
