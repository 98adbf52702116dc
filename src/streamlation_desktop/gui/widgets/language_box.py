"""Chooses a language by its own name."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from streamlation_desktop.core.language import LanguageCode, common_languages, language_name, own_name


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
        chosen, first = self.language, set(at_once)
        with QSignalBlocker(self):
            self.clear()
            self.addItem(self._none, "")
            for code in sorted(common_languages(), key=lambda code: code not in first):
                if code not in first and first and self.count() == len(first) + 1:
                    self.insertSeparator(self.count())
                self.addItem(_label(code), code)
        self.choose(chosen)

    def _settle(self) -> None:
        """What was typed and is no language gives way to the choice before."""
        if self.findText(self.currentText()) < 0:
            self.setCurrentText(self.itemText(self.currentIndex()))


def _label(code: LanguageCode) -> str:
    own, english = own_name(code), language_name(code)
    own = own[:1].upper() + own[1:]
    return own if own == english else f"{own} – {english}"
