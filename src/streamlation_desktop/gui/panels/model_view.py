"""The table of models."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from streamlation_desktop.gui.item_models.kept_cells import KeptCells
from streamlation_desktop.gui.item_models.models import LANGUAGES, NAME, ModelRow, ModelTable
from streamlation_desktop.gui.theme import SPACE

_MEASURED = 24
"""Rows that say how wide a column is: all hundred would hold up the window."""


class ModelView(QTableView):
    """One model can be selected."""

    def __init__(self, table: ModelTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.setAccessibleName(self.tr("Models"))
        self.setModel(table)
        self.setItemDelegate(KeptCells(table, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 2 * SPACE)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(_MEASURED)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(LANGUAGES, QHeaderView.ResizeMode.Stretch)

    def fit(self, columns: Iterable[int]) -> None:
        """Width for what they hold: not each time that the page is shown, which would take 30 ms."""
        for column in columns:
            self.resizeColumnToContents(column)

    def selected(self) -> ModelRow | None:
        """The model that is selected."""
        rows = self.selectionModel().selectedRows()
        return self._table.rows[rows[0].row()] if rows else None

    def choose(self, model: str) -> None:
        """Select it, where it is still shown; nobody is told."""
        row = next((row for row, one in enumerate(self._table.rows) if one.id == model), None)
        if row is not None:
            with QSignalBlocker(self.selectionModel()):
                self.selectRow(row)
