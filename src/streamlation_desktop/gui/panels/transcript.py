"""The transcript beside the player: read, search, follow, correct."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QMenu,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from streamlation_desktop.gui.item_models.transcript import MEANT, SAID, TIME, TranscriptModel
from streamlation_desktop.gui.panels.transcript_table import TranscriptTable
from streamlation_desktop.gui.state.corrections import Corrections
from streamlation_desktop.gui.theme import SPACE, leading_margins
from streamlation_desktop.gui.widgets.empty_state import EmptyState
from streamlation_desktop.gui.widgets.labels import label, tool

_SEARCH_LETTERS = 32
"""Letters of usual width that the search field, with what it tells beside it, has room for."""


class _Search(QLineEdit):
    """Enter goes on, with Shift it goes back."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)


class TranscriptPanel(QWidget):
    """Lines in both languages."""

    jumped = Signal(float)
    """The user chose a moment, in seconds."""
    named = Signal(str, str)
    """The user gave a speaker (label) a name."""
    export_wanted = Signal()

    def __init__(self, model: TranscriptModel, corrections: Corrections, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Transcript"))
        self.model, self.corrections = model, corrections
        self._found: list[int] = []
        self._build_tools()
        self._build_table()
        self.empty = EmptyState(
            "sessions", self.tr("No transcript yet"), self.tr("What is said appears here as it is translated.")
        )
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(*leading_margins())
        column.setSpacing(SPACE)
        column.addLayout(self._tools)
        column.addLayout(self._stack, 1)
        for changed in (model.modelReset, model.rowsInserted):
            changed.connect(self._refresh)
        self._refresh()

    def follow(self, seconds: float) -> None:
        """The playhead is at `seconds`."""
        moved = self.model.play(seconds)
        if moved and self.following.isChecked() and not self.table.is_editing and self.model.playing >= 0:
            self.table.scrollTo(self.model.index(self.model.playing, SAID), QTableView.ScrollHint.PositionAtCenter)

    def begin_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def copy(self) -> None:
        """Put the selected lines on the clipboard, both languages."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        texts = []
        for row in rows:
            cells = (self.model.index(row, column).data() for column in (TIME, SAID, MEANT))
            texts.append("\t".join(cell for cell in cells if cell))
        if texts:
            QGuiApplication.clipboard().setText("\n".join(texts))

    def edit(self) -> None:
        """Edit the current cell, or what was said in its line."""
        current = self.table.currentIndex()
        if current.isValid():
            column = current.column() if current.column() in (SAID, MEANT) else SAID
            self.table.setCurrentIndex(self.model.index(current.row(), column))
            self.table.edit(self.table.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt; where the search field would have too little room, the buttons go below it."""
        super().resizeEvent(event)
        needed = self._buttons.sizeHint().width() + self.fontMetrics().averageCharWidth() * _SEARCH_LETTERS
        is_narrow = event.size().width() < needed
        self._tools.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """See Qt."""
        menu = QMenu(self)
        menu.addAction(self.tr("Play from here"), lambda: self._choose(self.table.currentIndex()))
        menu.addAction(self.tr("Edit text"), self.edit)
        menu.addAction(self.tr("Copy"), self.copy)
        row = self.table.currentIndex().row()
        if row >= 0 and self.model.lines[row].speaker:
            menu.addAction(self.tr("Name this speaker…"), lambda: self._name(self.model.lines[row].speaker))
        else:
            menu.addAction(self.tr("Name this speaker… (speakers were not told apart)")).setEnabled(False)
        menu.exec(event.globalPos())

    def _build_tools(self) -> None:
        self.search = _Search()
        self.search.setPlaceholderText(self.tr("Search in the transcript"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self.search.stepped.connect(self._go_on)
        self.count = label("", "muted")
        self.at_work = label(self.tr("Translating…"), "muted")
        self.at_work.hide()
        self.corrections.busy.connect(self.at_work.setVisible)
        self.following = tool(self.tr("Follow the playback"), "follow", checkable=True)
        self.following.setChecked(True)
        undo, redo = tool(self.tr("Undo"), "undo"), tool(self.tr("Redo"), "redo")
        stack = self.corrections.stack
        for made, act, can, allowed in (
            (undo, stack.undo, stack.canUndoChanged, stack.canUndo()),
            (redo, stack.redo, stack.canRedoChanged, stack.canRedo()),
        ):
            made.clicked.connect(act)
            can.connect(made.setEnabled)
            made.setEnabled(allowed)
        copy, export = tool(self.tr("Copy lines"), "copy"), tool(self.tr("Export captions"), "export")
        copy.clicked.connect(self.copy)
        export.clicked.connect(self.export_wanted)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(2)
        finding, self._buttons = QHBoxLayout(), QHBoxLayout()
        for row in (finding, self._buttons):
            row.setSpacing(2)
            self._tools.addLayout(row)
        self._tools.setStretch(0, 1)
        finding.addWidget(self.search, 1)
        finding.addWidget(self.count)
        for widget in (self.at_work, self.following, undo, redo, copy, export):
            self._buttons.addWidget(widget)

    def _build_table(self) -> None:
        table = self.table = TranscriptTable(self.model)
        table.setAccessibleName(self.tr("Transcript"))
        table.chosen.connect(self._choose)
        table.copied.connect(self.copy)
        table.scrolled.connect(lambda: self.following.setChecked(False))  # else the next line would pull it back

    def _refresh(self) -> None:
        self._stack.setCurrentIndex(1 if self.model.rowCount() else 0)
        self.table.fit()
        if self.search.text():
            self._search(self.search.text())

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.jumped.emit(self.model.lines[index.row()].span.start)

    def _search(self, text: str) -> None:
        self._found = self.model.find(text)
        self.count.setText(self.tr("%Ln found", "", len(self._found)) if text.strip() else "")

    def _go_on(self, step: int) -> None:
        """Go to the next line that was found, or the one before, from the current one on."""
        if self._found:
            current = self.table.currentIndex().row()
            place = bisect_right(self._found, current) if step > 0 else bisect_left(self._found, current) - 1
            row = self._found[place % len(self._found)]
            index = self.model.index(row, SAID)
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index, QTableView.ScrollHint.PositionAtCenter)
            self._choose(index)

    def _name(self, speaker: str) -> None:
        name, accepted = QInputDialog.getText(
            self, self.tr("Speaker"), self.tr("Name of the speaker:"), text=self.model.names.get(speaker, speaker)
        )
        if accepted and name.strip():
            self.named.emit(speaker, name.strip())
