"""What a page shows before there is anything on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from streamlation_desktop.gui.icons import set_symbol
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.labels import button, label


class EmptyState(QWidget):
    """A symbol, a line, a sentence, and perhaps a button."""

    def __init__(self, symbol: str, title: str, text: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel()
        set_symbol(picture, symbol, 48)
        self.action: QPushButton = button(action, primary=True)
        self.action.setVisible(bool(action))
        column = QVBoxLayout(self)
        column.setSpacing(SPACE)
        column.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(picture, 0, centre)
        heading, sentence = label(title, "heading", wrap=True), label(text, "muted", wrap=True)
        for words in (heading, sentence):
            words.setAlignment(centre)
            words.setMaximumWidth(460)
            row = QHBoxLayout()  # an alignment in the column would cut what wraps
            row.addStretch(1)
            row.addWidget(words, 8)
            row.addStretch(1)
            column.addLayout(row)
        column.addSpacing(SPACE)
        column.addWidget(self.action, 0, centre)
        column.addStretch(2)
