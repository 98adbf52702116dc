"""Says why a session ended, and offers what helps."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from streamlation_desktop.gui.messages import Message
from streamlation_desktop.gui.theme import SPACE
from streamlation_desktop.gui.widgets.labels import label


class FailureDialog(QDialog):
    """Accepted when the person wants the remedy."""

    def __init__(self, message: Message, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(label(message.title, "heading", wrap=True))
        column.addWidget(label(message.text, wrap=True))
        column.addWidget(label(message.hint, "muted", wrap=True))
        column.addSpacing(2 * SPACE)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        if message.button:
            self.remedy = self.buttons.addButton(message.button, QDialogButtonBox.ButtonRole.AcceptRole)
            self.remedy.setProperty("primary", True)
            self.remedy.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)
