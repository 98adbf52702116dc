"""Chooses a language by its own name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from streamlation_desktop.core.language import LanguageCode, common_languages, language_name, own_name

if TYPE_CHECKING:
    from PySide6.QtGui import QStandardItem

_LETTERS = 22
"""Room for so many; longer names are cut in the box, not in its list."""


class LanguageBox(QComboBox):
    """All common languages, those that work at once first; type to find one by its own or its English name.

    Before the first `offer` there is only the entry for none: two hundred languages take longer than the first paint.
    """

    def __init__(self, none: str, name: str, parent: QWidget | None = None) -> None:
        """`none` is the entry for no language; `name` is what a screen reader says."""
        super().__init__(parent)
        self._none = none
        self.setAccessibleName(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumWidth(220)
        self.setMinimumContentsLength(_LETTERS)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(16)
        completer = self.completer()
        assert completer is not None
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        field = self.lineEdit()
        assert field is not None
        field.setAccessibleName(name)
        field.editingFinished.connect(self._settle)
        self.addItem(none, "")

    @property
    def language(self) -> LanguageCode | None:
        """The chosen one."""
        code = self.currentData()
        return LanguageCode(code) if code else None

    def choose(self, language: LanguageCode | None) -> None:
        """Show a language without telling anybody."""
        with QSignalBlocker(self):
            self.setCurrentIndex(max(self.findData(language or ""), 0))

    def offer(self, at_once: Iterable[LanguageCode]) -> None:
        """Put the languages that need no installation first."""
        from PySide6.QtGui import QStandardItemModel  # not before the first paint

        chosen, first = self.language, set(at_once)
        entries = QStandardItemModel(self)  # filled before it is shown: the box measures itself once, not 200 times
        entries.appendRow(_entry(self._none, ""))
        for code in sorted(common_languages(), key=lambda code: code not in first):
            entries.appendRow(_entry(_label(code), code))
        with QSignalBlocker(self):
            self.setModel(entries)
            if first:
                self.insertSeparator(sum(code in first for code in common_languages()) + 1)
        self.choose(chosen)

    def _settle(self) -> None:
        """What was typed and is no language gives way to the choice before."""
        if self.findText(self.currentText()) < 0:
            self.setCurrentText(self.itemText(self.currentIndex()))


def _entry(text: str, code: str) -> QStandardItem:
    from PySide6.QtGui import QStandardItem

    entry = QStandardItem(text)
    entry.setData(code, Qt.ItemDataRole.UserRole)
    return entry


def _label(code: LanguageCode) -> str:
    own, english = own_name(code), language_name(code)
    own = own[:1].upper() + own[1:]
    return own if own == english else f"{own} – {english}"
