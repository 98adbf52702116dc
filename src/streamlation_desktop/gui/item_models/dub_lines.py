"""The lines of a dub as a table; text and speakers' names can be changed in place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from streamlation_desktop.core.language import LanguageCode, is_rtl
from streamlation_desktop.gui.item_models.transcript import DIRECTION
from streamlation_desktop.gui.unmarked import unmarked
from streamlation_desktop.gui.widgets.times import clock, figures

TIME, SPEAKER, TEXT, TEMPO = range(4)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class DubbedLine:
    """A line of the dub, as it is or will be said."""

    line: int
    """Id of its sentence."""
    start: float
    end: float
    speaker: str
    """Label; empty for everybody."""
    text: str
    voice: str
    tempo: float
    """Against the natural one of the voice."""
    is_edited: bool


class DubLineModel(QAbstractTableModel):
    """One row per line that is spoken."""

    edited = Signal(int, str)
    """Id of a line, and what it is to say."""
    named = Signal(str, str)
    """Label of a speaker, and a name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[DubbedLine, ...] = ()
        self._names: Mapping[str, str] = {}
        self._direction = Qt.LayoutDirection.LeftToRight

    def show_lines(self, language: LanguageCode, lines: tuple[DubbedLine, ...], names: Mapping[str, str]) -> None:
        """Show a language of a job; a table that shows just that is left alone."""
        if lines == self.lines and names == self._names:
            return
        self.beginResetModel()
        self.lines, self._names = lines, names
        layout = Qt.LayoutDirection
        self._direction = layout.RightToLeft if is_rtl(language) else layout.LeftToRight
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """See Qt."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """See Qt."""
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Time"), self.tr("Speaker"), self.tr("Text"), self.tr("Tempo"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """See Qt."""
        usual = super().flags(index)
        line = self.lines[index.row()]
        editable = index.column() == TEXT or (index.column() == SPEAKER and bool(line.speaker))
        return usual | Qt.ItemFlag.ItemIsEditable if editable else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt."""
        line, column = self.lines[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(line, column)
            case Qt.ItemDataRole.ToolTipRole:
                return unmarked(line.voice if column == SPEAKER else self._text(line, column))
            case Qt.ItemDataRole.FontRole if column == TEXT and line.is_edited:
                font = QFont()
                font.setItalic(True)
                return font
        return self._direction if role == DIRECTION and column == TEXT else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """See Qt: what changed is asked for, and shown when it has been read again."""
        line, text = self.lines[index.row()], " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or not text or text == self._text(line, index.column()):
            return False
        if index.column() == TEXT:
            self.edited.emit(line.line, text)
        else:
            self.named.emit(line.speaker, text)
        return True

    def _text(self, line: DubbedLine, column: int) -> str:
        match column:
            case 0:
                return clock(line.start)
            case 1:
                return self._names.get(line.speaker, line.speaker) or self.tr("Everybody")
            case 2:
                return line.text
            case _:
                return figures(f"{line.tempo:.2f}×")
