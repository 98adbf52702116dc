"""A family of fonts, written or chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QComboBox, QWidget


class FontField(QComboBox):
    """The families are asked for when the list is opened: there may be thousands."""

    editingFinished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._line = self.lineEdit()
        assert self._line is not None
        self._line.editingFinished.connect(self.editingFinished)
        self.activated.connect(lambda _: self.editingFinished.emit())

    def text(self) -> str:
        """The family."""
        return self.currentText()

    def setText(self, text: str) -> None:
        """Show a family."""
        self.setEditText(text)

    def setAccessibleName(self, name: str) -> None:
        """See Qt: the field within has the same."""
        super().setAccessibleName(name)
        assert self._line is not None
        self._line.setAccessibleName(name)

    def showPopup(self) -> None:
        """See Qt."""
        if not self.count():
            text = self.currentText()
            self.addItems(["", *(name for name in QFontDatabase.families() if not QFontDatabase.isPrivateFamily(name))])
            self.setCurrentIndex(max(self.findText(text), 0))
            self.setEditText(text)
        super().showPopup()
