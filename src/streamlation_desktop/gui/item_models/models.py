"""Models that are here and models that could be, as a table."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.gui.letters import readable_name
from streamlation_desktop.gui.theme import colours
from streamlation_desktop.gui.unmarked import unmarked
from streamlation_desktop.gui.widgets.times import size
from streamlation_desktop.modelstore.catalog import CatalogEntry
from streamlation_desktop.modelstore.installed import InstalledModel
from streamlation_desktop.modelstore.kinds import Direction, ModelKind
from streamlation_desktop.modelstore.licences import UNKNOWN, is_restricted

NAME, KIND, LANGUAGES, SIZE, QUALITY, LICENCE, STATE = range(7)
Index = QModelIndex | QPersistentModelIndex
_MANY = 4


@dataclass(frozen=True, slots=True)
class ModelRow:
    """A model, here or not."""

    id: str
    name: str
    kind: ModelKind
    languages: frozenset[LanguageCode]
    pairs: tuple[Direction, ...]
    size: int
    licence: str
    attribution: str
    quality: str
    note: str = ""
    is_installed: bool = False
    is_built_in: bool = False
    is_recommended: bool = False

    @classmethod
    def of_installed(cls, model: InstalledModel) -> ModelRow:
        """One that is here."""
        return cls(
            model.id, model.name, model.kind, model.languages, model.pairs, model.size, model.licence,
            model.attribution, model.quality, is_installed=True, is_built_in=model.is_built_in,
        )  # fmt: skip

    @classmethod
    def of_entry(cls, entry: CatalogEntry) -> ModelRow:
        """One that can be fetched."""
        return cls(
            entry.id, entry.name, entry.kind, entry.languages, entry.pairs, entry.size, entry.licence,
            entry.attribution, entry.quality, entry.note, is_recommended=bool(entry.recommended),
        )  # fmt: skip

    @property
    def is_restricted(self) -> bool:
        """True when its licence must be accepted explicitly."""
        return is_restricted(self.licence)

    def serves(self, source: LanguageCode | None, target: LanguageCode | None) -> bool:
        """True when it hears `source` or translates into `target`, where they are given."""
        if self.pairs:
            return any(source in (None, pair.source) and target in (None, pair.target) for pair in self.pairs)
        if self.kind is ModelKind.RECOGNIZER:
            return source is None or source in self.languages
        wanted = {target} if self.kind is ModelKind.VOICE else {source, target}
        return wanted - {None} <= self.languages


def rows_of(installed: Iterable[InstalledModel], catalog: Iterable[CatalogEntry]) -> list[ModelRow]:
    """All models: those that are here first, then those that are recommended."""
    here = [ModelRow.of_installed(model) for model in installed]
    known = {row.id for row in here}
    others = [ModelRow.of_entry(entry) for entry in catalog if entry.id not in known]
    return here + sorted(others, key=lambda row: not row.is_recommended)


class ModelTable(QAbstractTableModel):
    """Rows that pass the filters of the page."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ModelRow] = []
        self._states: Mapping[str, str] = {}
        self._texts: dict[tuple[int, int], str] = {}
        """Of the cells that were asked for: a language's name alone takes several looks into tables."""

    @property
    def rows(self) -> Sequence[ModelRow]:
        """As shown."""
        return self._rows

    def reset(self, rows: Iterable[ModelRow], states: Mapping[str, str]) -> None:
        """Show other models; `states` are words for those on their way."""
        self.beginResetModel()
        self._rows, self._states = list(rows), states
        self._texts.clear()
        self.endResetModel()

    def set_states(self, states: Mapping[str, str]) -> None:
        """Downloads have gone on."""
        self._states = states
        if self._rows:
            self.dataChanged.emit(self.index(0, STATE), self.index(len(self._rows) - 1, STATE))

    def look(self, row: int, column: int) -> Hashable:
        """All that makes a cell look as it does."""
        model = self._rows[row]
        return column, self._kept_text(row, column), model.is_installed, model.is_restricted

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """See Qt."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """See Qt."""
        return 0 if parent.isValid() else 7

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Model"), self.tr("Does"), self.tr("Languages"), self.tr("Size"), self.tr("Quality"),
            self.tr("Licence"), self.tr("State"),
        )[section]  # fmt: skip

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See Qt."""
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._kept_text(index.row(), index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return unmarked(f"{row.note}\n{row.attribution}".strip())
            case Qt.ItemDataRole.ForegroundRole if index.column() == STATE and row.is_installed:
                return QColor(colours().good)
            case Qt.ItemDataRole.ForegroundRole if index.column() == LICENCE and row.is_restricted:
                return QColor(colours().warn)
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == SIZE:
                return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
        return None

    def _kept_text(self, row: int, column: int) -> str:
        if column == STATE:
            return self._state(self._rows[row])
        text = self._texts.get((row, column))
        if text is None:
            text = self._texts[row, column] = self._text(self._rows[row], column)
        return text

    def _text(self, row: ModelRow, column: int) -> str:
        match column:
            case 0:
                return row.name
            case 1:
                return {
                    ModelKind.RECOGNIZER: self.tr("hears"),
                    ModelKind.TRANSLATOR: self.tr("translates"),
                    ModelKind.VOICE: self.tr("speaks"),
                }[row.kind]
            case 2:
                return self._languages(row)
            case 3:
                return size(row.size)
            case 4:
                return self._quality(row)
            case _:
                return self.tr("not stated") if row.licence == UNKNOWN else row.licence

    def _languages(self, row: ModelRow) -> str:
        if row.pairs:
            shown = [f"{readable_name(pair.source)} → {readable_name(pair.target)}" for pair in row.pairs[:_MANY]]
            return ", ".join(shown) + (" …" if len(row.pairs) > _MANY else "")
        if len(row.languages) > _MANY:
            return self.tr("%Ln language(s)", "", len(row.languages))
        return ", ".join(sorted(readable_name(code) for code in row.languages))

    def _quality(self, row: ModelRow) -> str:
        names = {
            "starter": self.tr("starter"), "basic": self.tr("basic"), "good": self.tr("good"), "high": self.tr("high")
        }  # fmt: skip
        return names.get(row.quality, row.quality)

    def _state(self, row: ModelRow) -> str:
        if row.id in self._states:
            return self._states[row.id]
        if row.is_built_in:
            return self.tr("built in")
        if row.is_installed:
            return self.tr("installed")
        return self.tr("recommended") if row.is_recommended else ""
