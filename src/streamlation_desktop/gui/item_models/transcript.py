"""The lines of a transcript as a table: time, speaker, what was said, what it means."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from streamlation_desktop.core.language import LanguageCode, is_rtl
from streamlation_desktop.gui.letters import readable_name
from streamlation_desktop.gui.theme import colours
from streamlation_desktop.gui.unmarked import unmarked
from streamlation_desktop.gui.widgets.times import clock
from streamlation_desktop.storage.lines import TranscriptLine

TIME, SPEAKER, SAID, MEANT = range(4)
DIRECTION = Qt.ItemDataRole.UserRole
"""Direction of writing of a cell, whatever that of the window."""
Index = QModelIndex | QPersistentModelIndex
_DOUBTFUL = 0.6
"""Confidence below which a line is shaded."""
_ROLE = Qt.ItemDataRole
_FLAG = Qt.ItemFlag
_READABLE = _FLAG.ItemIsSelectable | _FLAG.ItemIsEnabled | _FLAG.ItemNeverHasChildren
_EDITABLE = _READABLE | _FLAG.ItemIsEditable


class TranscriptModel(QAbstractTableModel):
    """Holds tens of thousands of lines; views ask for those on screen only."""

    corrected = Signal(int, str, str)
    """A cell was edited: id of the line, language, new text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[TranscriptLine] = []
        self._starts: list[float] = []
        self._rows: dict[int, int] = {}
        self._foreseen: list[TranscriptLine] = []
        self.target: LanguageCode | None = None
        """Language of the translations that are shown."""
        self.names: dict[str, str] = {}
        """What the user calls the speakers."""
        self.shades_doubt = True
        self.can_edit = True
        self._wanted = ""
        self.playing = -1
        """Row at the playhead."""

    @property
    def lines(self) -> Sequence[TranscriptLine]:
        """In order of time."""
        return self._lines

    def reset(self, lines: Iterable[TranscriptLine], target: LanguageCode | None) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines, self._foreseen = list(lines), []
        self.target, self.playing = target, -1
        self._index()
        self.endResetModel()

    def add(self, lines: Iterable[TranscriptLine]) -> None:
        """Take new lines, and new translations of known ones."""
        fresh = []
        for line in lines:
            self._drop([each.id for each in self._foreseen if _meet(each, line)])
            row = self._rows.get(line.id)
            if row is None:
                fresh.append(line)
            elif line.translations.keys() - self._lines[row].translations.keys():
                self.replace(self._lines[row].joined(line))
        if fresh and (not self._lines or fresh[0].span.start >= self._starts[-1]):
            self._append(fresh)
        elif fresh:
            self._insert(fresh)

    def foresee(self, lines: Iterable[TranscriptLine]) -> None:
        """Show these, and no others with ids below zero, until final ones of the same moments come."""
        wanted = [line for line in lines if not self._is_covered(line)]
        self._drop([each.id for each in self._foreseen if each not in wanted])
        self._insert([line for line in wanted if line.id not in self._rows])
        self._foreseen = wanted

    def replace(self, line: TranscriptLine) -> None:
        """Show another version of a line."""
        row = self._rows.get(line.id)
        if row is not None:
            self._lines[row] = line
            self.dataChanged.emit(self.index(row, SPEAKER), self.index(row, MEANT))

    def line(self, line_id: int) -> TranscriptLine | None:
        """By its id."""
        row = self._rows.get(line_id)
        return None if row is None else self._lines[row]

    def row_at(self, seconds: float) -> int:
        """Row of the line at a moment, or the last before it; -1 before the first."""
        return bisect_right(self._starts, seconds) - 1

    def play(self, seconds: float) -> bool:
        """Mark the line at the playhead; True when that is another one than before."""
        row = self.row_at(seconds)
        if row == self.playing:
            return False
        changed, self.playing = (self.playing, row), row
        for each in changed:
            if 0 <= each < len(self._lines):
                self.dataChanged.emit(self.index(each, TIME), self.index(each, MEANT), [_ROLE.BackgroundRole])
        return True

    def find(self, text: str) -> list[int]:
        """Rows that hold `text` in either language; the cells that do are bold until something else is looked for."""
        wanted = text.casefold().strip()
        if wanted != self._wanted:
            self._wanted = wanted
            self.repaint()
        if not wanted:
            return []
        return [row for row, line in enumerate(self._lines) if wanted in self._searchable(line)]

    def repaint(self) -> None:
        """Show names, shading or colours anew."""
        if self._lines:
            self.dataChanged.emit(self.index(0, TIME), self.index(len(self._lines) - 1, MEANT))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """See Qt."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """See Qt."""
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        """See Qt."""
        if orientation is not Qt.Orientation.Horizontal or role != _ROLE.DisplayRole:
            return None
        spoken = readable_name(self._lines[0].language).capitalize() if self._lines else self.tr("Said")
        meant = readable_name(self.target).capitalize() if self.target else self.tr("Translation")
        return (self.tr("Time"), self.tr("Speaker"), spoken, meant)[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """See Qt."""
        column = index.column()
        has_text = column == SAID or (column == MEANT and self.target is not None)
        return _EDITABLE if self.can_edit and has_text and self._lines[index.row()].id >= 0 else _READABLE

    def look(self, row: int, column: int) -> Hashable:
        """All that makes a cell look as it does; cells of equal looks look the same."""
        line = self._lines[row]
        text = line.span.start if column == TIME else self._text(line, column)
        shade = row == self.playing or (self._doubt(line) if column == SAID else 0.0)
        return column, text, self._language(line, column), shade, self._is_found(line, column)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """See Qt."""
        line, column = self._lines[index.row()], index.column()
        match role:
            case _ROLE.DisplayRole | _ROLE.EditRole | _ROLE.AccessibleTextRole:
                return self._text(line, column)
            case _ROLE.ToolTipRole:
                return unmarked(self._text(line, column))
            case _ROLE.BackgroundRole:
                return self._background(line, index.row(), column)
            case _ROLE.FontRole if self._is_found(line, column):
                font = QFont()
                font.setBold(True)
                return font
            case _ROLE.ForegroundRole if column in (TIME, SPEAKER):
                return QColor(colours().muted)
            case _ if role == DIRECTION:
                language = self._language(line, column)
                return None if language is None else _direction(language)
            case _ROLE.TextAlignmentRole:
                return self._alignment(line, column)
        return None

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        """See Qt; the change is made by whoever hears `corrected`."""
        line = self._lines[index.row()]
        language = line.language if index.column() == SAID else self.target
        text = " ".join(str(value).split())
        if role != _ROLE.EditRole or language is None or not text or text == self._text(line, index.column()):
            return False
        self.corrected.emit(line.id, str(language), text)
        return True

    def _text(self, line: TranscriptLine, column: int) -> str:
        if column == TIME:
            return clock(line.span.start)
        if column == SPEAKER:
            return self.names.get(line.speaker, line.speaker)
        if column == SAID:
            return line.text
        return line.translations.get(self.target, "") if self.target else ""

    def _searchable(self, line: TranscriptLine) -> str:
        return f"{line.text}\n{self._text(line, MEANT)}".casefold()

    def _background(self, line: TranscriptLine, row: int, column: int) -> QColor | None:
        if row == self.playing:
            return QColor(colours().accent_soft)
        doubt = self._doubt(line) if column == SAID else 0.0
        if doubt:
            shade = QColor(colours().warn)
            shade.setAlphaF(0.25 * doubt + 0.05)
            return shade
        return None

    def _doubt(self, line: TranscriptLine) -> float:
        """From none (0) to nothing but doubt (1)."""
        is_doubtful = self.shades_doubt and line.confidence < _DOUBTFUL and not line.edited
        return (_DOUBTFUL - line.confidence) / _DOUBTFUL if is_doubtful else 0.0

    def _is_found(self, line: TranscriptLine, column: int) -> bool:
        return bool(self._wanted) and column in (SAID, MEANT) and self._wanted in self._text(line, column).casefold()

    def _alignment(self, line: TranscriptLine, column: int) -> Qt.AlignmentFlag:
        top = Qt.AlignmentFlag.AlignTop
        language = self._language(line, column)
        if language is None:
            return top | Qt.AlignmentFlag.AlignLeading
        side = Qt.AlignmentFlag.AlignRight if is_rtl(language) else Qt.AlignmentFlag.AlignLeft
        return top | side | Qt.AlignmentFlag.AlignAbsolute

    def _language(self, line: TranscriptLine, column: int) -> LanguageCode | None:
        return line.language if column == SAID else self.target if column == MEANT else None

    def _append(self, fresh: list[TranscriptLine]) -> None:
        first = len(self._lines)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        for row, line in enumerate(fresh, start=first):
            self._lines.append(line)
            self._starts.append(line.span.start)
            self._rows[line.id] = row
        self.endInsertRows()
        if first == 0:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, TIME, MEANT)

    def _insert(self, fresh: list[TranscriptLine]) -> None:
        for line in fresh:
            row = bisect_left(self._starts, line.span.start)
            self.beginInsertRows(QModelIndex(), row, row)
            self._lines.insert(row, line)
            self._index()
            self.endInsertRows()

    def _is_covered(self, line: TranscriptLine) -> bool:
        """True where final lines are."""
        near = self._lines[max(self.row_at(line.span.start) - 1, 0) : self.row_at(line.span.end) + 1]
        return any(each.id >= 0 and _meet(each, line) for each in near)

    def _drop(self, ids: list[int]) -> None:
        for each in ids:
            row = self._rows[each]
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._lines[row]
            self._foreseen = [line for line in self._foreseen if line.id != each]
            self._index()
            self.endRemoveRows()

    def _index(self) -> None:
        self._starts = [line.span.start for line in self._lines]
        self._rows = {line.id: row for row, line in enumerate(self._lines)}


def _meet(one: TranscriptLine, other: TranscriptLine) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end


def _direction(language: LanguageCode) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if is_rtl(language) else Qt.LayoutDirection.LeftToRight
