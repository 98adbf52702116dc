"""The sessions of the history as a list, and how a row is painted: picture, title, facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from streamlation_desktop.core.events import SessionState
from streamlation_desktop.gui.icons import symbol
from streamlation_desktop.gui.letters import readable_name
from streamlation_desktop.gui.theme import SPACE, colours
from streamlation_desktop.gui.unmarked import unmarked
from streamlation_desktop.gui.widgets.facts import joined
from streamlation_desktop.gui.widgets.times import clock, day, figures
from streamlation_desktop.storage.records import SessionRecord

RECORD = Qt.ItemDataRole.UserRole
PICTURE = Qt.ItemDataRole.UserRole + 1
FACTS = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
_WIDTH, _HEIGHT = 96, 54


class HistoryModel(QAbstractListModel):
    """Sessions; pictures are asked for when a row is first painted."""

    def __init__(self, want_picture: Callable[[SessionRecord], None], parent: QObject | None = None) -> None:
        """`want_picture` is called once per session; it answers with `set_picture`, or never."""
        super().__init__(parent)
        self._records: list[SessionRecord] = []
        self._pictures: dict[str, QPixmap | None] = {}
        self._want_picture = want_picture

    @property
    def records(self) -> Sequence[SessionRecord]:
        """As shown."""
        return self._records

    def reset(self, records: Iterable[SessionRecord]) -> None:
        """Show other sessions."""
        self.beginResetModel()
        self._records = list(records)
        self.endResetModel()

    def set_picture(self, fingerprint: str, picture: QPixmap) -> None:
        """The picture of a source has come."""
        self._pictures[fingerprint] = picture
        for row, record in enumerate(self._records):
            if record.fingerprint == fingerprint:
                self.dataChanged.emit(self.index(row), self.index(row), [PICTURE])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """See Qt."""
        return 0 if parent.isValid() else len(self._records)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt."""
        record = self._records[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return record.title or record.location
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{record.title or record.location}, {self._facts(record)}"
            case Qt.ItemDataRole.ToolTipRole:
                return unmarked(record.location)
            case _ if role == RECORD:
                return record
            case _ if role == FACTS:
                return self._facts(record)
            case _ if role == PICTURE:
                return self._picture(record)
        return None

    def _picture(self, record: SessionRecord) -> QPixmap | None:
        if record.fingerprint not in self._pictures:
            self._pictures[record.fingerprint] = None
            self._want_picture(record)
        return self._pictures[record.fingerprint]

    def _facts(self, record: SessionRecord) -> str:
        codes = [record.source_language, *record.targets]
        languages = " → ".join(readable_name(code) for code in codes if code)
        length = clock(record.duration) if record.duration else ""
        return joined(length, languages, day(record.updated), self._state(record))

    def _state(self, record: SessionRecord) -> str:
        if record.state is SessionState.FINISHED:
            return ""
        if record.state is SessionState.RUNNING and not record.is_interrupted:
            return self.tr("in progress")
        percent = figures(f" {100 * record.done / record.duration:.0f} %") if record.duration else ""
        return (self.tr("failed") if record.state is SessionState.FAILED else self.tr("unfinished")) + percent


class HistoryDelegate(QStyledItemDelegate):
    """A row of 54 pixels' picture with two lines beside it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """See Qt."""
        return QSize(240, _HEIGHT + 2 * SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """See Qt."""
        area = QRect(option.rect)
        state: QStyle.StateFlag = option.state
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            selected = bool(state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours().accent_soft if selected else colours().raised))
            painter.drawRoundedRect(area.adjusted(2, 1, -2, -1), 7, 7)
        inside = area.adjusted(SPACE, SPACE, -SPACE, -SPACE)
        left = inside.right() - _WIDTH + 1 if mirrored else inside.left()
        self._paint_picture(painter, QRect(left, inside.top(), _WIDTH, _HEIGHT), index.data(PICTURE))
        gap = _WIDTH + 2 * SPACE
        words = inside.adjusted(0, 0, -gap, 0) if mirrored else inside.adjusted(gap, 0, 0, 0)
        self._paint_words(painter, words, index)
        painter.restore()

    @staticmethod
    def _paint_picture(painter: QPainter, area: QRect, picture: QPixmap | None) -> None:
        if picture is None or picture.isNull():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours().raised))
            painter.drawRoundedRect(area, 5, 5)
            icon: QIcon = symbol("player", colours().muted, 32)
            icon.paint(painter, area.adjusted(36, 15, -36, -15))
            return
        scaled = picture.scaled(
            area.size() * painter.device().devicePixelRatioF(),
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )
        source = QRect(0, 0, round(area.width() * painter.device().devicePixelRatioF()), 0)
        source.setHeight(round(area.height() * painter.device().devicePixelRatioF()))
        source.moveCenter(scaled.rect().center())
        painter.drawPixmap(area, scaled, source)

    @staticmethod
    def _paint_words(painter: QPainter, area: QRect, index: Index) -> None:
        side = Qt.AlignmentFlag.AlignLeft  # the painter mirrors it
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours().text))
        upper, lower = QRect(area), QRect(area)
        upper.setBottom(area.center().y() - 1)
        lower.setTop(area.center().y() + 2)
        title = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, area.width())
        painter.drawText(upper, side | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextSingleLine, title)
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(colours().muted))
        facts = painter.fontMetrics().elidedText(str(index.data(FACTS)), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(lower, side | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine, facts)
