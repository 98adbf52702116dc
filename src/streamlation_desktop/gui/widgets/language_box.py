"""Chooses a language by its own name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from streamlation_desktop.core.language import LanguageCode, common_languages
from streamlation_desktop.gui.letters import BETWEEN, language_label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent, QStandardItem

_LETTERS = 22
"""Room for so many; longer names are cut in the box, not in its list."""


class LanguageBox(QComboBox):
    """All common languages, those that work at once first; type to find one by its own or its English name.

    Before the first `offer`, and until it is seen, there are only the entry for none and the chosen one: Qt measures
    two hundred languages anew where the box is put into another widget, which takes longer than the first paint.
    """

    def __init__(self, none: str, name: str, parent: QWidget | None = None) -> None:
        """`none` is the entry for no language; `name` is what a screen reader says."""
        super().__init__(parent)
        self._none = none
        self._awaited: frozenset[LanguageCode] | None = None
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
            if self._awaited is not None and language and self.findData(language) < 0:
                self.addItem(language_label(language), language)
            self.setCurrentIndex(max(self.findData(language or ""), 0))

    def offer(self, at_once: Iterable[LanguageCode]) -> None:
        """Put the languages that need no installation first."""
        self._awaited = frozenset(at_once)
        if self.isVisible():
            self._fill(self._awaited)

    def showEvent(self, event: QShowEvent) -> None:
        """See Qt."""
        super().showEvent(event)
        if self._awaited is not None:
            self._fill(self._awaited)

    def _fill(self, first: frozenset[LanguageCode]) -> None:
        from PySide6.QtGui import QStandardItemModel  # not before the first paint

        self._awaited, chosen = None, self.language
        entries = QStandardItemModel(self)  # filled before it is shown: the box measures itself once, not 200 times
        ordered = sorted(common_languages(), key=lambda code: code not in first)
        entries.appendColumn([_entry(self._none, ""), *(_entry(language_label(code), code) for code in ordered)])
        with QSignalBlocker(self):
            self.setModel(entries)
            if first:
                self.insertSeparator(sum(code in first for code in common_languages()) + 1)
        self.choose(chosen)

    def _settle(self) -> None:
        """The beginning of a language's name chooses it; what begins none gives way to the choice before."""
        typed = self.currentText()
        if self.findText(typed) < 0:
            found = self._beginning(typed.strip().casefold())
            self.setCurrentIndex(self.currentIndex() if found is None else found)
            self.setCurrentText(self.itemText(self.currentIndex()))

    def _beginning(self, typed: str) -> int | None:
        """The first entry whose own or English name begins so."""
        names = (self.itemText(index).casefold().split(BETWEEN) for index in range(self.count()))
        fitting = (index for index, both in enumerate(names) if any(name.startswith(typed) for name in both))
        return next(fitting, None) if typed else None


def _entry(text: str, code: str) -> QStandardItem:
    from PySide6.QtGui import QStandardItem

    entry = QStandardItem(text)
    entry.setData(code, Qt.ItemDataRole.UserRole)
    return entry
