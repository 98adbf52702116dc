"""Chooses several languages."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from streamlation_desktop.core.language import LanguageCode, common_languages
from streamlation_desktop.gui.letters import language_label
from streamlation_desktop.gui.theme import SPACE

_CODE = Qt.ItemDataRole.UserRole


class LanguageList(QWidget):
    """All common languages with a box each, the chosen ones first; typing narrows the list."""

    changed = Signal()

    def __init__(self, name: str, chosen: Iterable[LanguageCode], parent: QWidget | None = None) -> None:
        """`name` is what a screen reader says."""
        super().__init__(parent)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Find a language"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        first = tuple(chosen)
        for code in (*first, *(code for code in common_languages() if code not in first)):
            entry = QListWidgetItem(language_label(code))
            entry.setData(_CODE, code)
            entry.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            entry.setCheckState(Qt.CheckState.Checked if code in first else Qt.CheckState.Unchecked)
            self.list.addItem(entry)
        self.list.itemChanged.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.filter)
        column.addWidget(self.list)

    @property
    def languages(self) -> tuple[LanguageCode, ...]:
        """Those that are ticked."""
        entries = [self.list.item(row) for row in range(self.list.count())]
        return tuple(LanguageCode(each.data(_CODE)) for each in entries if each.checkState() is Qt.CheckState.Checked)

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().strip()
        for row in range(self.list.count()):
            entry = self.list.item(row)
            ticked = entry.checkState() is Qt.CheckState.Checked
            entry.setHidden(wanted not in f"{entry.text()} {entry.data(_CODE)}".casefold() and not ticked)
