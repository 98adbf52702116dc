"""A text that is written, or chosen among those that are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget


class KnownTextField(QComboBox):
    """What is known is asked for when the list is opened: there may be thousands."""

    editingFinished = Signal()

    def __init__(self, known: Callable[[], Iterable[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.known = known
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._line = self.lineEdit()
        assert self._line is not None
        self._line.editingFinished.connect(self.editingFinished)
        self.activated.connect(lambda _: self.editingFinished.emit())

    def text(self) -> str:
        """What is written."""
        return self.currentText()

    def setText(self, text: str) -> None:
        """Show a text."""
        self.setEditText(text)

    def setAccessibleName(self, name: str) -> None:
        """See Qt: the field within has the same."""
        super().setAccessibleName(name)
        assert self._line is not None
        self._line.setAccessibleName(name)

    def showPopup(self) -> None:
        """See Qt."""
        text = self.currentText()
        self.clear()
        self.addItems(["", *self.known()])
        self.setCurrentIndex(max(self.findText(text), 0))
        self.setEditText(text)
        super().showPopup()
