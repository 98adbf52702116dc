"""Titles and sentences that a search found, and how they are painted: what was found stands out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from streamlation_desktop.gui.letters import readable_name
from streamlation_desktop.gui.theme import SPACE, colours
from streamlation_desktop.gui.unmarked import unmarked
from streamlation_desktop.gui.widgets.facts import joined
from streamlation_desktop.gui.widgets.times import clock, day
from streamlation_desktop.storage.records import SessionRecord
from streamlation_desktop.storage.search import Fragment, SearchHit

HIT = Qt.ItemDataRole.UserRole
FACTS = Qt.ItemDataRole.UserRole + 1
_MORE = "…"
_LEFT_AT = -1.0
"""Stands for the moment at which the media was left."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Row:
    fragments: tuple[Fragment, ...]
    facts: str
    record: SessionRecord
    seconds: float

    @property
    def text(self) -> str:
        return "".join(fragment.text for fragment in self.fragments)


class HitModel(QAbstractListModel):
    """Hits whose session is still there; titles first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []

    def reset(
        self,
        hits: Iterable[SearchHit],
        records: Mapping[str, SessionRecord],
        titled: Iterable[SessionRecord] = (),
        text: str = "",
    ) -> None:
        """Show other hits; `titled` are sessions with `text` in their title."""
        self.beginResetModel()
        named = [_Row(_marked(one.shown_title, text), self._title_facts(one), one, _LEFT_AT) for one in titled]
        said = [
            _Row(hit.fragments, _facts(hit), records[hit.session_id], hit.span.start)
            for hit in hits
            if hit.session_id in records
        ]
        self._rows = named + said
        self.endResetModel()

    def at(self, row: int) -> tuple[SessionRecord, float] | None:
        """Session and moment of a hit."""
        if not 0 <= row < len(self._rows):
            return None
        return self._rows[row].record, self._rows[row].seconds

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """See Qt."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt."""
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.ToolTipRole:
                return unmarked(row.text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.text}, {row.facts}"
            case _ if role == HIT:
                return row.fragments
            case _ if role == FACTS:
                return row.facts
        return None

    def _title_facts(self, record: SessionRecord) -> str:
        length = clock(record.duration) if record.duration else ""
        return joined(self.tr("Title"), length, day(record.updated))


class HitDelegate(QStyledItemDelegate):
    """The sentence above, where it is from below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """See Qt."""
        return QSize(240, 2 * option.fontMetrics.lineSpacing() + 3 * SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """See Qt."""
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
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        fragments = fitting(index.data(HIT), painter.font(), inside.width())
        layout = _sentence(fragments, painter.font(), inside.width(), mirrored=mirrored)
        layout.draw(painter, inside.topLeft())
        painter.setPen(QColor(colours().muted))
        facts = str(index.data(FACTS))
        shown = painter.fontMetrics().elidedText(facts, Qt.TextElideMode.ElideMiddle, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading, shown)
        painter.restore()


def _facts(hit: SearchHit) -> str:
    return joined(hit.title, clock(hit.span.start), readable_name(hit.language))


def _marked(title: str, text: str) -> tuple[Fragment, ...]:
    """`title` with the place where `text` is in it."""
    at = title.lower().find(text.lower())
    if at < 0 or len(title.lower()) != len(title):
        return (Fragment(title, is_match=False),)
    end = at + len(text)
    pieces = (Fragment(title[:at], False), Fragment(title[at:end], True), Fragment(title[end:], False))
    return tuple(piece for piece in pieces if piece.text)


def fitting(fragments: tuple[Fragment, ...], font: QFont, width: int) -> tuple[Fragment, ...]:
    """As much of a sentence as a line of `width` pixels has room for, with the first word that was found in it."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Bold)
    metrics, text = QFontMetrics(bold), "".join(fragment.text for fragment in fragments)
    whole = metrics.horizontalAdvance(text)
    if whole <= width:
        return fragments
    room = len(text) * width // whole
    before = list(takewhile(lambda fragment: not fragment.is_match, fragments))
    lead = sum(len(fragment.text) for fragment in before)
    if before != list(fragments) and lead > room // 2:
        start = text.find(" ", max(lead - room // 3, 0), lead) + 1 or lead
        fragments, text = (Fragment(_MORE, is_match=False), *_from(fragments, start)), _MORE + text[start:]
    kept = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    if kept == text:
        return fragments
    return (*_until(fragments, len(kept) - 1), Fragment(_MORE, is_match=False))


def _from(fragments: tuple[Fragment, ...], start: int) -> Iterator[Fragment]:
    for fragment in fragments:
        if start < len(fragment.text):
            yield Fragment(fragment.text[max(start, 0) :], fragment.is_match)
        start -= len(fragment.text)


def _until(fragments: tuple[Fragment, ...], end: int) -> Iterator[Fragment]:
    for fragment in fragments:
        if end > 0:
            yield Fragment(fragment.text[:end], fragment.is_match)
        end -= len(fragment.text)


def _sentence(fragments: tuple[Fragment, ...], font: QFont, width: int, *, mirrored: bool) -> QTextLayout:
    """One line of text in which the words that were found are bold."""
    layout = QTextLayout("".join(fragment.text for fragment in fragments), font)
    option = QTextOption(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    layout.setTextOption(option)
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    bold.setForeground(QColor(colours().accent))
    formats, at = [], 0
    for fragment in fragments:
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
