"""The lines of a transcript, and how one moves among them."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from streamlation_desktop.gui.item_models.kept_cells import KeptCells
from streamlation_desktop.gui.item_models.transcript import MEANT, SAID, SPEAKER, TIME, TranscriptModel
from streamlation_desktop.gui.theme import SPACE

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_LINES = 4
"""Lines of text that a row has room for, one less where the columns are wide; the rest is in its tool-tip."""
_PADDING = 4
"""Pixels above and below the text of a cell, as in the theme; with more, the line that is cut off would peep out."""
_LOOKED_AT = 200
"""Lines that tell whether there are speakers."""


class TranscriptTable(QTableView):
    """Enter does what a click does; copying takes whole lines; letters and the space bar are the player's keys."""

    chosen = Signal(QModelIndex)
    copied = Signal()
    scrolled = Signal()
    """The user looks elsewhere."""

    def __init__(self, model: TranscriptModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self.setModel(model)
        self.setItemDelegate(KeptCells(model, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column in (SAID, MEANT):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(TIME, self.fontMetrics().horizontalAdvance("00:00:00") + 2 * SPACE)
        self.clicked.connect(self.chosen)
        self.verticalScrollBar().actionTriggered.connect(self.scrolled)

    @property
    def is_editing(self) -> bool:
        """True while a text is being changed in its cell."""
        return self.state() is QAbstractItemView.State.EditingState

    def fit(self) -> None:
        """Show the columns that there are, in rows that are high enough."""
        self.setColumnHidden(SPEAKER, not any(line.speaker for line in self._lines.lines[:_LOOKED_AT]))
        alone = self._lines.target is None
        self.setColumnHidden(MEANT, alone)
        rows, lines = self.verticalHeader(), _LINES - alone
        line = ceil(QFontMetricsF(self.font()).lineSpacing())  # lines of text lie on whole pixels
        height = lines * line + _PADDING
        if height != rows.defaultSectionSize():  # it looks at every row
            rows.setDefaultSectionSize(height)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """See Qt."""
        super().wheelEvent(event)
        self.scrolled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.is_editing:
            self.chosen.emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif not self.is_editing and event.text().isprintable() and event.text() and not event.modifiers() & _COMMANDS:
            event.ignore()
        else:
            super().keyPressEvent(event)
