"""Which keys do what in the player, to be changed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from streamlation_desktop.gui.key_changes import KeyChanges, portable
from streamlation_desktop.gui.key_names import key_name
from streamlation_desktop.gui.player.actions import ACTIONS
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.facts import listed
from streamlation_desktop.gui.widgets.labels import button, label, primary_first, set_role
from streamlation_desktop.gui.widgets.within_screen import within_screen

_ACTION, _KEYS = range(2)


class EditKeysDialog(QDialog):
    """A table of actions; below it the keys of the chosen one."""

    def __init__(
        self, changed: Mapping[str, tuple[str, ...]], taken: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        """`taken` are keys of the window's menus, and what they do: the player never sees them."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys of the player"))
        self.resize(within_screen(self, 560, 620))
        self.changes = KeyChanges(changed)
        self._taken = {portable(key): text for key, text in taken.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self._table(), 1)
        column.addLayout(self._editor())
        self.notice = label("", "muted", wrap=True)
        column.addWidget(self.notice)
        column.addLayout(self._foot())
        self.table.currentCellChanged.connect(self._choose)
        self.table.setCurrentCell(0, _ACTION)
        self._show()

    @property
    def action(self) -> str:
        """Name of the chosen one."""
        return ACTIONS[max(self.table.currentRow(), 0)].name

    def _table(self) -> QTableWidget:
        table = self.table = QTableWidget(len(ACTIONS), 2)
        table.setAccessibleName(self.tr("What keys do"))
        table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Keys")])
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for row, action in enumerate(ACTIONS):
            table.setItem(row, _ACTION, QTableWidgetItem(action.title))
            table.setItem(row, _KEYS, QTableWidgetItem())
        return table

    def _editor(self) -> QHBoxLayout:
        self.typed = QKeySequenceEdit()
        self.typed.setMaximumSequenceLength(1)
        self.typed.setAccessibleName(self.tr("New key"))
        self.typed.keySequenceChanged.connect(self._look)
        self.add = button(self.tr("Add key"))
        self.add.clicked.connect(self._add)
        self.present = QComboBox()
        self.present.setAccessibleName(self.tr("Keys of this action"))
        self.remove = button(self.tr("Remove key"))
        self.remove.clicked.connect(self._remove)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.typed, 1)
        row.addWidget(self.add)
        row.addWidget(self.present, 1)
        row.addWidget(self.remove)
        return row

    def _foot(self) -> QHBoxLayout:
        self.reset = button(self.tr("Usual keys of this action"), "reset")
        self.reset_all = button(self.tr("All usual keys"), "reset")
        both = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        self.buttons = primary_first(QDialogButtonBox(both))
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(self._reset_all)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.reset)
        row.addWidget(self.reset_all)
        row.addStretch(1)
        row.addWidget(self.buttons)
        return row

    def _choose(self) -> None:
        self.typed.clear()
        self._show()

    def _show(self) -> None:
        for row, action in enumerate(ACTIONS):
            keys = listed(key_name(key) for key in self.changes.keys[action.name])
            item = self.table.item(row, _KEYS)
            assert item is not None
            item.setText(keys)
        self.present.clear()
        for key in self.changes.keys[self.action]:
            self.present.addItem(key_name(key), key)
        self.remove.setEnabled(self.present.count() > 0)
        self._look()

    def _look(self) -> None:
        """Say who has the key that was typed."""
        key = portable(self.typed.keySequence())
        owner = self.changes.owner(key)
        words, role = "", "muted"
        if key in self._taken:
            words, role = self.tr("{0} belongs to the menu: {1}").format(key_name(key), self._taken[key]), "bad"
        elif owner is not None and owner != self.action:
            title = next(action.title for action in ACTIONS if action.name == owner)
            words = self.tr("{0} is used for: {1}. Adding it takes it away there.").format(key_name(key), title)
            role = "warn"
        self.notice.setText(words)
        set_role(self.notice, role)
        self.add.setEnabled(bool(key) and key not in self._taken and owner != self.action)

    def _add(self) -> None:
        self.changes.add(self.action, portable(self.typed.keySequence()))
        self._choose()

    def _remove(self) -> None:
        self.changes.remove(self.action, str(self.present.currentData()))
        self._show()

    def _reset(self) -> None:
        self.changes.reset(self.action)
        self._show()

    def _reset_all(self) -> None:
        self.changes.reset_all()
        self._show()
